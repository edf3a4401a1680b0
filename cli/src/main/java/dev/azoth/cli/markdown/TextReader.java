package dev.azoth.cli.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Markdown, as far as its structure matters for passages: headings, fenced code, lists and tables, paragraphs.
 *
 * <p>Front matter and comments are left out. Links and emphasis stay as they are written.
 */
public final class TextReader {
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})(?:\\s+(.*?))?(?:\\s+#+)?\\s*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|[0-9]{1,9}[.)])\\s+.*|\\s*\\|.*");
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R(.*?)\\R---\\R", Pattern.DOTALL);
    private static final Pattern LANGUAGE = Pattern.compile("(?m)^lang(?:uage)?:\\s*['\"]?([A-Za-z-]{2,})['\"]?\\s*$");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    private final boolean markdown;
    private final List<Section> sections = new ArrayList<>();
    private final @Nullable String[] path = new String[6];
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private String fence = "";

    private TextReader(boolean markdown) {
        this.markdown = markdown;
    }

    /** The sections of a Markdown text that have any blocks. */
    public static List<Section> markdown(String text) {
        String body = FRONT_MATTER.matcher(text).replaceFirst("");
        return new TextReader(true).read(body);
    }

    /** A plain text: one section of paragraphs. */
    public static List<Section> plain(String text) {
        return new TextReader(false).read(text);
    }

    /** The language that the front matter of a Markdown text says, in lower case. */
    public static Optional<String> language(String text) {
        Matcher front = FRONT_MATTER.matcher(text);
        if (!front.find()) {
            return Optional.empty();
        }
        Matcher language = LANGUAGE.matcher(front.group(1));
        return language.find() ? Optional.of(language.group(1).toLowerCase(java.util.Locale.ROOT)) : Optional.empty();
    }

    private List<Section> read(String text) {
        text.lines().forEach(this::line);
        endBlock();
        endSection();
        return sections;
    }

    private void line(String line) {
        Matcher opened = FENCE.matcher(line);
        if (!fence.isEmpty()) {
            lines.add(line);
            if (line.strip().startsWith(fence) && line.strip().chars().allMatch(c -> c == fence.charAt(0))) {
                endBlock();
                fence = "";
            }
        } else if (markdown && opened.matches()) {
            endBlock();
            fence = opened.group(1);
            lines.add(line);
        } else if (markdown && HEADING.matcher(line).matches()) {
            heading(line);
        } else if (markdown && isUnderline(line)) {
            String title = String.join(" ", lines).strip();
            lines.clear();
            begin(line.strip().startsWith("=") ? 1 : 2, title);
        } else if (line.isBlank()) {
            endBlock();
        } else {
            lines.add(line.stripTrailing());
        }
    }

    /** A line of equals signs or hyphens that makes a heading of the one line above. */
    private boolean isUnderline(String line) {
        return line.matches(" {0,3}(=+|-{2,})\\s*")
                && lines.size() == 1
                && !ITEM.matcher(lines.get(0)).matches();
    }

    private void heading(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            endBlock();
            begin(
                    heading.group(1).length(),
                    heading.group(2) == null ? "" : heading.group(2).strip());
        }
    }

    private void begin(int level, String title) {
        endSection();
        path[level - 1] = title.replaceAll("[`*]", "");
        for (int i = level; i < path.length; i++) {
            path[i] = null;
        }
    }

    private void endBlock() {
        if (!lines.isEmpty()) {
            String text = String.join("\n", lines);
            boolean code = !fence.isEmpty();
            boolean isItems = markdown && ITEM.matcher(lines.get(0)).matches();
            lines.clear();
            String kept = code ? text : COMMENT.matcher(text).replaceAll("").strip();
            if (!kept.isEmpty()) {
                blocks.add(new Block(code ? Block.Kind.CODE : isItems ? Block.Kind.LINES : Block.Kind.PARAGRAPH, kept));
            }
        }
    }

    private void endSection() {
        if (!blocks.isEmpty()) {
            List<String> headings = new ArrayList<>();
            for (String each : path) {
                if (each != null && !each.isEmpty()) {
                    headings.add(each);
                }
            }
            sections.add(new Section(headings, blocks));
            blocks.clear();
        }
    }
}
