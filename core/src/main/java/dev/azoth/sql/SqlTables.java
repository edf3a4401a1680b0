package dev.azoth.sql;

import dev.azoth.type.SqlType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tables that are only named, and joins, as {@link Sql} offers them. */
abstract class SqlTables extends SqlSelectables {
    SqlTables() {}

    /** A table that no {@link dev.azoth.schema.MetaData} knows, with columns made by {@link #column}. */
    public static LooseTable table(String name, LooseColumn<?>... columns) {
        return new LooseTable(Names.checked(name), Optional.empty(), List.copyOf(Arrays.asList(columns)));
    }

    /** A column by its name alone: for a {@link #table}, for {@link #values}, or of whatever in FROM has such a column. */
    public static <T> LooseColumn<T> column(String name, SqlType<T> type) {
        return new LooseColumn<>(Names.checked(name), type);
    }

    /** Two things joined, to stand on a side of another join: {@code a.leftJoin(join(b, c, on), …)}. */
    public static Join join(Source left, Source right, Expression<Boolean> on) {
        return new Join(left.fromItem(), right.fromItem(), Join.Kind.INNER, Condition.of(on));
    }

    /**
     * Two things joined by the only foreign key between them.
     *
     * @throws dev.azoth.InvalidRequestException if there is none, or more than one
     */
    public static Join join(Source left, Source right) {
        return join(left, right, KeyJoin.of(left.fromItem(), right.fromItem()));
    }

    /** Two things joined, keeping rows of the left side that no row of the right meets. */
    public static Join leftJoin(Source left, Source right, Expression<Boolean> on) {
        return new Join(left.fromItem(), right.fromItem(), Join.Kind.LEFT, Condition.of(on));
    }

    /** The same by the only foreign key between both sides; see {@link #join(Source, Source)}. */
    public static Join leftJoin(Source left, Source right) {
        return leftJoin(left, right, KeyJoin.of(left.fromItem(), right.fromItem()));
    }

    /** Two things joined, keeping all rows of both sides. */
    public static Join fullJoin(Source left, Source right, Expression<Boolean> on) {
        return new Join(left.fromItem(), right.fromItem(), Join.Kind.FULL, Condition.of(on));
    }

    /** Every row of the one with every row of the other. */
    public static Join crossJoin(Source left, Source right) {
        return new Join(left.fromItem(), right.fromItem(), Join.Kind.CROSS, null);
    }

    /**
     * A sample of a table's rows, on PostgreSQL and DuckDB.
     *
     * @param percent how many hundredths of them, about; more than 0, 100 at most
     */
    public static TableSample tableSample(NamedTable table, TableSample.Method method, double percent) {
        return TableSample.of(table, method, percent);
    }
}
