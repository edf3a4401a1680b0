package dev.azoth.orm.mapping.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The type of a member.
 *
 * <p>A type parameter of which nothing is known is its bound; so is a wildcard.
 */
public interface TypeView {
    /** What identifies the type but for its arguments: as {@code Class.getName} has it, so {@code [B} for {@code byte[]}. */
    String name();

    /** The class, which knows the type arguments; none for arrays and primitive types. */
    Optional<ClassView> asClass();

    /** The type arguments; none for a raw type. */
    List<TypeView> arguments();

    /** The type of an array's elements. */
    Optional<TypeView> component();

    /** Whether it is primitive. */
    boolean isPrimitive();

    /** The class of a primitive type; else the type itself. */
    TypeView boxed();

    /** The type as source code spells it, fully qualified and with type arguments. */
    default String spelled() {
        String erased = component()
                .map(each -> each.spelled() + "[]")
                .or(() -> asClass().map(ClassView::canonicalName))
                .orElse(name());
        return arguments().isEmpty()
                ? erased
                : erased + arguments().stream().map(TypeView::spelled).collect(Collectors.joining(", ", "<", ">"));
    }
}
