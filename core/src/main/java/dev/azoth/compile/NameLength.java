package dev.azoth.compile;

import dev.azoth.CompileException;
import java.nio.charset.StandardCharsets;

/**
 * How long a name may be in a database. Some of them cut a longer one off without a word, so that it means another thing.
 *
 * @param database what the database is called
 * @param most     the most bytes or characters
 * @param bytes    whether bytes of UTF-8 are counted
 */
public record NameLength(String database, int most, boolean bytes) {
    /** Any length. */
    public static final NameLength ANY = new NameLength("", Integer.MAX_VALUE, false);

    /** So many bytes of UTF-8. */
    public static NameLength bytes(String database, int most) {
        return new NameLength(database, most, true);
    }

    /** So many characters. */
    public static NameLength characters(String database, int most) {
        return new NameLength(database, most, false);
    }

    private int of(String name) {
        return bytes ? name.getBytes(StandardCharsets.UTF_8).length : name.codePointCount(0, name.length());
    }

    /**
     * Refuses a name that is too long.
     *
     * @throws CompileException if it is
     */
    void check(String name) {
        if (name.length() > most / 4 && of(name) > most) {
            throw new CompileException("the name \"" + name + "\" has " + of(name) + (bytes ? " bytes" : " characters")
                    + ", of which " + database + " keeps " + most + ": give it a shorter one");
        }
    }

    /** The name, or if it is too long its beginning with what tells it from others that begin alike. */
    String shortened(String name) {
        if (name.length() <= most / 4 || of(name) <= most) {
            return name;
        }
        String rest = "_" + Integer.toHexString(name.hashCode());
        int end = Math.min(name.length(), most);
        String begin = name.substring(0, end);
        while (of(begin) > most - rest.length()) {
            begin = begin.substring(0, begin.offsetByCodePoints(begin.length(), -1));
        }
        return begin + rest;
    }
}
