import org.jspecify.annotations.NullMarked;

/** Vector types, distance expressions, index definitions and the document store. */
@NullMarked
module dev.azoth.vector {
    requires transitive dev.azoth.core;
    requires static org.jspecify;
}
