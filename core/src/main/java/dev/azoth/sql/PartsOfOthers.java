package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the parts of a node that cannot be made anew, of which therefore none may change. */
final class PartsOfOthers implements Structure {
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
    public Structure node(@Nullable Node part) {
        if (part != null && by.node(part) != part) {
            throw new InvalidRequestException("a part of " + owner.getClass().getName()
                    + " would change, which cannot be made anew: make it a public record");
        }
        return this;
    }

    @Override
    public Structure nodes(List<? extends Node> parts) {
        parts.forEach(this::node);
        return this;
    }

    @Override
    public Structure value(@Nullable Object part) {
        return this;
    }

    @Override
    public Structure bind(Bind<?> bind) {
        return this;
    }

    @Override
    public Structure expanding(InList<?> list) {
        return this;
    }
}
