package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A whole statement written as SQL text, of any kind.
 *
 * <p>Without {@link #columns} its rows have the columns that the database tells, read as the driver gives them. With columns it can
 * stand wherever a query can, and its rows can be records.
 *
 * @param <T> what a row yields
 */
public final class TextQuery<T> implements Query<T> {
    private final TextFragment text;
    private final List<Label<?>> columns;
    private final Projection projection;

    private TextQuery(TextFragment text, List<Label<?>> columns, Projection projection) {
        this.text = text;
        this.columns = List.copyOf(columns);
        this.projection = projection;
    }

    static TextQuery<Row> of(TextFragment text) {
        return new TextQuery<>(text, List.of(), new Projection.Rows());
    }

    /** Binds a value, or puts in an expression or a {@linkplain Sql#listParameter list}, for {@code :name}. */
    public TextQuery<T> bind(String name, Object value) {
        return new TextQuery<>(text.bind(name, value), columns, projection);
    }

    /** Binds a list of any length, which may be empty, for {@code :name} in {@code IN (:name)}. */
    public <V> TextQuery<T> bindList(String name, SqlType<V> element, Collection<? extends V> list) {
        return new TextQuery<>(text.bindList(name, element, list), columns, projection);
    }

    /** Adds the next column of the result, by its name and type. */
    public TextQuery<T> column(String name, SqlType<?> type) {
        List<Label<?>> more = new ArrayList<>(columns);
        more.add(new Label<>(new Literal<>(type, null), name));
        return new TextQuery<>(text, more, projection);
    }

    /** Says which columns the result has, in order, by columns of the same name and type. */
    public TextQuery<T> columns(ColumnReference<?>... names) {
        TextQuery<T> query = new TextQuery<>(text, List.of(), projection);
        for (ColumnReference<?> column : Arrays.asList(names)) {
            query = query.column(column.name(), column.type());
        }
        return query;
    }

    /** The same query of one column, whose values are its rows. */
    public <R> TextQuery<R> withOnly(String name, SqlType<R> type) {
        return new TextQuery<>(text, List.of(new Label<>(new Literal<>(type, null), name)), new Projection.Single());
    }

    /**
     * The same query with each row as a record: its components are, in order, the columns that were said.
     *
     * <p>Number and classes are checked when the statement is compiled.
     *
     * @throws InvalidRequestException if no columns were said
     */
    public <R extends Record> TextQuery<R> as(Class<R> record) {
        if (columns.isEmpty()) {
            throw new InvalidRequestException("a record is made of columns whose types are known: call column(…) or"
                    + " columns(…) before as(" + record.getSimpleName() + ".class)");
        }
        return new TextQuery<>(text, columns, new Projection.Into(record));
    }

    /** The text. */
    public TextFragment text() {
        return text;
    }

    /** Whether the columns were said. */
    public boolean isTyped() {
        return !columns.isEmpty();
    }

    @Override
    public List<? extends Selectable<?>> selection() {
        return columns;
    }

    @Override
    public Projection projection() {
        return projection;
    }

    @Override
    public void describe(Structure out) {
        out.node(text).nodes(columns).value(projection);
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }

    TextQuery<T> rewritten(Rewriter by) {
        TextFragment other = by.node(text);
        return Rewriter.isSame(other, text) ? this : new TextQuery<>(other, columns, projection);
    }
}
