package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of several columns, read whole: it stays valid after its result is closed. */
public final class Row {
    private final RowShape shape;
    private final @Nullable Object[] values;

    /**
     * A row.
     *
     * @param shape  the columns, shared by all rows of a result
     * @param values a value for each column; kept, not copied
     */
    public Row(RowShape shape, @Nullable Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** What it can be asked by. */
    public RowShape shape() {
        return shape;
    }

    /** The same values, asked in another way. */
    public Row in(RowShape other) {
        return new Row(other, values);
    }

    /**
     * The value of what was selected: a column, a label, or an expression equal to the one selected; an entity, in a session's query.
     *
     * @throws InvalidRequestException if that was not selected
     */
    @SuppressWarnings("unchecked") // what reads a row makes of each thing selected what that thing yields
    public <T> T get(Selectable<T> selected) {
        return (T) values[shape.index(selected)];
    }

    /**
     * The value of a column by its name, or by its label.
     *
     * @param javaType the class of the value, checked
     * @throws InvalidRequestException if no column has the name, or more than one has
     */
    public <T> T get(String name, Class<T> javaType) {
        return javaType.cast(values[shape.index(name)]);
    }

    /** The value of a column by its name; see {@link #get(String, Class)}. */
    public @Nullable Object get(String name) {
        return values[shape.index(name)];
    }

    /** The value at an index, from 0. */
    public @Nullable Object get(int index) {
        return values[index];
    }

    /**
     * Some of what was selected, in this order.
     *
     * @throws InvalidRequestException if one was not selected
     */
    public Row columns(List<? extends Selectable<?>> selected) {
        @Nullable Object[] part = new Object[selected.size()];
        List<String> names = new ArrayList<>(part.length);
        for (int i = 0; i < part.length; i++) {
            int index = shape.index(selected.get(i));
            part[i] = values[index];
            names.add(shape.names().get(index));
        }
        return new Row(new RowShape(names, selected), part);
    }

    /** The number of columns. */
    public int size() {
        return values.length;
    }

    /** The names of the columns, no two of them the same; see {@link RowShape#names}. */
    public List<String> names() {
        return shape.names();
    }

    /** The values by {@linkplain #names name}, in the order of the columns. */
    public Map<String, @Nullable Object> mapping() {
        Map<String, @Nullable Object> mapping = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            mapping.put(shape.names().get(i), values[i]);
        }
        return Collections.unmodifiableMap(mapping);
    }

    /** The values, in order. */
    public List<@Nullable Object> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && Arrays.deepEquals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return mapping().toString();
    }
}
