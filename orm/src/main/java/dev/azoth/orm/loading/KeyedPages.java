package dev.azoth.orm.loading;

import dev.azoth.CompileException;
import dev.azoth.dialect.Dialect;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.sql.Join;
import dev.azoth.sql.Keyset;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.SortTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts of a result that are statements of their own, each beginning behind the last key of the one before: where nothing else runs while a result is open. */
final class KeyedPages implements PartitionRows {
    private final EntityMapping<?> mapping;
    private final Select<?> first;
    private final int size;
    private @Nullable Select<?> next;

    private KeyedPages(EntityMapping<?> mapping, Select<?> first, int size) {
        this.mapping = mapping;
        this.first = first;
        this.size = size;
        this.next = first;
    }

    /**
     * Pages.
     *
     * @throws CompileException if the query has an order of its own, or rows that are more than an entity
     */
    static KeyedPages of(Dialect dialect, Query<?> query, int size) {
        if (query.selection().size() == 1
                && query.selection().get(0) instanceof EntityPath<?> path
                && query instanceof Select<?> select
                && isPlain(select)) {
            EntityMapping<?> mapping = EntityMapping.of(path.javaType());
            List<SortTerm> key = new ArrayList<>();
            mapping.key().forEach(each -> key.add(path.column(each)));
            return new KeyedPages(mapping, select.orderBy(key.toArray(SortTerm[]::new)), size);
        }
        throw new CompileException(dialect.name()
                + " runs nothing else while a result is open, so its partitions are pages by the key of one entity: select that alone,"
                + " and leave out orderBy, limit, distinct, groupBy and joins");
    }

    private static boolean isPlain(Select<?> select) {
        return select.orderBy().isEmpty()
                && select.limit().isEmpty()
                && select.offset().isEmpty()
                && !select.isDistinct()
                && select.groupBy().isEmpty()
                && select.from().stream().noneMatch(Join.class::isInstance)
                && select.from().size() < 2;
    }

    @Override
    public EntityRows read(QueryLoad load) {
        Select<?> page = Objects.requireNonNull(next);
        EntityRows rows = new EntityRows(load.run(), EntityQuery.of(page.limit(size), load, true)).read(load.nested());
        next = rows.size() < size ? null : after(rows.last());
        return rows;
    }

    @Override
    public boolean isEnded() {
        return next == null;
    }

    private Select<?> after(@Nullable Object last) {
        Object[] key = mapping.keyOf(Objects.requireNonNull(last))
                .orElseThrow()
                .values()
                .toArray();
        return Keyset.of(first).after(key);
    }

    @Override
    public void close() {
        next = null;
    }
}
