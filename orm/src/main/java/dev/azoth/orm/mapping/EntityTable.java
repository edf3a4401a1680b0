package dev.azoth.orm.mapping;

import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import org.jspecify.annotations.Nullable;

/** A table made from a class. Its name is taken as it is: a dot in it is part of the name. */
final class EntityTable extends Table {
    EntityTable(String schema, String name) {
        super(nullIfEmpty(schema), name, new MetaData());
    }

    static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
