package dev.azoth.type;

/**
 * Text.
 *
 * @param form   its SQL type
 * @param length the most characters, or 0 for no limit where the database allows that
 */
public record StringType(Form form, int length) implements SqlType<String> {
    /** Checks that a length is given where the form needs one. */
    public StringType {
        if (length < 0 || (form == Form.CHAR && length == 0) || (form == Form.TEXT && length != 0)) {
            throw new IllegalArgumentException(
                    form + "(" + length + "): VARCHAR and CHAR take a positive length, TEXT takes none");
        }
    }

    /** The SQL types of text. */
    public enum Form {
        /** Padded to its length. */
        CHAR,
        /** Up to its length. */
        VARCHAR,
        /** As long as it gets. */
        TEXT
    }

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public String name() {
        return length == 0 ? form.name() : form + "(" + length + ")";
    }
}
