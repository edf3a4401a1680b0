package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Result;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.loading.EntityPartitions;
import dev.azoth.orm.loading.EntityQueries;
import dev.azoth.sql.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Runs queries whose rows come some at a time. */
public final class SessionStreams {
    private static final int BATCH = 100;

    private final SessionContext session;
    private final EntityQueries queries;

    SessionStreams(SessionContext session, EntityQueries queries) {
        this.session = session;
        this.queries = queries;
    }

    /** Runs a query whose rows come some at a time. */
    public <T> Result<List<T>> partitions(Query<T> given, int size) {
        session.checkUsable();
        Query<T> query = session.listened(given, Query.class, "a stream is of a query");
        if (!EntityQueries.hasEntities(query)) {
            Result<T> rows = streamed(query, size);
            return Result.of(rows.partitions(size).iterator(), -1, rows::close);
        }
        EntityPartitions<T> parts = queries.partitions(query, size);
        return Result.of(guarded(parts), -1, parts::close);
    }

    /** Runs a query whose rows come some at a time, but are given one by one. */
    public <T> Result<T> stream(Query<T> given, int size) {
        session.checkUsable();
        Query<T> query = session.listened(given, Query.class, "a stream is of a query");
        if (!EntityQueries.hasEntities(query)) {
            return streamed(query, size);
        }
        if (!EntityQueries.isReadOnly(query)) {
            throw new InvalidRequestException(
                    "a stream does not tell when the program is done with an object that it may change: use partitions(query, "
                            + size + "), or select with options(readOnly())");
        }
        EntityPartitions<T> parts = queries.partitions(query, size);
        return Result.of(new Flattened<>(guarded(parts)), -1, parts::close);
    }

    private <T> Result<T> streamed(Query<T> query, int size) {
        session.autoflush();
        Query<T> applied = queries.underCriteria(query);
        Result<T> rows = session.reading(applied, ReadFrom.AUTO).stream(applied, size);
        return Result.of(guarded(rows.iterator(), size), -1, rows::close);
    }

    /** The same rows, read by one thread at a time. */
    <T> Result<T> guarded(Result<T> result) {
        return Result.of(guarded(result.iterator(), BATCH), result.rowCount(), result::close);
    }

    /** The same one by one, drawn so many at a time: a row costs no more than the guard does. */
    private <T> Iterator<T> guarded(Iterator<T> source, int batch) {
        Iterator<List<T>> batches = guarded(new Iterator<List<T>>() {
            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public List<T> next() {
                List<T> some = new ArrayList<>();
                while (some.size() < batch && source.hasNext()) {
                    some.add(source.next());
                }
                return some;
            }
        });
        return new Flattened<>(batches);
    }

    /** Draws each under the guard, since that runs statements. */
    private <T> Iterator<T> guarded(Iterator<T> source) {
        ThreadGuard guard = session.guard();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return guard.call(source::hasNext);
            }

            @Override
            public T next() {
                return guard.call(source::next);
            }
        };
    }

    /** What lists have, in their order. */
    private static final class Flattened<T> implements Iterator<T> {
        private final Iterator<List<T>> lists;
        private Iterator<T> current = Collections.emptyIterator();

        Flattened(Iterator<List<T>> lists) {
            this.lists = lists;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && lists.hasNext()) {
                current = lists.next().iterator();
            }
            return current.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more rows");
            }
            return current.next();
        }
    }
}
