package dev.azoth.cli.documents;

import java.nio.file.Path;

/**
 * A file to be ingested.
 *
 * @param path   where it is
 * @param source the name by which the collection knows it: its path as it was given, or below the folder that was given
 */
public record SourceFile(Path path, String source) {
    /** Whether it is Markdown; else it is plain text. */
    boolean isMarkdown() {
        return isMarkdown(path);
    }

    static boolean isMarkdown(Path file) {
        return hasEnding(file, ".md") || hasEnding(file, ".markdown");
    }

    static boolean isText(Path file) {
        return isMarkdown(file) || hasEnding(file, ".txt");
    }

    private static boolean hasEnding(Path file, String ending) {
        Path name = file.getFileName();
        return name != null
                && name.toString().toLowerCase(java.util.Locale.ROOT).endsWith(ending);
    }
}
