package dev.azoth.compile;

import dev.azoth.sql.Bind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Excluded;
import dev.azoth.sql.InList;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Node;
import dev.azoth.sql.Select;
import dev.azoth.sql.Shared;
import dev.azoth.sql.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a part of a statement reads. The values that an insert would have given are nothing that is read. */
public final class Reads implements Structure {
    private final Set<ColumnReference<?>> columns = new HashSet<>();
    private final Set<NamedTable> tables = new HashSet<>();
    private final List<Select<?>> joining = new ArrayList<>();
    private final Set<Node> shared = Collections.newSetFromMap(new IdentityHashMap<>());

    private Reads() {}

    /** What some parts read; null is none. */
    public static Reads of(@Nullable Node... parts) {
        Reads reads = new Reads();
        for (Node part : parts) {
            reads.node(part);
        }
        return reads;
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
    public Structure node(@Nullable Node part) {
        if (part instanceof Select<?> select && select.from().size() > 1) {
            joining.add(select);
        }
        if (part instanceof ColumnReference<?> column) {
            columns.add(column);
        } else if (part instanceof NamedTable table) {
            tables.add(table);
        } else if (part != null && !(part instanceof Excluded<?>) && isNew(part)) {
            part.describe(this);
        }
        return this;
    }

    private boolean isNew(Node part) {
        return !(part instanceof Shared) || shared.add(part);
    }

    @Override
    public Structure nodes(List<? extends Node> parts) {
        parts.forEach(this::node);
        return this;
    }

    @Override
    public Structure value(@Nullable Object part) {
        return this;
    }

    @Override
    public Structure bind(Bind<?> bind) {
        return this;
    }

    @Override
    public Structure expanding(InList<?> list) {
        return this;
    }
}
