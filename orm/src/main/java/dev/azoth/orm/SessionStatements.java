package dev.azoth.orm;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ExecutionOptions;
import dev.azoth.engine.Result;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.session.SessionContext;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Query;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Statement;
import dev.azoth.sql.Update;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What runs statements and queries in a session. */
public abstract sealed class SessionStatements permits Session {
    SessionStatements() {}

    abstract SessionContext context();

    /**
     * Runs a statement, after a flush. A query may select entities: they are this session's objects.
     *
     * <p>An UPDATE or a DELETE of an entity, or of its table, brings the session's objects in step with their rows, as {@link SynchronizeSession} says, which is
     * one of the options; rows have their version raised. A rollback brings the objects back. What goes over {@link #connection} is not looked at.
     *
     * @throws dev.azoth.InvalidRequestException if an option cannot be done for this statement
     */
    public <T> Result<T> execute(Statement<T> statement, QueryOption... options) {
        return context().guard().call(() -> context().execute(statement, options));
    }

    /**
     * Inserts rows of an entity, after a flush: those with values for the same columns by one statement of many rows. {@code returning(entity)} gives this session's
     * objects of them; what is returned comes in the order of the rows.
     *
     * <p>Keys that are made in the program, and first versions, are made where a row lacks them; relationships are not followed.
     *
     * @param rows maps from attributes, columns, or their names; records with components of these names; or objects of the entity, which stay outside of the session.
     *     Each may have other columns
     */
    public <T> Result<T> execute(Insert<T> insert, Iterable<?> rows, QueryOption... options) {
        return context().guard().call(() -> context().execute(insert, rows, options));
    }

    /**
     * Updates rows of an entity by their keys, after a flush: those with values for the same columns by one batch. Objects that the session holds get the
     * values, and rows a higher version.
     *
     * @param update of the entity, without anything else
     * @param rows   as for an insert, each with its key; one with a version is updated only if the row has that
     * @throws dev.azoth.StaleDataException if there is no row of a key, or if it has another version
     */
    public Result<?> execute(Update<?> update, Iterable<?> rows, QueryOption... options) {
        return context().guard().call(() -> context().execute(update, rows, options));
    }

    /**
     * Runs a statement with values for its {@linkplain dev.azoth.sql.Sql#parameter named parameters}; see {@link #execute(Statement, QueryOption...)}.
     *
     * @throws dev.azoth.InvalidRequestException if the statement has no parameter of a name
     */
    public <T> Result<T> execute(Statement<T> statement, Map<String, ?> parameters, QueryOption... options) {
        return execute(Rewriter.parameters(statement, parameters), options);
    }

    /** Has what runs from now on run with other options, such as a timeout, until the session is closed. */
    public void options(UnaryOperator<ExecutionOptions> choose) {
        context().guard().run(() -> context().execution(choose));
    }

    /** Does something during which queries do not flush, and gives what it gives. */
    public <R> R noAutoflush(Supplier<R> work) {
        return context().guard().call(() -> context().noAutoflush(work));
    }

    /**
     * Runs a query whose rows come from the database so many at a time, for more of them than fit into memory. What its options load by {@code selectinload} is
     * loaded for each partition; a collection cannot be joined.
     *
     * <pre>{@code
     * for (List<User> some : session.partitions(select(user).options(selectinload(user.addresses)), 500)) {
     *     some.forEach(each -> each.visits = 0);
     * }
     * session.commit();
     * }</pre>
     *
     * <p>The objects of a partition are the session's until the next is asked for: then it flushes and lets go of them, but for those that it had before, or that others which stay lead
     * to. What is changed in the others later is not written, and a rollback does not restore them.
     *
     * <p>The transaction must not end before the last partition, but on MySQL and MariaDB, whose partitions are pages by the key of the entity: there the query has no order of its own.
     *
     * @param size at least 1
     */
    public <T> Result<List<T>> partitions(Query<T> query, int size) {
        return context().guard().call(() -> context().streams().partitions(query, size));
    }

    /**
     * Runs a query whose rows come from the database as they are read, so many at a time. One of entities has {@link Loading#readOnly() options(readOnly())}; for objects that
     * may be changed there is {@link #partitions}.
     */
    public <T> Result<T> stream(Query<T> query, int size) {
        return context().guard().call(() -> context().streams().stream(query, size));
    }

    /** Runs such a query with a thousand rows at a time. */
    public <T> Result<T> stream(Query<T> query) {
        return stream(query, 1_000);
    }

    /**
     * The connection with the session's transaction, for what the session has no method for. It is the session's to commit and close, and another one after the
     * transaction. It is one to the factory's own engine, never to a replica, and the session counts as one that has written there.
     */
    public Connection connection() {
        return context().guard().call(context()::connection);
    }

    /** The same to the engine that an entity is {@linkplain SessionOptions#bind(Class, dev.azoth.engine.Engine) bound} to. */
    public Connection connection(Class<?> entity) {
        return context().guard().call(() -> context().connection(EntityMapping.of(entity)));
    }
}
