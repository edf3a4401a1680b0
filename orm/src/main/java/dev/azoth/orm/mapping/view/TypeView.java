package dev.azoth.orm.mapping.view;

import java.util.List;
import java.util.Optional;

/** The type of a member, in which no type parameter is left that an argument is known for. */
public interface TypeView {
    /**
     * The class, without type arguments: empty for arrays, primitive types and type parameters.
     */
    Optional<ClassView> asClass();

    /**
     * What identifies the type without type arguments: a binary name, a primitive's name, or, as {@code Class.getName} has it, {@code [B} for an
     * array; for a type parameter its name.
     */
    String name();

    /** The type as source code spells it, with type arguments and fully qualified. */
    String spelled();

    /** The type arguments; for a wildcard its upper bound. */
    List<TypeView> arguments();

    /** Whether it is primitive. */
    boolean isPrimitive();

    /** The class for a primitive type; else the type itself. */
    TypeView boxed();

    /** What JSpecify's annotations on this very use of the type say. */
    Nullness nullness();

    /** What is said of null. */
    enum Nullness {
        /** {@code @Nullable}. */
        NULLABLE,
        /** {@code @NonNull}. */
        NON_NULL,
        /** Nothing. */
        UNSPECIFIED
    }
}
