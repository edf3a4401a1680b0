package dev.azoth.cli.markdown;

/**
 * What a passage is put together from: a block, or a part of one that was too long.
 *
 * @param glue   what stands between it and the piece before
 * @param tokens its length
 */
record Piece(String glue, String text, int tokens, Block.Kind kind) {}
