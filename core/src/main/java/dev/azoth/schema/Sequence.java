package dev.azoth.schema;

import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import java.util.Optional;

/**
 * Numbers that the database gives out, none of them twice. {@link Table#sequence} has it created and dropped with a table. Not on MySQL and
 * SQLite.
 *
 * @param schema    the schema; empty for the connection's own
 * @param start     the first number
 * @param increment from one number to the next
 */
public record Sequence(Optional<String> schema, String name, long start, long increment) {
    /** Checks the name and the increment. */
    public Sequence {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a sequence's name is neither empty nor has it a NUL: \"" + name + "\"");
        }
        if (increment == 0) {
            throw new IllegalArgumentException(
                    "the numbers of the sequence " + name + " differ: its increment is not 0");
        }
    }

    /** The numbers from 1 on. */
    public static Sequence of(String name) {
        return new Sequence(Optional.empty(), name, 1, 1);
    }

    /** The next number, which changes the sequence: for a column's default, or in what is inserted. */
    public Expression<Long> next() {
        return Sql.nextValue(name, schema.orElse(""));
    }

    @Override
    public String toString() {
        return schema.map(each -> each + ".").orElse("") + name;
    }
}
