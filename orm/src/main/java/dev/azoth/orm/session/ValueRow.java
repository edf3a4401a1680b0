package dev.azoth.orm.session;

import org.jspecify.annotations.Nullable;

/**
 * An element of a collection of values, as its row has it.
 *
 * @param index  what tells it apart from the others of its owner; null where nothing does
 * @param values the values of the element's columns
 */
@SuppressWarnings("ArrayRecordComponent") // carries values within this package and is never compared
record ValueRow(@Nullable Object index, @Nullable Object[] values) {
    /**
     * A number that is the same for the same values: of those whose classes say it exactly. All others count as 0, since their {@code equals} may be stricter
     * than their type is.
     */
    int hash() {
        int hash = 0;
        for (Object each : values) {
            boolean exact = each instanceof String
                    || each instanceof Long
                    || each instanceof Integer
                    || each instanceof Short
                    || each instanceof Enum<?>
                    || each instanceof java.util.UUID
                    || each instanceof java.time.LocalDate;
            hash = 31 * hash + (exact ? each.hashCode() : 0);
        }
        return hash;
    }
}
