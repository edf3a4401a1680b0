package dev.azoth.orm.mapping;

import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that have the key of an entity, so that they change with it.
 *
 * @param table   the table that has them
 * @param columns the columns, in the order of the key
 * @param foreignKey the foreign key that they are of; none where rows of several tables are referred to
 * @param whole   the columns of the table's rows, where the mapping knows all of them and a row is nothing more: pairs and values; else none
 */
public record Referrer(Table table, List<Column<?>> columns, Optional<ForeignKey> foreignKey, List<Column<?>> whole) {
    /** Takes immutable copies. */
    public Referrer {
        columns = List.copyOf(columns);
        whole = List.copyOf(whole);
    }

    /** Columns of a table, with the foreign key that is declared for them. */
    static Referrer of(Table table, List<Column<?>> columns, List<Column<?>> whole) {
        Optional<ForeignKey> declared = table.foreignKeys().stream()
                .filter(each -> Set.copyOf(each.columns()).equals(Set.copyOf(columns)))
                .findFirst();
        return new Referrer(table, columns, declared, whole);
    }

    /** Some of its columns, which have the key of another entity that is of the key which it has. */
    Referrer of(List<Integer> positions) {
        return new Referrer(
                table, positions.stream().<Column<?>>map(columns::get).toList(), foreignKey, whole);
    }

    /** Whether the foreign key is declared to follow the key. */
    public boolean isFollowing() {
        return foreignKey
                .filter(each -> each.onUpdate() == ForeignKey.Action.CASCADE)
                .isPresent();
    }

    /** Those of its columns that may be null, so that a row refers to nothing for a moment. */
    public List<Column<?>> nullable() {
        return columns.stream()
                .filter(each -> each.isNullable() && !each.isPrimaryKey())
                .toList();
    }
}
