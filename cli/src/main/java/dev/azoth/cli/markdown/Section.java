package dev.azoth.cli.markdown;

import java.util.List;

/**
 * The blocks under a heading, up to the next one.
 *
 * @param headings the headings on the way to it, the outermost first; none before the first heading
 */
public record Section(List<String> headings, List<Block> blocks) {
    /** Takes immutable copies. */
    public Section {
        headings = List.copyOf(headings);
        blocks = List.copyOf(blocks);
    }
}
