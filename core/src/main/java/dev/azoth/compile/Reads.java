package dev.azoth.compile;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Excluded;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Join;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Node;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.Select;
import dev.azoth.sql.Traversal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a part of a statement reads. The values that an insert would have given are nothing that is read. */
public final class Reads extends Traversal {
    private final Set<ColumnReference<?>> columns = new HashSet<>();
    private final Set<NamedTable> tables = new HashSet<>();
    private final List<Select<?>> joining = new ArrayList<>();

    private Reads() {}

    /** What some parts read; null is none. */
    public static Reads of(@Nullable Node... parts) {
        Reads reads = new Reads();
        for (Node part : parts) {
            reads.node(part);
        }
        return reads;
    }

    /** Whether a change returns columns of the other tables that it reads. */
    public static boolean ofOthers(RowChange<?> change) {
        Node[] returned = change.returning().stream()
                .flatMap(selectable -> selectable.expressions().stream())
                .toArray(Node[]::new);
        return of(returned).columns().stream()
                .anyMatch(column -> change.from().stream().anyMatch(from -> isOf(column, from)));
    }

    private static boolean isOf(ColumnReference<?> column, FromItem from) {
        return from instanceof Join join
                ? isOf(column, join.left()) || isOf(column, join.right())
                : column.table().equals(from);
    }

    /** The columns. */
    public Set<ColumnReference<?>> columns() {
        return columns;
    }

    /** The tables that stand in FROM of a query. */
    public Set<NamedTable> tables() {
        return tables;
    }

    /** The queries that read from several things. */
    List<Select<?>> joining() {
        return joining;
    }

    @Override
    protected boolean meet(Node node) {
        if (node instanceof Select<?> select && select.from().size() > 1) {
            joining.add(select);
        }
        if (node instanceof ColumnReference<?> column) {
            columns.add(column);
            return false;
        } else if (node instanceof NamedTable table) {
            tables.add(table);
            return false;
        }
        return !(node instanceof Excluded<?>);
    }
}
