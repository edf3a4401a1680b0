package dev.azoth.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receives a node's description of itself. */
public interface Structure {
    /** A part that is a node. */
    Structure node(@Nullable Node part);

    /** A list of parts; its length belongs to the structure. */
    Structure nodes(List<? extends Node> parts);

    /** A part that is a value with {@code equals}, such as a name, an operator or a type. */
    Structure value(@Nullable Object part);

    /** A bound value: its type is structure, its value is not. */
    Structure bind(Bind<?> bind);

    /**
     * The statement is compiled anew each time and never kept: for a construct that cannot say all that its text depends on. What it says besides is not
     * looked at.
     */
    default Structure uncacheable() {
        return this;
    }

    /** The values of an IN list: their type is structure, and neither the values nor their number. */
    Structure expanding(Listed<?> list);
}
