package dev.azoth.sql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two things in FROM, joined.
 *
 * @param condition null for a cross join only
 */
public record Join(
        FromItem left, FromItem right, Kind kind, @Nullable Condition condition) implements FromItem {
    /** The kinds of join. */
    public enum Kind {
        /** Pairs that meet the condition. */
        INNER("JOIN"),
        /** Those, and the left rows that no right row meets. */
        LEFT("LEFT JOIN"),
        /** Those, and the right rows that no left row meets. */
        RIGHT("RIGHT JOIN"),
        /** Those, and the rows of both sides that meet none. */
        FULL("FULL JOIN"),
        /** Every pair. */
        CROSS("CROSS JOIN");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        /** Its keywords. */
        public String sql() {
            return sql;
        }
    }

    @Override
    public List<? extends ColumnReference<?>> columns() {
        return Stream.concat(left.columns().stream(), right.columns().stream()).collect(Collectors.toList());
    }

    @Override
    public List<FromItem> items() {
        return Stream.concat(left.items().stream(), right.items().stream()).toList();
    }

    @Override
    public void describe(Structure out) {
        out.node(left).node(right).value(kind).node(condition);
    }
}
