package dev.azoth.orm;

import dev.azoth.orm.mapping.EntityMetaData;
import dev.azoth.schema.MetaData;

/** Entities by their classes. */
public final class Entities {
    private Entities() {}

    /**
     * An entity for statements, without the annotation processor: its attributes are asked for by name.
     *
     * @throws dev.azoth.MappingException if the class cannot be mapped, with all that is wrong
     */
    public static <E> EntityPath<E> path(Class<E> entity) {
        return new EntityPath<>(entity);
    }

    /**
     * The tables of entities, of the entities that they lead to, and of the pairs between them: for {@code createAll} and {@code dropAll}.
     *
     * @throws dev.azoth.MappingException if one of the classes cannot be mapped, with all that is wrong with any of them
     */
    public static MetaData metadata(Class<?>... entities) {
        return EntityMetaData.of(entities);
    }
}
