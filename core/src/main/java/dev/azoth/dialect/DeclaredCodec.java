package dev.azoth.dialect;

import dev.azoth.type.TypeCodec;
import java.util.List;

/**
 * The codec of a type that must be created before a table can have columns of it.
 *
 * @param base    how its values are stored
 * @param created the statements that create the type, if it is not there
 * @param dropped the statements that drop it, if it is there
 */
public record DeclaredCodec<T>(TypeCodec<T> base, List<String> created, List<String> dropped)
        implements DelegatingCodec<T> {
    /** Takes immutable copies. */
    public DeclaredCodec {
        created = List.copyOf(created);
        dropped = List.copyOf(dropped);
    }
}
