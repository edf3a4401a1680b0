package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import dev.azoth.MappingException;
import dev.azoth.orm.mapping.model.RowsModel;
import dev.azoth.schema.Column;
import dev.azoth.sql.Export;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Query;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query that an entity's rows are read from, where they are not all that is in one table.
 *
 * @param names  the names that columns of the entity have in the query, where these are not their own
 * @param tables the tables that have all columns of the rows of one class
 */
record QueriedRows(Query<?> query, Map<Column<?>, String> names, Map<FromItem, TablePart> tables) {
    /** Takes immutable copies. */
    QueriedRows {
        names = Map.copyOf(names);
        tables = Map.copyOf(tables);
    }

    /** The name of a column of the entity in the query, where it is known by that only. */
    Optional<String> name(Column<?> column) {
        return Optional.ofNullable(names.get(column));
    }

    /** The query that an entity's class gives, which stands in FROM; none for other entities. */
    static Optional<QueriedRows> of(EntityMapping<?> mapping, List<Column<?>> columns) {
        if (mapping.model().rows().kind() != RowsModel.Kind.DERIVED_TABLE) {
            return Optional.empty();
        }
        Map<Column<?>, String> names = new HashMap<>();
        columns.forEach(each -> names.put(each, each.name()));
        return Optional.of(new QueriedRows(given(mapping), names, Map.of()));
    }

    /**
     * The query that the class of an entity gives for its rows.
     *
     * @throws MappingException if it fails, or lacks columns of the entity
     */
    static Query<?> given(EntityMapping<?> mapping) {
        String name = mapping.model().rows().method();
        Query<?> query = (Query<?>) call(mapping, name);
        List<String> there = query.exports().stream().map(Export::name).toList();
        List<String> missing = mapping.table().columns().stream()
                .map(Column::name)
                .filter(each -> !there.contains(each))
                .toList();
        if (!missing.isEmpty()) {
            throw new MappingException(mapping.javaType().getName() + "." + name + "() selects no "
                    + String.join(", no ", missing) + "; it has " + String.join(", ", there)
                    + ". Give what it selects the names of the columns: sum(order.total).as(\"total\")");
        }
        return query;
    }

    private static Object call(EntityMapping<?> mapping, String name) {
        Class<?> type = mapping.javaType();
        Accesses.lookup(type); // says what is not open
        try {
            Method method = type.getDeclaredMethod(name);
            method.setAccessible(true);
            Object query = method.invoke(null);
            if (query == null) {
                throw new MappingException(
                        type.getName() + "." + name + "() gave null, not the query that its rows are read from");
            }
            return query;
        } catch (InvocationTargetException e) {
            throw new MappingException(type.getName() + "." + name + "() failed: " + e.getCause(), e);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new InvalidRequestException(type.getName() + "." + name + "() cannot be called", e);
        }
    }
}
