package dev.azoth.cli.markdown;

/**
 * A block of text between empty lines.
 *
 * @param kind what it is
 * @param text its lines; of code with its fences
 */
public record Block(Kind kind, String text) {
    /** The kinds of block, which differ in where they may be cut. */
    public enum Kind {
        /** Sentences. */
        PARAGRAPH,
        /** A list or a table: lines that mean something each. */
        LINES,
        /** Code: best left whole. */
        CODE
    }
}
