package dev.azoth.validation;

import dev.azoth.orm.Entities;
import dev.azoth.orm.Inspection;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a validator away from what is not in memory, and from other entities. It never leaves the object that a flush writes, so what is no entity within it is an embedded value.
 */
final class LoadedAttributes implements TraversableResolver {
    @Override
    public boolean isReachable(
            @Nullable Object traversableObject,
            Path.Node traversableProperty,
            Class<?> rootBeanType,
            Path pathToTraversableObject,
            ElementType elementType) {
        return !isAmong(Inspection::unloaded, traversableObject, traversableProperty, rootBeanType);
    }

    @Override
    public boolean isCascadable(
            @Nullable Object traversableObject,
            Path.Node traversableProperty,
            Class<?> rootBeanType,
            Path pathToTraversableObject,
            ElementType elementType) {
        return !isAmong(Inspection::relationships, traversableObject, traversableProperty, rootBeanType);
    }

    private static boolean isAmong(
            Function<Inspection<?>, Set<String>> attributes,
            @Nullable Object traversed,
            Path.Node property,
            Class<?> rootBeanType) {
        return traversed != null
                && traversed.getClass() == rootBeanType
                && attributes.apply(Entities.inspect(traversed)).contains(property.getName());
    }
}
