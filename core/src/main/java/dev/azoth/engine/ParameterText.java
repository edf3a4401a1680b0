package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.ParameterSlot;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement as logs and messages show them: long ones cut, sensitive ones masked. */
record ParameterText(int longest) {
    private static final int MOST = 50;

    String of(CompiledStatement statement, @Nullable Object[] values, NamedValues named) {
        List<String> all = new ArrayList<>();
        int ordinal = 0;
        for (ParameterSlot slot : statement.slots()) {
            if (all.size() == MOST) {
                all.add("… " + statement.slots().size() + " parameters");
                break;
            }
            all.add(slot.sensitive() ? "***" : value(slot, values, named, ordinal));
            ordinal += slot instanceof ParameterSlot.Named || slot instanceof ParameterSlot.NamedArray ? 1 : 0;
        }
        return all.isEmpty() ? "" : all.toString();
    }

    private String value(ParameterSlot slot, @Nullable Object[] values, NamedValues named, int ordinal) {
        if (slot instanceof ParameterSlot.Value value) {
            return show(values[value.number()]);
        } else if (slot instanceof ParameterSlot.Expanding list) {
            return show(values[list.number()]);
        } else if (slot instanceof ParameterSlot.Array list) {
            return show(values[list.number()]);
        } else if (slot instanceof ParameterSlot.Named name) {
            return named(name.name(), named, ordinal);
        }
        return named(((ParameterSlot.NamedArray) slot).name(), named, ordinal);
    }

    /** A parameter without a value is shown as such: what is written here must not hide why a statement failed. */
    private String named(String name, NamedValues values, int ordinal) {
        try {
            return name + "=" + show(values.value(name, ordinal));
        } catch (InvalidRequestException noValue) {
            return name + "=?";
        }
    }

    private String show(@Nullable Object value) {
        if (value instanceof String text) {
            return "'" + cut(text.replace("'", "''")) + "'";
        } else if (value instanceof byte[] bytes) {
            return "0x" + cut(HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, longest)));
        } else if (value instanceof float[] floats) {
            return "float[" + floats.length + "]";
        } else if (value instanceof List<?> list) {
            return list.size() <= 5
                    ? list.stream().map(this::show).toList().toString()
                    : "[" + show(list.get(0)) + ", " + show(list.get(1)) + ", … " + list.size() + " values]";
        }
        return cut(String.valueOf(value));
    }

    private String cut(String text) {
        return text.length() <= longest ? text : text.substring(0, longest) + "… (" + text.length() + " characters)";
    }
}
