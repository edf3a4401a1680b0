package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.Hierarchy;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which objects a session found by values that only one row may have. */
final class UniqueLookups {
    private final Map<Wanted, EntityKey> found = new HashMap<>();

    /** Values by the names of their columns. */
    record Wanted(EntityMapping<?> mapping, Map<String, Object> values) {
        /**
         * Values of a unique key.
         *
         * @throws InvalidRequestException if the columns are none
         */
        static Wanted of(EntityMapping<?> mapping, Map<ColumnReference<?>, Object> values) {
            Map<String, Object> byName = new HashMap<>();
            values.forEach((column, value) -> byName.put(column.name(), value));
            if (mapping.hierarchy().filter(Hierarchy::isSpread).isPresent() && !isIn(mapping.key(), byName.keySet())) {
                throw new InvalidRequestException("several rows of " + mapping.name() + " may have the same "
                        + byName.keySet().stream().sorted().collect(Collectors.joining(", "))
                        + ", since they are in several tables, and a unique key is of one: run a query");
            }
            if (!isIn(mapping.key(), byName.keySet())
                    && mapping.tables().stream().noneMatch(each -> isUnique(each.table(), byName.keySet()))) {
                throw new InvalidRequestException("several rows of " + mapping.name() + " may have the same "
                        + byName.keySet().stream().sorted().collect(Collectors.joining(", "))
                        + ": declare a unique key of it, or run a query");
            }
            return new Wanted(mapping, Map.copyOf(byName));
        }

        private static boolean isUnique(Table table, Set<String> columns) {
            return isIn(table.primaryKey(), columns)
                    || table.uniqueKeys().stream().anyMatch(each -> isIn(each.columns(), columns))
                    || table.indexes().stream().anyMatch(each -> each.isKey() && isIn(each.columns(), columns));
        }

        private static boolean isIn(Collection<? extends Column<?>> key, Set<String> columns) {
            Set<String> names = new HashSet<>();
            key.forEach(each -> names.add(each.name()));
            return names.equals(columns);
        }

        /** Whether an object has the values. */
        boolean fits(Object entity) {
            return values.entrySet().stream()
                    .allMatch(each -> attribute(each.getKey())
                            .filter(attribute -> Objects.equals(attribute.get(entity), each.getValue()))
                            .isPresent());
        }

        private Optional<ColumnAttribute> attribute(String column) {
            List<ColumnAttribute> attributes = mapping.columnAttributes();
            return attributes.stream()
                    .filter(each -> each.column().name().equals(column))
                    .findFirst();
        }
    }

    void found(Wanted wanted, EntityKey key) {
        found.put(wanted, key);
    }

    @Nullable
    EntityKey key(Wanted wanted) {
        return found.get(wanted);
    }
}
