package dev.azoth.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines that fit. */
public final class WrappedText {
    private WrappedText() {}

    /**
     * The lines of a text, each at most so many columns wide unless a single word is wider.
     *
     * <p>Code, between fences ({@code ```}) or indented, keeps its lines, however long; rows of a table are wrapped one by one. Other lines are joined to
     * paragraphs first.
     */
    public static List<String> of(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        boolean code = false;
        for (String line : text.split("\n", -1)) {
            boolean fence = line.strip().startsWith("```");
            if (fence || code || line.startsWith("    ")) {
                flush(paragraph, columns, lines);
                if (!fence) {
                    lines.add("  " + line.stripTrailing());
                }
                code ^= fence;
            } else if (line.startsWith("|")) {
                flush(paragraph, columns, lines);
                List<String> row = words(line, columns - 2);
                for (int i = 0; i < row.size(); i++) {
                    lines.add((i == 0 ? "" : "  ") + row.get(i));
                }
            } else if (line.isBlank()) {
                flush(paragraph, columns, lines);
                if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
                    lines.add("");
                }
            } else {
                if (isItem(line)) {
                    flush(paragraph, columns, lines);
                }
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        flush(paragraph, columns, lines);
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static boolean isItem(String line) {
        return line.strip().matches("([-*+]|[0-9]{1,3}[.)]) .*");
    }

    private static void flush(StringBuilder paragraph, int columns, List<String> into) {
        if (!paragraph.isEmpty()) {
            into.addAll(words(paragraph.toString(), columns));
            paragraph.setLength(0);
        }
    }

    /** One paragraph, broken between words. */
    public static List<String> words(String paragraph, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int width = 0;
        for (String word : paragraph.strip().split(" +", -1)) {
            int wide = DisplayWidth.of(word);
            if (width > 0 && width + 1 + wide > columns) {
                lines.add(line.toString());
                line.setLength(0);
                width = 0;
            }
            line.append(width == 0 ? "" : " ").append(word);
            width += wide + (width == 0 ? 0 : 1);
        }
        lines.add(line.toString());
        return lines;
    }
}
