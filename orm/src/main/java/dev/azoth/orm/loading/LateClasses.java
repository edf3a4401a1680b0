package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.Hierarchy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The entities whose own columns are read after the rows of those that they extend. */
final class LateClasses {
    private LateClasses() {}

    /**
     * The entities below some that an option names.
     *
     * @param mapping what is read
     * @throws InvalidRequestException if one that is named is none of those that extend each other, or none that can be read here
     */
    static Set<EntityMapping<?>> of(EntityMapping<?> mapping, List<Class<?>> named) {
        Set<EntityMapping<?>> late = new LinkedHashSet<>();
        for (Class<?> each : named) {
            List<EntityMapping<?>> below =
                    mapping.hierarchy().map(Hierarchy::below).orElse(List.of());
            boolean related = mapping.hierarchy().isPresent()
                    && (each.isAssignableFrom(mapping.javaType())
                            || mapping.javaType().isAssignableFrom(each));
            if (!related) {
                throw new InvalidRequestException("selectinPolymorphic(" + each.getSimpleName()
                        + ") is for entities that extend each other; what is read there is " + mapping.name()
                        + (mapping.hierarchy().isPresent()
                                ? ", which is none of these"
                                : ", which extends nothing and is not extended"));
            }
            below.stream()
                    .filter(entity -> entity.javaType() != each && each.isAssignableFrom(entity.javaType()))
                    .forEach(late::add);
        }
        return late;
    }
}
