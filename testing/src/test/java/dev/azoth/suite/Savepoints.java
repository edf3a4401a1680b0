package dev.azoth.suite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.testing.Database;

/** What a test of nested transactions says of a database that has none. */
final class Savepoints {
    private Savepoints() {}

    /** Whether there are none, and the database says so. */
    static boolean areRefused(Database db) {
        if (!db.name().equals("duckdb")) {
            return false;
        }
        try (Connection connection = db.engine().connect()) {
            assertThatThrownBy(connection::beginNested)
                    .isInstanceOf(CompileException.class)
                    .hasMessage(
                            "DuckDB has no savepoints, so that no part of a transaction can be undone alone: undo the whole"
                                    + " transaction, or do the part in one of its own");
        }
        return true;
    }
}
