package dev.azoth.cli.markdown;

import java.util.List;

/**
 * A piece of a document, short enough for an embedding model and long enough to mean something alone.
 *
 * @param headings the headings on the way to it, the outermost first
 * @param text     its text, as it is written in the document
 * @param position its place among the passages of the document, from 0
 */
public record Passage(List<String> headings, String text, int position) {
    /** The headings in one line. */
    public String headingPath() {
        return String.join(" › ", headings);
    }
}
