package dev.azoth.sql;

import dev.azoth.type.Types;

/** How many rows a {@link Select} gives. */
abstract class SelectRange<T> extends SelectSources<T> {
    SelectRange(SelectClauses clauses, SelectExtras extras, Projection projection) {
        super(clauses, extras, projection);
    }

    /** At most so many rows. */
    public Select<T> limit(long rows) {
        return fetch(rows, Fetch.ROWS);
    }

    /** At most so many rows, by an expression; MySQL and MariaDB take a value or a parameter only. */
    public Select<T> limit(Expression<Long> rows) {
        return fetch(rows, Fetch.ROWS);
    }

    /**
     * So many rows and those equal to the last one, or so many hundredths of the rows.
     *
     * <p>Both need an order. With ties, the order decides what is equal.
     */
    public Select<T> fetch(long rows, Fetch counted) {
        return fetch(rows(rows), counted);
    }

    /** The same by an expression. */
    public Select<T> fetch(Expression<Long> rows, Fetch counted) {
        return with(clauses.withLimit(rows)).with(extras.withFetch(counted));
    }

    /** The rows from one to before another, which count from 0. */
    public Select<T> slice(long from, long to) {
        return offset(from).limit(Math.subtractExact(to, from));
    }

    /** Leaves out so many rows first. */
    public Select<T> offset(long rows) {
        return offset(rows(rows));
    }

    /** The same query of all rows: without limit and offset. */
    Select<T> withoutRange() {
        return with(clauses.withLimit(null).withOffset(null)).with(extras.withFetch(Fetch.ROWS));
    }

    /** Leaves out so many rows first, by an expression; MySQL and MariaDB take a value or a parameter only. */
    public Select<T> offset(Expression<Long> rows) {
        return with(clauses.withOffset(rows));
    }

    /** A number of rows as a value. */
    static Expression<Long> rows(long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("a number of rows is not negative: " + rows);
        }
        return new Bind<>(Types.BIGINT, rows);
    }
}
