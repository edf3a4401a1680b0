package dev.azoth.vector;

import dev.azoth.dialect.EncodableText;

/** Text as every database can store it, so that what is kept in one can move to another. */
public final class UnicodeText {
    private UnicodeText() {}

    /**
     * Refuses text that not every database can store: with a NUL, or with half of a surrogate pair.
     *
     * @param place what the text is, for the message: {@code the text of a document}
     * @throws IllegalArgumentException naming the position
     */
    public static void check(String text, String place) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new IllegalArgumentException(place + " has a NUL at index " + nul
                    + ", which not every database can store: take it out with replace(\"\\0\", \"\")");
        }
        try {
            EncodableText.paired(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }
}
