package dev.azoth.orm.mapping;

import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Condition;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Node;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.Traversal;
import dev.azoth.sql.Update;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A change of an entity's rows, written as one of tables.
 *
 * @param statement      the statement, over columns of the entity's tables
 * @param discriminating the condition that a row of the table is one of the entity, where others are in it too
 * @param oneTable       whether it is of one table; else it needs to be taken apart
 */
public record TableChange<S extends RowChange<?>>(S statement, Optional<Condition> discriminating, boolean oneTable) {
    /** Writes a change of an entity as one of its tables. */
    public static <S extends RowChange<?>> TableChange<S> of(S change, EntityMapping<?> mapping) {
        if (!(change.table() instanceof EntityRows rows)) {
            return new TableChange<>(change, Optional.empty(), true);
        }
        Map<Node, Column<?>> columns = OwnColumns.of(mapping);
        S statement = written(change, rows, columns);
        Optional<Condition> discriminating = mapping.hierarchy().flatMap(Hierarchy::discriminating);
        boolean whole = discriminating.isPresent()
                || (mapping.isOneTable()
                        && mapping.root() == mapping
                        && statement instanceof Update<?>
                        && Set.of(mapping.table()).containsAll(tables(statement, columns)));
        return new TableChange<>(statement, discriminating, whole);
    }

    /** Writes an insert of an entity as one into its table. */
    public static <T> Insert<T> of(Insert<T> insert, EntityMapping<?> mapping) {
        return insert.table() instanceof EntityRows rows ? written(insert, rows, OwnColumns.of(mapping)) : insert;
    }

    private static <S extends Node> S written(S statement, EntityRows rows, Map<Node, Column<?>> columns) {
        FromItem source = rows.mapping().source().from();
        return Rewriter.rewrite(
                statement,
                node -> node.equals(rows) ? rows.mapping().table() : OwnColumns.replaced(node, source, columns));
    }

    private static Set<Table> tables(RowChange<?> change, Map<Node, Column<?>> columns) {
        Set<Table> tables = new HashSet<>();
        Traversal.walk(change, node -> {
            if (node instanceof Column<?> column && columns.containsValue(column)) {
                tables.add(column.table());
            }
            return true;
        });
        return tables;
    }
}
