package dev.azoth.sql;

import dev.azoth.InvalidRequestException;

/** Goes through the parts of a node that cannot be made anew, of which therefore none may change. */
final class PartsOfOthers extends Traversal {
    private final Node owner;
    private final Rewriter by;

    private PartsOfOthers(Node owner, Rewriter by) {
        this.owner = owner;
        this.by = by;
    }

    /**
     * Checks that nothing in a node changes.
     *
     * @throws InvalidRequestException if something does
     */
    static void check(Node owner, Rewriter by) {
        owner.describe(new PartsOfOthers(owner, by));
    }

    @Override
    protected boolean meet(Node node) {
        if (by.node(node) != node) {
            throw new InvalidRequestException("a part of " + owner.getClass().getName()
                    + " would change, which cannot be made anew: make it a public record");
        }
        return false; // the rewriter has been in it
    }
}
