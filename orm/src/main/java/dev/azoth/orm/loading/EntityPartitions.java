package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.Dialect;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.orm.session.PersistenceContext;
import dev.azoth.sql.Query;
import dev.azoth.sql.Selectable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query of entities, some at a time. Each part is a load of its own; what it brought is let go when the next is asked for.
 *
 * @param <T> what a row yields
 */
public final class EntityPartitions<T> implements Iterator<List<T>>, AutoCloseable {
    private final PersistenceContext context;
    private final Supplier<QueryLoad> loads;
    private final PartitionRows rows;
    private List<PersistenceContext.Adoption> brought = new ArrayList<>();
    private @Nullable List<T> next;
    private boolean ended;

    EntityPartitions(PersistenceContext context, Query<T> query, int size, Supplier<QueryLoad> loads) {
        if (size < 1) {
            throw new IllegalArgumentException("a partition has at least one row, not " + size);
        }
        this.context = context;
        this.loads = loads;
        QueryLoad first = loads.get();
        check(query, first);
        Dialect dialect = context.connection(query, first.run().from()).engine().dialect();
        this.rows = dialect.streamsBesideOthers()
                ? new StreamedRows(context, query, size)
                : KeyedPages.of(dialect, query, size);
    }

    /** A join that repeats the owners' rows cannot be put together from a part of them. */
    private static void check(Query<?> query, QueryLoad load) {
        for (Selectable<?> each : EntityQuery.leaves(query.selection())) {
            if (each instanceof EntityPath<?> path) {
                check(load.branches().apply(path).plan());
            }
        }
    }

    private static void check(LoadPlan plan) {
        for (LoadPlan.Step each : plan.steps()) {
            boolean contained = each.there().isPresent();
            boolean values = each.attribute() instanceof ElementsMapping; // never joined
            if (each.explicit() && !values && (contained || each.strategy() == LoadStrategy.JOINED)) {
                if (each.relationship().isToMany()) {
                    String name = LoadPath.named(each.relationship());
                    throw new InvalidRequestException((contained ? "containsEager(" : "joinedload(") + name
                            + ") repeats rows, which cannot be put together from a part of them: use selectinload("
                            + name + "), which loads it for each partition");
                }
                if (!each.isEndless()) {
                    check(each.target());
                }
            }
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            List<PersistenceContext.Adoption> last = brought;
            brought = new ArrayList<>();
            context.letGo(last);
            next = read();
            ended = next == null;
        }
        return next != null;
    }

    @SuppressWarnings("unchecked") // the projection makes what the query's type says
    private @Nullable List<T> read() {
        if (rows.isEnded()) {
            return null;
        }
        QueryLoad load = loads.get();
        EntityRows found = load.run().run(() -> rows.read(load));
        if (found.size() == 0) {
            return null;
        }
        brought.addAll(load.run().brought());
        context.opened(brought);
        return (List<T>) found.made();
    }

    @Override
    public List<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more partitions");
        }
        List<T> part = Objects.requireNonNull(next);
        next = null;
        return part;
    }

    @Override
    public void close() {
        ended = true;
        next = null;
        rows.close();
    }
}
