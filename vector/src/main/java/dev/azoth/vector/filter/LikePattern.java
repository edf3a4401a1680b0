package dev.azoth.vector.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The pattern of a {@link Field#like}, taken apart so that each database can write it with its own wildcards.
 *
 * @param parts        text as it is, and wildcards
 * @param ignoringCase whether a letter is also its other forms, in any language, as {@link String#equalsIgnoreCase} has it
 */
public record LikePattern(List<Part> parts, boolean ignoringCase) {
    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    /** Takes an immutable copy. */
    public LikePattern {
        parts = List.copyOf(parts);
    }

    /** A part of a pattern. */
    public sealed interface Part {
        /** These very characters. */
        record Text(String text) implements Part {}

        /** Any text, even none. */
        record AnyText() implements Part {}

        /** Any character. */
        record AnyCharacter() implements Part {}
    }

    static LikePattern containing(String text) {
        FilterValue.checkText(text, "a string of a filter");
        return new LikePattern(List.of(new Part.AnyText(), new Part.Text(text), new Part.AnyText()), false);
    }

    static LikePattern parse(String pattern, boolean ignoringCase) {
        FilterValue.checkText(pattern, "a pattern of a filter");
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
                text.append(escaped(pattern, i));
            } else if (c == '%' || c == '_') {
                addText(text, parts);
                parts.add(c == '%' ? new Part.AnyText() : new Part.AnyCharacter());
            } else {
                text.append(c);
            }
        }
        addText(text, parts);
        return new LikePattern(parts, ignoringCase);
    }

    private static char escaped(String pattern, int at) {
        if (at == pattern.length() || "\\%_".indexOf(pattern.charAt(at)) < 0) {
            throw new IllegalArgumentException("a backslash stands before %, _ or another backslash, and at character "
                    + (at - 1) + " of this pattern it does not: " + pattern);
        }
        return pattern.charAt(at);
    }

    private static void addText(StringBuilder text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text.toString()));
            text.setLength(0);
        }
    }

    /** The pattern for SQL's LIKE, with a character before those that mean themselves. */
    public String sql(char escape) {
        return written(
                "%",
                "_", text -> {
                    StringBuilder out = new StringBuilder();
                    for (int i = 0; i < text.length(); i++) {
                        char c = text.charAt(i);
                        out.append(c == '%' || c == '_' || c == escape ? String.valueOf(escape) : "")
                                .append(c);
                    }
                    return out.toString();
                });
    }

    /**
     * The pattern in another notation.
     *
     * @param anyText      what stands for any text
     * @param anyCharacter what stands for any character
     * @param text         writes text so that it means itself
     */
    public String written(String anyText, String anyCharacter, UnaryOperator<String> text) {
        return parts.stream()
                .map(part -> part instanceof Part.Text plain
                        ? text.apply(plain.text())
                        : part instanceof Part.AnyText ? anyText : anyCharacter)
                .collect(Collectors.joining());
    }

    /** Goes back only to the last "any text", so that no pattern takes more than the product of both lengths. */
    boolean matches(String text) {
        int[] pattern = codes();
        int[] characters = characters(text).toArray();
        int p = 0;
        int afterAny = -1;
        int resume = 0;
        int c = 0;
        while (c < characters.length) {
            if (p < pattern.length && pattern[p] == ANY_TEXT) {
                p++;
                afterAny = p;
                resume = c;
            } else if (p < pattern.length && (pattern[p] == ANY_CHARACTER || pattern[p] == characters[c])) {
                p++;
                c++;
            } else if (afterAny >= 0) {
                p = afterAny;
                resume++;
                c = resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == ANY_TEXT) {
            p++;
        }
        return p == pattern.length;
    }

    private int[] codes() {
        return parts.stream()
                .flatMapToInt(part -> part instanceof Part.Text plain
                        ? characters(plain.text())
                        : IntStream.of(part instanceof Part.AnyText ? ANY_TEXT : ANY_CHARACTER))
                .toArray();
    }

    private IntStream characters(String text) {
        return ignoringCase ? text.codePoints().map(LetterCase::folded) : text.codePoints();
    }

    /** The pattern as {@link Field#like} takes it. */
    String written() {
        return written("%", "_", text -> text.replaceAll("[\\\\%_]", "\\\\$0"));
    }
}
