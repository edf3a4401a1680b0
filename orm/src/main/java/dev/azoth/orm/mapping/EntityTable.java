package dev.azoth.orm.mapping;

import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table made from a class. Its name is taken as it is: a dot in it is part of the name. */
final class EntityTable extends Table {
    private final Class<?> owner;
    private final boolean hasEntity;

    /** The table of a class. */
    EntityTable(Class<?> entity, String schema, String name) {
        this(entity, true, schema, name);
    }

    private EntityTable(Class<?> owner, boolean hasEntity, String schema, String name) {
        super(nullIfEmpty(schema), name, new MetaData(Namings.of(owner).constraints()));
        this.owner = owner;
        this.hasEntity = hasEntity;
    }

    /** A table of pairs, or of values, that belongs to a class. */
    static EntityTable besides(Class<?> owner, String schema, String name) {
        return new EntityTable(owner, false, schema, name);
    }

    /** The class whose rows it has. */
    Optional<Class<?>> entity() {
        return hasEntity ? Optional.of(owner) : Optional.empty();
    }

    /** The class that it belongs to. */
    Class<?> owner() {
        return owner;
    }

    static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
