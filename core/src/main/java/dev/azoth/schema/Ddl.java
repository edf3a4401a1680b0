package dev.azoth.schema;

import java.util.Set;

/**
 * A statement of one's own that changes the schema, such as a trigger, run beside those that create or drop tables.
 *
 * <p>The text is sent as it is: it must not come from input.
 *
 * @param sql      the text
 * @param dialects the dialects it is for; none for all
 */
public record Ddl(String sql, Set<String> dialects) {
    /** Takes an immutable copy. */
    public Ddl {
        dialects = Set.copyOf(dialects);
        if (sql.isBlank()) {
            throw new IllegalArgumentException("a statement of a schema has a text");
        }
    }

    /** A statement for all dialects. */
    public static Ddl of(String sql) {
        return new Ddl(sql, Set.of());
    }

    /** The same for some dialects only, by their names. */
    public Ddl on(String... names) {
        return new Ddl(sql, Set.of(names));
    }

    /** Whether it is for a dialect. */
    public boolean isFor(String dialect) {
        return dialects.isEmpty() || dialects.contains(dialect);
    }

    /** When it runs. */
    public enum Moment {
        /** Before the table is created; of a {@link MetaData}, before the first one is. */
        BEFORE_CREATE,
        /** Within the statement that creates the table, behind its columns: options such as {@code PARTITION BY LIST (tenant)}. Of a table alone. */
        IN_CREATE,
        /** After the table, with its indexes, was created; of a {@link MetaData}, after the last one. Never if all were there already. */
        AFTER_CREATE,
        /** Before the table is dropped. */
        BEFORE_DROP,
        /** After the table was dropped. */
        AFTER_DROP
    }
}
