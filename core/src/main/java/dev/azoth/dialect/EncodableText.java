package dev.azoth.dialect;

import java.util.Locale;

/**
 * Text that survives the way to a server that stores UTF-8.
 *
 * <p>Drivers replace half of a surrogate pair by a question mark without a word, and a NUL character either ends the text or is refused
 * far from its cause. Both are refused here.
 */
public final class EncodableText {
    private EncodableText() {}

    /**
     * The text itself.
     *
     * @throws IllegalArgumentException if half of a surrogate pair is in it
     */
    public static String paired(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new IllegalArgumentException("the character at index " + i + " of the text, U+"
                            + Integer.toHexString(c).toUpperCase(Locale.ROOT)
                            + ", is half of a surrogate pair, which UTF-8 cannot hold");
                }
                i++;
            }
        }
        return text;
    }

    /**
     * The text itself.
     *
     * @throws IllegalArgumentException if a NUL character or half of a surrogate pair is in it
     */
    public static String withoutNul(String text) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new IllegalArgumentException("the character at index " + nul
                    + " of the text is NUL, which this database cannot store in text: remove it, or store bytes");
        }
        return paired(text);
    }
}
