package dev.azoth.orm.session;

import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.AttributeValues;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.schema.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the key of an entity is made of: values of its own, and keys of other entities. */
final class KeyLinks {
    private final List<Part> links;
    private final EntityMapping<?> mapping;
    private final List<AttributeMapping> all;

    /** A relationship whose foreign key is in the key, at these positions. */
    record Part(Link link, List<Integer> positions) {}

    KeyLinks(EntityMapping<?> mapping, List<Link> foreignKeys) {
        this.mapping = mapping;
        List<Part> parts = new ArrayList<>();
        Set<AttributeMapping> members = new HashSet<>();
        for (Link each : foreignKeys) {
            ToOneMapping toOne = (ToOneMapping) each.attribute();
            if (toOne.isId() || !toOne.derivedKey().isEmpty()) {
                List<? extends Column<?>> columns = toOne.isId()
                        ? toOne.columns()
                        : toOne.derivedKey().stream()
                                .map(ColumnAttribute::column)
                                .toList();
                parts.add(new Part(
                        each, columns.stream().map(mapping.key()::indexOf).toList()));
                members.add(toOne);
            }
        }
        this.links = List.copyOf(parts);
        this.all = mapping.attributes().stream()
                .filter(each -> members.contains(each) || (each instanceof ColumnAttribute column && mayChange(column)))
                .toList();
    }

    /** What is generated, or said to stay, is refused with what else may not be updated. */
    private static boolean mayChange(ColumnAttribute column) {
        return column.isId()
                && column.isUpdatable()
                && !column.isTenant()
                && column.generation() instanceof Generation.Assigned;
    }

    /** The relationships that are of the key. */
    List<Part> links() {
        return links;
    }

    /** Whether an object may have another key than it had. */
    boolean isChanged(Object entity, Snapshot before) {
        for (AttributeMapping each : all) {
            Object now = each.get(entity);
            Object then = before.held(each);
            if (now != then && !(each instanceof ColumnAttribute column && isSame(column, then, now))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(ColumnAttribute column, @Nullable Object then, @Nullable Object now) {
        return column.same(then, now);
    }

    /** Gives an object the key back that it had; its row has that still. */
    void restore(Object entity, Snapshot before) {
        if (isChanged(entity, before)) {
            AttributeValues key = new AttributeValues(mapping);
            all.forEach(each -> key.put(each, before.held(each)));
            key.set(entity);
        }
    }

    /** Whether an attribute is one whose change gives a row another key. */
    boolean has(AttributeMapping attribute) {
        return all.contains(attribute);
    }
}
