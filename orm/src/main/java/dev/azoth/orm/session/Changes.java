package dev.azoth.orm.session;

import dev.azoth.engine.Result;
import dev.azoth.orm.SynchronizeSession;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.loading.EntityQueries;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.EntityRows;
import dev.azoth.orm.mapping.TableChange;
import dev.azoth.sql.Conflict;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Insert;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.Statement;
import dev.azoth.sql.Update;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs the statements of a session that are no queries. */
final class Changes {
    private final SessionContext session;
    private final EntityQueries queries;

    Changes(SessionContext session, EntityQueries queries) {
        this.session = session;
        this.queries = queries;
    }

    <T> Result<T> execute(Statement<T> given, List<QueryOption> options) {
        Criteria criteria = session.criteria().with(options);
        EntityMapping<?> entity = entity(given).orElse(null);
        if (entity != null && given instanceof RowChange<T> change) {
            return changing(() -> change(change, entity, how(options), criteria).run(change));
        }
        if (entity != null && given instanceof Insert<T> insert) {
            return changing(() -> new EntityInsert(
                            session.writing(insert), inserted(entity, how(options)), entity, session.values())
                    .run(criteria.applied(written(insert, entity, criteria))));
        }
        Statement<T> statement = criteria.applied(given);
        session.autoflush();
        session.tracking().frame().written();
        return session.writing(statement).execute(statement);
    }

    private static Optional<EntityMapping<?>> entity(Statement<?> statement) {
        Optional<EntityMapping<?>> entity =
                statement instanceof Dml<?> dml ? EntityRows.entityOf(dml.table()) : Optional.empty();
        entity.filter(EntityMapping::isReadOnly).ifPresent(each -> {
            throw each.readOnly("a row of it");
        });
        return entity;
    }

    /** Does what changes rows of the session's objects, which must be in step with them before. */
    private <R> R changing(Supplier<R> work) {
        session.flushBeforeChange();
        session.tracking().frame().written();
        return session.quietly(work);
    }

    private static SynchronizeSession how(List<QueryOption> options) {
        return options.stream()
                .filter(SynchronizeSession.class::isInstance)
                .map(SynchronizeSession.class::cast)
                .findFirst()
                .orElse(SynchronizeSession.AUTO);
    }

    private Synchronization objects() {
        return new Synchronization(session.tracking(), queries);
    }

    private EntityChange change(
            RowChange<?> change, EntityMapping<?> entity, SynchronizeSession how, Criteria criteria) {
        return new EntityChange(session.writing(change), queries, objects(), entity, how, criteria, session.values());
    }

    private InsertedObjects inserted(EntityMapping<?> entity, SynchronizeSession how) {
        return new InsertedObjects(queries, objects(), entity, how);
    }

    private <T> Insert<T> written(Insert<T> given, EntityMapping<?> entity, Criteria criteria) {
        Insert<T> insert = TableChange.of(given, entity);
        TenantRows rows = new TenantRows(criteria.tenancy(), entity);
        rows.check(insert);
        AlsoSet also = new AlsoSet(entity, session.values());
        return Rewriter.rewrite(
                insert,
                node -> node instanceof Conflict conflict ? rows.own(InsertedObjects.raised(conflict, also)) : null);
    }

    /** Inserts rows. */
    <T> Result<T> insert(Insert<T> insert, Iterable<?> rows, List<QueryOption> options) {
        EntityMapping<?> entity = entity(insert).orElse(null);
        if (entity != null) {
            InsertedObjects objects = inserted(entity, how(options));
            return changing(() -> new BulkInsert<>(
                            session.writing(insert),
                            queries,
                            objects,
                            entity,
                            written(insert, entity, session.criteria()),
                            session.values())
                    .run(rows));
        }
        session.autoflush();
        session.tracking().frame().written();
        return session.writing(insert).execute(insert, rows);
    }

    /** Updates rows by their keys. */
    Result<?> update(Update<?> update, Iterable<?> rows, List<QueryOption> options) {
        EntityMapping<?> entity = entity(update).orElse(null);
        if (entity != null) {
            return changing(() -> new BulkUpdate(
                            session.writing(update),
                            objects(),
                            entity,
                            how(options),
                            session.criteria().with(options),
                            session.values())
                    .run(update, rows));
        }
        session.autoflush();
        session.tracking().frame().written();
        return session.writing(update).execute(update, rows);
    }
}
