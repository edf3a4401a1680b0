package dev.azoth.type;

import java.util.List;

/**
 * One of some texts, with a CHECK constraint that lists them.
 *
 * @param values the texts
 */
record ChoiceType(List<String> values) implements CustomType<String> {
    ChoiceType {
        values = List.copyOf(values);
        if (values.isEmpty() || values.stream().distinct().count() != values.size()) {
            throw new IllegalArgumentException("a choice is of one or more different texts, not of " + values);
        }
    }

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public String name() {
        return "ONE OF " + values;
    }

    @Override
    public TypeCodec<String> codec(ServerInfo server, TypeCodecs codecs) {
        int longest = values.stream().mapToInt(String::length).max().orElse(1);
        return codecs.codec(Types.VARCHAR(Math.max(1, longest))).converted(this::checked, this::checked);
    }

    private String checked(String value) {
        if (!values.contains(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is none of " + values);
        }
        return value;
    }
}
