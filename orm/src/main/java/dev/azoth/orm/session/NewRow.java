package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.Hierarchy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What new rows of an entity get that the program does not give: keys that are made here, the first version, and the class. */
final class NewRow {
    private final EntityMapping<?> mapping;
    private final @Nullable Hierarchy hierarchy;
    private final GivenValues given;
    private final Connection connection;

    NewRow(EntityMapping<?> mapping, GivenValues given, Connection connection) {
        this.mapping = mapping;
        this.given = given;
        this.connection = connection;
        this.hierarchy = mapping.hierarchy().orElse(null);
        if (hierarchy != null && hierarchy.value().isEmpty()) {
            throw new InvalidRequestException(
                    mapping.name() + " is abstract and has no rows of its own: insert one that extends it");
        }
    }

    void complete(List<GivenRow> rows) {
        given.complete(rows, mapping, connection);
        rows.forEach(this::begin);
    }

    private void begin(GivenRow row) {
        mapping.version().filter(ColumnAttribute::isCounted).ifPresent(each -> {
            if (row.lacks(each.slot())) {
                row.put(each.slot(), Versions.first(each));
            }
        });
        if (hierarchy != null && hierarchy.isStored()) {
            row.put(
                    mapping.columns().indexOf(hierarchy.discriminator()),
                    hierarchy.value().orElseThrow());
        }
    }
}
