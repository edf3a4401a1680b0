package dev.azoth.sql;

import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A whole statement written as SQL text, of any kind.
 *
 * <p>Without {@link #columns} its rows have the columns that the database tells, read as the driver gives them. With columns it can
 * stand wherever a query can.
 */
public final class TextQuery implements Query<Row> {
    private final TextFragment text;
    private final List<Label<?>> columns;

    TextQuery(TextFragment text, List<Label<?>> columns) {
        this.text = text;
        this.columns = List.copyOf(columns);
    }

    /** Binds a value, or puts in an expression, for {@code :name}. */
    public TextQuery bind(String name, Object value) {
        return new TextQuery(text.bind(name, value), columns);
    }

    /** Adds the next column of the result, by its name and type. */
    public TextQuery column(String name, SqlType<?> type) {
        List<Label<?>> more = new ArrayList<>(columns);
        more.add(new Label<>(new Literal<>(type, null), name));
        return new TextQuery(text, more);
    }

    /** Says which columns the result has, in order, by columns of the same name and type. */
    public TextQuery columns(ColumnReference<?>... names) {
        TextQuery query = new TextQuery(text, List.of());
        for (ColumnReference<?> column : Arrays.asList(names)) {
            query = query.column(column.name(), column.type());
        }
        return query;
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
        return new Projection.Rows();
    }

    @Override
    public void describe(Structure out) {
        out.node(text).nodes(columns);
    }

    /** The statement as standard SQL with its values, but for sensitive ones; for people to read. */
    @Override
    public String toString() {
        return StatementText.text(this);
    }

    TextQuery rewritten(Rewriter by) {
        TextFragment other = by.node(text);
        return Rewriter.isSame(other, text) ? this : new TextQuery(other, columns);
    }
}
