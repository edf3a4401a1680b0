package dev.azoth.dialect;

import dev.azoth.type.JsonForm;
import dev.azoth.type.TypeCodec;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list as an array of the database.
 *
 * <p>The elements are read by their own codec, out of the result set that JDBC makes of an array: so they are what a column of their
 * type would be, and never the driver's own idea of a date.
 *
 * @param element     the codec of the elements, which must have {@linkplain TypeCodec#arrayElementType arrays}
 * @param declaration the type of the array
 * @param placeholder the place of a bound array
 */
public record ArrayCodec<E>(TypeCodec<E> element, String declaration, String placeholder)
        implements TypeCodec<List<E>> {
    /** The column of {@link Array#getResultSet} that has the values; the first has their indexes. */
    private static final int VALUE = 2;

    /** A list whose place is that of an array of its elements. */
    public ArrayCodec(TypeCodec<E> element, String declaration) {
        this(element, declaration, element.arrayPlaceholder());
    }

    @Override
    public int jdbcType() {
        return Types.ARRAY;
    }

    @Override
    public void bind(PreparedStatement statement, int index, List<E> value) throws SQLException {
        bind(element, statement, index, value);
    }

    /** Binds values, some of which may be null, as an array. */
    public static <E> void bind(
            TypeCodec<E> element, PreparedStatement statement, int index, List<? extends @Nullable E> values)
            throws SQLException {
        if (element.bindArray(statement, index, values)) {
            return;
        }
        @Nullable Object[] elements = new Object[values.size()];
        for (int i = 0; i < elements.length; i++) {
            @Nullable E each = values.get(i);
            elements[i] = each == null ? null : element.arrayElement(each);
        }
        statement.setArray(index, statement.getConnection().createArrayOf(element.arrayElementType(), elements));
    }

    @Override
    public @Nullable List<E> read(ResultSet row, int index) throws SQLException {
        Array array = row.getArray(index);
        if (array == null) {
            return null;
        }
        List<@Nullable E> values = new ArrayList<>();
        try (ResultSet elements = array.getResultSet()) {
            while (elements.next()) {
                values.add(element.read(elements, VALUE));
            }
        }
        array.free();
        return Collections.unmodifiableList(values);
    }

    /** As an array of JSON, if its elements are values of JSON as they are. */
    @Override
    public Optional<JsonForm<List<E>>> jsonForm() {
        return element.jsonForm()
                .filter(form -> form.before().isEmpty() && form.after().isEmpty())
                .map(form -> JsonForm.plain(value -> read(form, value)));
    }

    private static <E> List<E> read(JsonForm<E> form, Object array) {
        List<@Nullable E> values = new ArrayList<>();
        for (Object each : (List<?>) array) {
            values.add(each == null ? null : form.read().apply(each));
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    public String literal(List<E> value) {
        List<String> literals = new ArrayList<>();
        for (@Nullable E each : value) {
            literals.add(each == null ? "NULL" : element.literal(each));
        }
        return "CAST(ARRAY[" + String.join(", ", literals) + "] AS " + declaration + ")";
    }
}
