package dev.azoth.orm.history;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A change of a row, as its {@linkplain EntityHistory history} has it.
 *
 * @param number    tells the order of the changes; the same number is never given twice in the table of a history
 * @param operation what was done
 * @param at        when, by the session's clock
 * @param by        who did it, if the session knew
 * @param row       what the row was after the change, or before it was deleted
 */
public record Revision(long number, Operation operation, Instant at, Optional<String> by, Row row) {
    /** What was done to a row. */
    public enum Operation {
        /** It was inserted. */
        INSERT,
        /** It was changed. */
        UPDATE,
        /** It was deleted, or marked as deleted. */
        DELETE
    }

    /** What a column of the entity was: {@code revision.get(invoice.total)}. */
    public <T> T get(ColumnReference<T> column) {
        return row.get(column.name(), column.type().javaType());
    }

    /** For people, without values, which may be secret: {@code update 3 at … by …}. */
    @Override
    public String toString() {
        return operation.name().toLowerCase(Locale.ROOT) + " " + number + " at " + at
                + by.map(each -> " by " + each).orElse("");
    }
}
