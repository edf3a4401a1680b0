package dev.azoth.vector.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Patterns that ignore the case of letters, for databases: each letter is a set of its forms, so that no folding of the database's own is needed.
 *
 * <p>A set in brackets means the same in the regular expressions of PostgreSQL, ICU (MySQL), PCRE (MariaDB) and RE2 (DuckDB), and in SQLite's GLOB.
 */
public final class PatternText {
    private static final String ANY_CHARACTER = ".";
    private static final String SPECIAL = "\\^$.|?*+()[]{}#-&~";

    private PatternText() {}

    /** For GLOB. */
    public static String glob(LikePattern pattern) {
        return pattern.written("*", "?", text -> each(pattern, text, PatternText::globCharacter));
    }

    private static String globCharacter(int character) {
        return "[*?".indexOf(character) < 0 ? Character.toString(character) : "[" + Character.toString(character) + "]";
    }

    /** A regular expression of the whole text, without anchors, for those that are matched without going back. */
    public static String regularExpression(LikePattern pattern) {
        return pattern.written(".*", ANY_CHARACTER, text -> each(pattern, text, PatternText::regularCharacter));
    }

    /**
     * A regular expression to be searched for, for those that are matched by trying, and trying again.
     *
     * <p>What stands between two wildcards for any text need only be found where it comes first: it is never looked for again ({@code (?>…)}), so that no
     * pattern takes more than the product of both lengths.
     */
    public static String searchedExpression(LikePattern pattern) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (LikePattern.Part part : pattern.parts()) {
            if (part instanceof LikePattern.Part.AnyText) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(
                        part instanceof LikePattern.Part.Text text
                                ? each(pattern, text.text(), PatternText::regularCharacter)
                                : ANY_CHARACTER);
            }
        }
        pieces.add(piece.toString());
        int last = pieces.size() - 1;
        StringBuilder whole = new StringBuilder("(?s)\\A").append(pieces.get(0));
        pieces.subList(Math.min(1, last), last).stream()
                .filter(each -> !each.isEmpty())
                .forEach(each -> whole.append("(?>.*?").append(each).append(')'));
        if (last > 0) {
            whole.append(".*").append(pieces.get(last));
        }
        return whole.append("\\z").toString();
    }

    private static String regularCharacter(int character) {
        return (SPECIAL.indexOf(character) < 0 ? "" : "\\") + Character.toString(character);
    }

    private static String each(LikePattern pattern, String text, IntFunction<String> plain) {
        return text.codePoints()
                .mapToObj(each -> {
                    String forms = pattern.ignoringCase() ? LetterCase.forms(each) : Character.toString(each);
                    return forms.codePointCount(0, forms.length()) > 1 ? "[" + forms + "]" : plain.apply(each);
                })
                .collect(Collectors.joining());
    }
}
