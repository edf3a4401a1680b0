package dev.azoth.sql;

/**
 * A node of the tree that statements are made of: an immutable value.
 *
 * <p>A node describes its own structure, once; from that one description come the key of the statement cache, the gathering of the
 * bound values and every search through a tree.
 */
public interface Node {
    /** Tells the parts of this node, all of them and always in the same order. */
    void describe(Structure out);
}
