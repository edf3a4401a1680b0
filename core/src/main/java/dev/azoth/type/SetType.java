package dev.azoth.type;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some constants of a Java enum: a SET on MySQL and MariaDB, elsewhere a text of labels with commas between them, in the order of the constants.
 *
 * @param labels the enum and its labels
 */
public record SetType<E extends Enum<E>>(EnumType<E> labels) implements SqlType<Set<E>> {
    private static final int MOST = 64;

    /** Checks that the labels can be told apart. */
    public SetType {
        if (labels.labels().size() > MOST
                || labels.labels().stream().anyMatch(label -> label.isEmpty() || label.contains(","))) {
            throw new IllegalArgumentException("a SET has at most " + MOST
                    + " labels, none of them empty or with a comma, not " + labels.labels());
        }
    }

    /** The text of some constants. */
    public String text(Set<E> constants) {
        return labels.values().stream()
                .filter(constants::contains)
                .map(labels::label)
                .collect(Collectors.joining(","));
    }

    /**
     * The constants of a text.
     *
     * @throws IllegalArgumentException if a label is none of the enum's
     */
    public Set<E> constants(String text) {
        Set<E> constants = EnumSet.noneOf(labels.javaType());
        for (String label : text.isEmpty() ? List.<String>of() : List.of(text.split(",", -1))) {
            constants.add(labels.constant(label));
        }
        return Collections.unmodifiableSet(constants);
    }

    /** The length of the text of all constants. */
    public int longest() {
        return Math.max(1, String.join(",", labels.labels()).length());
    }

    @Override
    @SuppressWarnings("unchecked") // a set's class says nothing of its elements
    public Class<Set<E>> javaType() {
        return (Class<Set<E>>) (Class<?>) Set.class;
    }

    @Override
    public Set<E> copy(Set<E> value) {
        return Set.copyOf(value);
    }

    @Override
    public String name() {
        return "SET " + labels.javaType().getSimpleName();
    }
}
