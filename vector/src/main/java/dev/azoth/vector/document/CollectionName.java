package dev.azoth.vector.document;

import dev.azoth.vector.UnicodeText;
import java.nio.charset.StandardCharsets;

/** Which names a collection may have: those of tables on every database, so that it can move. */
final class CollectionName {
    /** The least that a database takes for a name is 63 bytes, of which the names of indexes need some. */
    static final int LONGEST = 50;

    private CollectionName() {}

    static String checked(String name) {
        UnicodeText.check(name, "the name of a collection");
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > LONGEST) {
            throw wrong(name, "has from 1 to " + LONGEST + " bytes in UTF-8, and this one has " + bytes);
        }
        if (!name.equals(name.strip())) {
            throw wrong(name, "neither begins nor ends with a space");
        }
        name.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || !Character.isBmpCodePoint(c)) {
                throw wrong(
                        name,
                        "has neither control characters nor characters above U+FFFF, which not every database takes in the name of a table");
            }
        });
        return name;
    }

    private static IllegalArgumentException wrong(String name, String rule) {
        return new IllegalArgumentException("the name of a collection " + rule + ": \"" + name + "\"");
    }
}
