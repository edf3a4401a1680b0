package dev.azoth.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a MERGE does with some of the rows.
 *
 * @param when        with which
 * @param condition   with those that meet it, or null for all
 * @param kind        what it does
 * @param assignments what is set, or inserted
 */
public record MergeAction(When when, @Nullable Condition condition, Kind kind, List<Assignment<?>> assignments)
        implements Node {
    /** Takes an immutable copy. */
    public MergeAction {
        assignments = List.copyOf(assignments);
    }

    /** Which rows. */
    public enum When {
        /** Rows of the table that a row of the source meets. */
        MATCHED("WHEN MATCHED"),
        /** Rows of the source that meet no row of the table. */
        NOT_MATCHED("WHEN NOT MATCHED"),
        /** Rows of the table that no row of the source meets. */
        NOT_MATCHED_BY_SOURCE("WHEN NOT MATCHED BY SOURCE");

        private final String sql;

        When(String sql) {
            this.sql = sql;
        }

        /** Its keywords. */
        public String sql() {
            return sql;
        }
    }

    /** What is done. */
    public enum Kind {
        /** The row of the table is changed. */
        UPDATE,
        /** The row of the table is deleted. */
        DELETE,
        /** A row is inserted. */
        INSERT,
        /** Nothing; later actions do not see the row. */
        NOTHING
    }

    @Override
    public void describe(Structure out) {
        out.value(when).node(condition).value(kind).nodes(assignments);
    }
}
