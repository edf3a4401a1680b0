package dev.azoth.manual;

import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.insert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorKind;
import dev.azoth.IntegrityException;
import dev.azoth.engine.Connection;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import org.junit.jupiter.api.Test;

@EveryDatabase
class ErrorsTest extends ShopTest {
    @Test
    void anErrorSaysWhichConstraint(Database database) {
        String problem = "";
        try (Connection connection = database.engine().connect()) {
            // tag::errors-catch
            try {
                connection.execute(insert(user).values(user.name, "pearl").values(user.email, "sandy@example.org"));
            } catch (IntegrityException e) {
                if (e.error().kind() == ErrorKind.UNIQUE) {
                    problem = "that address is taken: "
                            + e.error().constraintName().orElse("");
                }
            } catch (DatabaseException e) {
                problem = e.error().message()
                        + e.statement().map(sent -> " in " + sent.sql()).orElse("");
            }
            // end::errors-catch
        }
        assertThat(problem).startsWith("that address is taken");
    }
}
