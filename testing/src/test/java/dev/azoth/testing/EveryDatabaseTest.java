package dev.azoth.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The extension on the real databases. */
@EveryDatabase
class EveryDatabaseTest {
    private static final Set<String> URLS = new HashSet<>();
    private final Database own;

    EveryDatabaseTest(Database own) {
        this.own = own;
    }

    @PrepareDatabase
    static void createTable(Database database) throws SQLException {
        assertThat(URLS.add(database.url())).as("a fresh database").isTrue();
        execute(database, "CREATE TABLE visit (id INT)");
    }

    @Test
    void answersOverJdbc() throws SQLException {
        try (Connection connection = own.jdbc();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM visit")) {
            assertThat(rows.next()).isTrue();
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualToIgnoringCase(own.name());
        }
    }

    @Test
    void givesTheSameDatabaseToAllOfAClass(Database database) {
        assertThat(database).isSameAs(own);
    }

    @Nested
    class Inside {
        @Test
        void seesTheDatabaseOfItsOuterClass(Database database) {
            assertThat(database).isSameAs(own);
        }
    }

    /** Were it to keep the database, the class would fail, or hang, at its end. */
    @Test
    @SuppressWarnings("resource")
    void aTransactionLeftOpenDoesNotKeepTheDatabase() throws SQLException {
        Connection forgotten = own.jdbc();
        forgotten.setAutoCommit(false);
        assertThat(forgotten
                        .createStatement()
                        .executeQuery("SELECT * FROM visit")
                        .next())
                .isFalse();
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.jdbc();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
