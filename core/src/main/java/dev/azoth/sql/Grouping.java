package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Several groupings of the same rows in one query, after what all of them are grouped by; what a grouping leaves out is null in its rows.
 *
 * @param kind which groupings
 * @param sets of ROLLUP and CUBE one set, all of whose expressions take part; else the groupings
 */
public record Grouping(Kind kind, List<List<Expression<?>>> sets) implements Node {
    /** Which groupings there are. */
    public enum Kind {
        /** By all of the expressions, by all but the last, …, by none. */
        ROLLUP("ROLLUP"),
        /** By each choice of the expressions. */
        CUBE("CUBE"),
        /** Those that are said. */
        SETS("GROUPING SETS");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        /** Its keywords. */
        public String sql() {
            return sql;
        }
    }

    /** Takes immutable copies. */
    public Grouping {
        List<List<Expression<?>>> copies = new ArrayList<>();
        sets.forEach(set -> copies.add(List.copyOf(set)));
        sets = List.copyOf(copies);
        if (sets.isEmpty() || (kind != Kind.SETS && sets.get(0).isEmpty())) {
            throw new IllegalArgumentException(kind.sql() + " of nothing has no meaning");
        }
    }

    /** All expressions, in order. */
    public List<Expression<?>> expressions() {
        List<Expression<?>> all = new ArrayList<>();
        sets.forEach(all::addAll);
        return all;
    }

    @Override
    public void describe(Structure out) {
        out.value(kind).value(sets.size());
        sets.forEach(out::nodes);
    }
}
