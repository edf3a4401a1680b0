package dev.azoth.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL as a person reads it: a line for each clause where one line is not enough, and lists of placeholders cut short. */
final class SqlText {
    /** Rows of placeholders behind the first: {@code (?, ?), (?, ?), (?, ?)}. */
    private static final Pattern ROWS = Pattern.compile("(\\([^()]*\\?[^()]*\\))((?:, ?\\([^()]*\\?[^()]*\\)){2,})");

    private static final Pattern PLACEHOLDERS = Pattern.compile("\\?(?:, \\?){7,}");

    private static final Pattern CLAUSES = Pattern.compile(
            "(?<!\\()(?<!DELETE) (?=(?:FROM|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|RETURNING|VALUES|SET|UNION"
                    + "|ON CONFLICT|ON DUPLICATE|(?:LEFT |RIGHT |FULL |CROSS )?(?:OUTER )?JOIN|SELECT) )");

    private static final Pattern TOKENS = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|[A-Za-z_][A-Za-z0-9_]*");

    private static final Set<String> KEYWORDS = Set.of(
            ("ADD ALL ALTER AND AS ASC BETWEEN BIGINT BY CASE CAST CHECK CONFLICT CONSTRAINT CREATE CROSS DEFAULT DELETE DESC DISTINCT DO DROP"
                            + " DUPLICATE ELSE END EXCEPT EXISTS FALSE FINAL FOR FOREIGN FROM FULL GROUP HAVING IDENTITY IF IN INDEX INNER INSERT INTERSECT"
                            + " INTO IS JOIN KEY LEFT LIKE LIMIT MERGE NOT NOTHING NULL OFFSET ON OR ORDER OUTER OVER PARTITION PRIMARY RECURSIVE REFERENCES"
                            + " RELEASE RETURNING RIGHT ROLLBACK SAVEPOINT SELECT SET TABLE THEN TO TRUE UNION UNIQUE UPDATE USING VALUES WHEN WHERE WITH")
                    .split(" "));

    private SqlText() {}

    static List<String> lines(String sql, int columns) {
        List<String> lines = new ArrayList<>();
        if (sql.strip().contains("\n")) {
            // somebody broke the lines with care
            sql.strip().lines().forEach(line -> lines.addAll(broken(line, columns)));
            return lines;
        }
        String text = shortened(sql.replaceAll("\\s+", " ").strip());
        if (DisplayWidth.of(text) <= columns) {
            return List.of(text);
        }
        for (String clause : CLAUSES.split(text, -1)) {
            String indent = lines.isEmpty() ? "" : "  ";
            for (String line : WrappedText.words(clause, columns - 4)) {
                lines.add(indent + line);
                indent = "    ";
            }
        }
        return lines;
    }

    private static List<String> broken(String line, int columns) {
        int depth = line.length() - line.stripLeading().length();
        List<String> lines = new ArrayList<>();
        for (String part : WrappedText.words(line, columns - depth - 2)) {
            lines.add(" ".repeat(lines.isEmpty() ? depth : depth + 2) + part);
        }
        return lines;
    }

    private static String shortened(String sql) {
        String text = ROWS.matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + ", … " + (1 + occurrences(found.group(2), '(')) + " rows"));
        return PLACEHOLDERS.matcher(text).replaceAll(found -> "?, ?, … " + occurrences(found.group(), '?') + " values");
    }

    private static long occurrences(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }

    /** A line with its keywords in colour. */
    static String coloured(String line, Terminal terminal) {
        if (!terminal.isColoured()) {
            return line;
        }
        return TOKENS.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(
                        KEYWORDS.contains(found.group().toUpperCase(Locale.ROOT))
                                        && Character.isUpperCase(found.group().charAt(0))
                                ? Style.CYAN.apply(found.group())
                                : found.group()));
    }
}
