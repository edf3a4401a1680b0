package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.AnnotationView;
import java.util.Optional;

/**
 * What {@code @Column} says, with its defaults where it is not there.
 *
 * @param name      the name, or empty
 * @param length    the length, or {@link #DEFAULT_LENGTH}
 * @param precision the precision, or 0
 * @param comment   what is said of it, or empty
 */
record ColumnSettings(
        String name,
        boolean nullable,
        boolean unique,
        boolean insertable,
        boolean updatable,
        int length,
        int precision,
        int scale,
        String comment) {
    /** Jakarta Persistence's: the length of text of which nothing is said. */
    static final int DEFAULT_LENGTH = 255;

    static final ColumnSettings NONE = new ColumnSettings("", true, false, true, true, DEFAULT_LENGTH, 0, 0, "");

    static ColumnSettings of(Optional<AnnotationView> column) {
        return column.map(each -> new ColumnSettings(
                        each.text("name"),
                        each.flag("nullable"),
                        each.flag("unique"),
                        each.flag("insertable"),
                        each.flag("updatable"),
                        each.number("length"),
                        each.number("precision"),
                        each.number("scale"),
                        each.text("comment")))
                .orElse(NONE);
    }

    /** The same of another column. */
    ColumnSettings named(String other) {
        return new ColumnSettings(other, nullable, unique, insertable, updatable, length, precision, scale, comment);
    }

    boolean saysLength() {
        return length != DEFAULT_LENGTH;
    }

    boolean saysPrecision() {
        return precision != 0 || scale != 0;
    }
}
