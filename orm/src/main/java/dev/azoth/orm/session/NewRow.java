package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.Hierarchy;
import dev.azoth.orm.mapping.model.Generation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What new rows of an entity get that the program does not give: keys that are made here, the first version, and the class. */
final class NewRow {
    private final EntityMapping<?> mapping;
    private final @Nullable Hierarchy hierarchy;

    NewRow(EntityMapping<?> mapping) {
        this.mapping = mapping;
        this.hierarchy = mapping.hierarchy().orElse(null);
        if (hierarchy != null && hierarchy.value().isEmpty()) {
            throw new InvalidRequestException(
                    mapping.name() + " is abstract and has no rows of its own: insert one that extends it");
        }
    }

    void complete(GivenRow row) {
        for (ColumnAttribute each : mapping.generated()) {
            if (each.generation() == Generation.UUID && row.values()[each.slot()] == null) {
                UUID made = TimeOrderedUuid.next();
                row.put(each.slot(), each.column().type().javaType() == UUID.class ? made : made.toString());
            }
        }
        mapping.version().ifPresent(each -> {
            if (row.values()[each.slot()] == null) {
                row.put(each.slot(), Versions.first(each));
            }
        });
        if (hierarchy != null) {
            row.put(
                    mapping.columns().indexOf(hierarchy.discriminator()),
                    hierarchy.value().orElseThrow());
        }
    }
}
