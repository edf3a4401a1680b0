package dev.azoth.type;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A Java enum, stored as text, with a CHECK constraint that lists the values.
 *
 * <p>A value in the database that the class lacks is a {@link dev.azoth.DataException}: never a silent null.
 *
 * @param javaType the enum
 * @param labels   the text of each constant, in the order of the constants
 */
public record EnumType<E extends Enum<E>>(Class<E> javaType, List<String> labels) implements SqlType<E> {
    /** Takes an immutable copy of the labels and checks their number. */
    public EnumType {
        labels = List.copyOf(labels);
        if (labels.size() != javaType.getEnumConstants().length
                || labels.stream().distinct().count() != labels.size()) {
            throw new IllegalArgumentException(javaType.getName() + " has " + javaType.getEnumConstants().length
                    + " constants and needs as many different labels, not " + labels);
        }
    }

    /** The enum with its constants' names as labels. */
    public static <E extends Enum<E>> EnumType<E> of(Class<E> javaType) {
        return labelled(javaType, Enum::name);
    }

    /** The enum with labels of one's own. */
    public static <E extends Enum<E>> EnumType<E> labelled(Class<E> javaType, Function<E, String> label) {
        return new EnumType<>(
                javaType, Arrays.stream(javaType.getEnumConstants()).map(label).collect(Collectors.toList()));
    }

    /** The text of a constant. */
    @SuppressWarnings("EnumOrdinal") // the labels are in the order of the constants, and are never stored by it
    public String label(E value) {
        return labels.get(value.ordinal());
    }

    /**
     * The constant of a text.
     *
     * @throws IllegalArgumentException if no constant has that label
     */
    public E constant(String label) {
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException("\"" + label + "\" is no value of " + javaType.getName()
                    + ", whose labels are " + labels + ": add the constant, or correct the row");
        }
        return javaType.getEnumConstants()[index];
    }

    /** The length of the longest label, in characters. */
    public int longest() {
        return labels.stream().mapToInt(String::length).max().orElse(1);
    }

    @Override
    public List<E> values() {
        return List.of(javaType.getEnumConstants());
    }

    @Override
    public String name() {
        return "ENUM " + javaType.getSimpleName();
    }
}
