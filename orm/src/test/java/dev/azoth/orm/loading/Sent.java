package dev.azoth.orm.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.testing.Database;
import java.util.Arrays;
import java.util.List;

/** What was sent to a database, compared with what should have been. */
public final class Sent {
    private final Database database;
    private final List<String> sql;

    private Sent(Database database, List<String> sql) {
        this.database = database;
        this.sql = sql;
    }

    public static Sent during(Database database, Runnable work) {
        return new Sent(database, database.statements().during(work));
    }

    /** The statements, as most databases get them: some have an array for a list of values, and some quote some names. */
    public void was(String... expected) {
        assertThat(sql.stream().map(Sent::plain).toList())
                .as("statements on %s", database)
                .containsExactlyElementsOf(
                        Arrays.stream(expected).map(this::here).toList());
    }

    void wasNothing() {
        assertThat(sql).as("statements on %s", database).isEmpty();
    }

    void wasStatements(int count) {
        assertThat(sql).as("statements on %s", database).hasSize(count);
    }

    private static String plain(String statement) {
        return statement.replaceAll("[`\"]", "");
    }

    private String here(String statement) {
        return List.of("postgresql", "h2", "duckdb").contains(database.name())
                ? statement.replaceAll(" IN \\((\\?(, )?)+\\)", " = ANY(?)")
                : statement;
    }
}
