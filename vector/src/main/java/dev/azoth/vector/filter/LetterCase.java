package dev.azoth.vector.filter;

import java.util.HashMap;
import java.util.Map;

/**
 * Which characters are the same but for their case: those that {@link String#equalsIgnoreCase} takes for the same.
 *
 * <p>Databases fold letters by their version, their language or not at all beyond ASCII. A pattern with all forms of a letter in it means the same on each.
 */
final class LetterCase {
    private static final Map<Integer, String> FORMS = forms();

    private LetterCase() {}

    /** One character for all that are the same. */
    static int folded(int character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    /** A character and its other forms; itself alone if it has none. */
    static String forms(int character) {
        String forms = FORMS.get(folded(character));
        return forms == null ? Character.toString(character) : forms;
    }

    private static Map<Integer, String> forms() {
        Map<Integer, String> forms = new HashMap<>();
        for (int i = 0; i <= Character.MAX_CODE_POINT; i++) {
            if (folded(i) != i) {
                forms.merge(
                        folded(i),
                        Character.toString(folded(i)) + Character.toString(i),
                        (all, two) -> all + two.substring(two.offsetByCodePoints(0, 1)));
            }
        }
        return Map.copyOf(forms);
    }
}
