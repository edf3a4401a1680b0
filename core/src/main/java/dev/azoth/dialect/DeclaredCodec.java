package dev.azoth.dialect;

import dev.azoth.type.TypeCodec;
import java.util.List;

/**
 * The codec of a type that is declared otherwise than the one that stores its values, or must be created before a table can have columns of it.
 *
 * @param base        how its values are stored
 * @param declaration the type in a column's declaration
 * @param created     the statements that create the type, if it is not there
 * @param dropped     the statements that drop it, if it is there
 */
public record DeclaredCodec<T>(TypeCodec<T> base, String declaration, List<String> created, List<String> dropped)
        implements DelegatingCodec<T> {
    /** Takes immutable copies. */
    public DeclaredCodec {
        created = List.copyOf(created);
        dropped = List.copyOf(dropped);
    }

    /** The codec of a type that must be created. */
    public DeclaredCodec(TypeCodec<T> base, List<String> created, List<String> dropped) {
        this(base, base.declaration(), created, dropped);
    }
}
