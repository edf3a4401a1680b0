package dev.azoth.orm.mapping;

import dev.azoth.orm.EntityPath;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Node;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Select;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings what is said of an entity, by the columns of what it is read from, to its tables or to another name of its table. */
public final class OwnColumns {
    private OwnColumns() {}

    /** The same over the columns of another thing in FROM: the entity's table, or another name of it. */
    public static <N extends Node> N moved(N node, EntityMapping<?> mapping, FromItem to) {
        FromItem source = mapping.source().from();
        if (source.equals(to)) {
            return node;
        }
        Map<Node, Column<?>> columns = of(mapping);
        return Rewriter.rewrite(node, each -> {
            Node own = replaced(each, source, columns);
            return own instanceof Column<?> column ? mapping.source().column(to, column) : own;
        });
    }

    /** What a column is in an entity's tables: one of theirs, or of what the entity is read from. */
    public static Optional<Column<?>> own(EntityMapping<?> mapping, ColumnReference<?> column) {
        return column instanceof Column<?> own && mapping.columns().contains(own)
                ? Optional.of(own)
                : Optional.ofNullable(of(mapping).get(column));
    }

    /** The columns of what an entity is read from, and what they are in its tables. */
    public static Map<Node, Column<?>> of(EntityMapping<?> mapping) {
        Map<Node, Column<?>> columns = new HashMap<>();
        FromItem source = mapping.source().from();
        for (Column<?> each : mapping.source().allColumns()) {
            columns.put(mapping.source().column(source, each), each);
        }
        return columns;
    }

    /** Within a query that reads the entity itself the columns are those of that query. */
    static @Nullable Node replaced(Node node, FromItem source, Map<Node, ? extends Node> columns) {
        if (node instanceof EntityPath<?>) {
            return node;
        } else if (node instanceof Select<?> select
                && select.from().stream().anyMatch(each -> each.items().contains(source))) {
            return select;
        }
        return node instanceof ColumnReference<?> ? columns.get(node) : null;
    }
}
