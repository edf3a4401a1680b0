package dev.azoth.compile;

import dev.azoth.sql.Bind;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Fetch;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Lock;
import dev.azoth.sql.Parameter;
import dev.azoth.sql.Select;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes how many rows a query gives, and how it locks them. */
public abstract class RangeRenderer extends FromRenderer {
    private @Nullable Set<QueryFeature> absent;

    /** For dialects. */
    protected RangeRenderer() {}

    /** What this dialect lacks, of {@link QueryFeature}; asked once. */
    protected Set<QueryFeature> without() {
        return Set.of();
    }

    @Override
    final void need(QueryFeature feature, SqlWriter out) {
        if (without(feature)) {
            throw out.unsupported(feature.sql());
        }
    }

    @Override
    final boolean without(QueryFeature feature) {
        Set<QueryFeature> known = absent;
        if (known == null) {
            known = Set.copyOf(without()); // immutable, so that other threads see all of it
            absent = known;
        }
        return known.contains(feature);
    }

    /** Writes FETCH of rows with ties or of a part of the rows, and OFFSET before it. */
    static void fetch(Select<?> select, SqlWriter out) {
        select.offset().ifPresent(rows -> out.sql(" OFFSET ").argument(rows).sql(" ROWS"));
        out.sql(select.offset().isPresent() ? " FETCH NEXT " : " FETCH FIRST ");
        out.argument(select.limit().orElseThrow());
        out.sql(select.fetch() == Fetch.WITH_TIES ? " ROWS WITH TIES" : " PERCENT ROWS ONLY");
    }

    /** Writes LIMIT and OFFSET. */
    protected void limit(Optional<Expression<Long>> limit, Optional<Expression<Long>> offset, SqlWriter out) {
        if (!isPlain(limit) || !isPlain(offset)) {
            need(QueryFeature.LIMIT_EXPRESSION, out);
        }
        limit.ifPresent(rows -> out.sql(" LIMIT ").argument(rows));
        if (limit.isEmpty() && offset.isPresent()) {
            noLimit(out);
        }
        offset.ifPresent(rows -> out.sql(" OFFSET ").argument(rows));
    }

    private static boolean isPlain(Optional<Expression<Long>> rows) {
        return rows.isEmpty()
                || rows.get() instanceof Bind<?>
                || rows.get() instanceof Parameter<?>
                || rows.get() instanceof Literal<?>;
    }

    /** Writes what must stand before OFFSET when there is no limit. */
    protected void noLimit(SqlWriter out) {}

    /** Writes the lock. */
    protected void lock(Lock lock, SqlWriter out) {
        lockStrength(lock.strength(), out);
        if (!lock.tables().isEmpty()) {
            lockedTables(lock.tables(), out);
        } else if (!lock.least().isEmpty()) {
            lockedAtLeast(lock.least(), out);
        }
        switch (lock.waiting()) {
            case ALWAYS -> {}
            case NEVER -> out.sql(" NOWAIT");
            case SKIPPING -> out.sql(" SKIP LOCKED");
            case SECONDS -> lockSeconds(lock.seconds(), out);
        }
    }

    /** Writes against whom rows are locked. */
    protected void lockStrength(Lock.Strength strength, SqlWriter out) {
        if (strength != Lock.Strength.UPDATE && strength != Lock.Strength.SHARE) {
            throw out.unsupported(strength.sql());
        }
        out.sql(" ").sql(strength.sql());
    }

    /** Writes whose rows are locked. */
    protected void lockedTables(List<FromItem> tables, SqlWriter out) {
        for (int i = 0; i < tables.size(); i++) {
            out.sql(i == 0 ? " OF " : ", ").identifier(unqualifiedName(tables.get(i), out));
        }
    }

    /** Writes whose rows are locked where not all can be: nothing, where all can, also those that an outer join may lack. */
    protected void lockedAtLeast(List<FromItem> tables, SqlWriter out) {}

    /** Writes how long a lock is waited for. */
    protected void lockSeconds(int seconds, SqlWriter out) {
        throw out.unsupported("lock that is waited for some seconds");
    }
}
