package dev.azoth.orm.mapping;

import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table made from a class. Its name is taken as it is: a dot in it is part of the name. */
final class EntityTable extends Table {
    private final @Nullable Class<?> entity;

    /**
     * A table.
     *
     * @param entity the class; null for a table of pairs
     */
    EntityTable(@Nullable Class<?> entity, String schema, String name) {
        super(nullIfEmpty(schema), name, new MetaData());
        this.entity = entity;
    }

    /** The class. */
    Optional<Class<?>> entity() {
        return Optional.ofNullable(entity);
    }

    static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
