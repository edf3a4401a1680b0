package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.ParameterSlot;
import dev.azoth.dialect.ArrayCodec;
import dev.azoth.type.TypeCodec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds a statement's values in the order of its text. */
final class Binder {
    private Binder() {}

    /**
     * Binds all values.
     *
     * @param values what was gathered from the statement
     * @param named  what was given by name; for arrays the list of all rows' values
     */
    static void bind(PreparedStatement jdbc, CompiledStatement statement, @Nullable Object[] values, NamedValues named)
            throws SQLException {
        int index = 1;
        int ordinal = 0;
        for (ParameterSlot slot : statement.slots()) {
            if (slot instanceof ParameterSlot.Value value) {
                one(jdbc, index++, slot.codec(), values[value.number()]);
            } else if (slot instanceof ParameterSlot.Named name) {
                Object value = named.value(name.name(), ordinal++);
                one(jdbc, index++, slot.codec(), checked(name.name(), name.javaType(), value));
            } else if (slot instanceof ParameterSlot.Expanding list) {
                index = expand(jdbc, index, slot.codec(), CompiledStatement.list(values, list.number()));
            } else if (slot instanceof ParameterSlot.Array list) {
                array(jdbc, index++, slot.codec(), CompiledStatement.list(values, list.number()));
            } else if (slot instanceof ParameterSlot.NamedArray name) {
                Object list = named.value(name.name(), ordinal++);
                array(jdbc, index++, slot.codec(), list instanceof List<?> found ? found : List.of());
            }
        }
    }

    @SuppressWarnings("unchecked") // the value was built with the type that the codec is of, or its class was checked
    static <T> void one(PreparedStatement jdbc, int index, TypeCodec<T> codec, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            codec.bindNull(jdbc, index);
        } else {
            codec.bind(jdbc, index, (T) value);
        }
    }

    static @Nullable Object checked(String name, Class<?> javaType, @Nullable Object value) {
        if (value != null && !javaType.isInstance(value)) {
            throw new InvalidRequestException("the parameter " + name + " takes " + javaType.getName() + ", not "
                    + value.getClass().getName());
        }
        return value;
    }

    /** Fills the places up to the power of two with the last value again, which changes no IN list's meaning. */
    private static int expand(PreparedStatement jdbc, int from, TypeCodec<?> codec, List<?> list) throws SQLException {
        int places = CompiledStatement.places(list.size());
        for (int i = 0; i < places; i++) {
            one(jdbc, from + i, codec, list.get(Math.min(i, list.size() - 1)));
        }
        return from + places;
    }

    @SuppressWarnings("unchecked") // as for one value
    private static <T> void array(PreparedStatement jdbc, int index, TypeCodec<T> codec, List<?> list)
            throws SQLException {
        ArrayCodec.bind(codec, jdbc, index, (List<? extends @Nullable T>) list);
    }
}
