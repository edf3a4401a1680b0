package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where statements and expressions begin; to be imported statically. */
public final class Sql extends SqlTables {
    private Sql() {}

    /** Selects one thing: the rows are that thing. */
    public static <T> Select<T> select(Selectable<T> selected) {
        return Select.of(List.of(selected), new Projection.Single());
    }

    /** Selects several things. */
    public static Select<Row> select(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return Select.of(listOf(first, second, more), new Projection.Rows());
    }

    /** Selects things gathered in a list; the rows are {@link Row}s even of one. */
    public static Select<Row> select(List<? extends Selectable<?>> selected) {
        if (selected.isEmpty()) {
            throw new IllegalArgumentException("nothing to select");
        }
        return Select.of(selected, new Projection.Rows());
    }

    /** Selects all columns. */
    public static Select<Row> select(FromItem from) {
        return Select.<Row>of(from.columns(), new Projection.Rows()).from(from);
    }

    /**
     * A record of several things selected, as one of them: {@code select(user.name, construct(Address.class, user.street, user.city))}.
     *
     * <p>Its components are, in order, the parts; number and classes are checked when the statement is compiled. It is null when all its columns
     * are, as after an outer join without a partner.
     */
    public static <R extends Record> Construct<R> construct(Class<R> record, Selectable<?>... parts) {
        return new Construct<>(Arrays.asList(parts), new Projection.Into(record), true);
    }

    /** The rows of another query that belong to each row, as a list of what it yields; say which they are with {@link Nested#on}. */
    public static <E> Nested<E, List<E>> nested(Select<E> rows) {
        return Nested.of(rows);
    }

    /** Inserts into a table. */
    public static Insert<Row> insert(NamedTable table) {
        return Insert.into(table);
    }

    /**
     * Inserts into what stands for one: an entity, in a session.
     *
     * @throws InvalidRequestException if it stands for none: an alias, say, or a query
     */
    public static Insert<Row> insert(Source target) {
        return Insert.into(target.changedTable());
    }

    /** Updates a table. */
    public static Update<Row> update(NamedTable table) {
        return Update.of(table);
    }

    /**
     * Updates what stands for one: an entity, in a session.
     *
     * @throws InvalidRequestException if it stands for none: an alias, say, or a query
     */
    public static Update<Row> update(Source target) {
        return Update.of(target.changedTable());
    }

    /** Deletes from a table. */
    public static Delete<Row> delete(NamedTable table) {
        return Delete.from(table);
    }

    /**
     * Deletes from what stands for one: an entity, in a session.
     *
     * @throws InvalidRequestException if it stands for none: an alias, say, or a query
     */
    public static Delete<Row> delete(Source target) {
        return Delete.from(target.changedTable());
    }

    /**
     * In what a change returns, the value that a column had before; null of a row that was not there. On PostgreSQL, from 18 on.
     *
     * @see #newValue
     */
    public static <T> Expression<T> oldValue(ColumnReference<T> column) {
        return function("old_value", column.type(), column);
    }

    /** In what a change returns, the value that a column has now; null of a row that is gone. On PostgreSQL, from 18 on. */
    public static <T> Expression<T> newValue(ColumnReference<T> column) {
        return function("new_value", column.type(), column);
    }

    /** A whole statement as SQL text, with {@code :name} parameters; see {@link TextFragment}. */
    public static TextQuery<Row> text(String sql) {
        return TextQuery.of(TextFragment.parse(sql));
    }

    /** An expression as SQL text, with {@code :name} parameters, in parentheses unless it stands alone. */
    public static <T> TextExpression<T> expression(String sql, SqlType<T> type) {
        return new TextExpression<>(TextFragment.parse(sql), type);
    }

    /** A condition as SQL text, with {@code :name} parameters. */
    public static TextCondition condition(String sql) {
        return new TextCondition(TextFragment.parse(sql));
    }

    static List<Selectable<?>> listOf(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        List<Selectable<?>> all = new ArrayList<>(List.of(first, second));
        all.addAll(Arrays.asList(more));
        return all;
    }
}
