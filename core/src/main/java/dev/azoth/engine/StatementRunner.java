package dev.azoth.engine;

import dev.azoth.DatabaseException;
import dev.azoth.InvalidRequestException;
import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.ReturnKey;
import dev.azoth.compile.RowDecoder;
import dev.azoth.compile.StatementCache;
import dev.azoth.compile.StatementWalk;
import dev.azoth.dialect.Dialect;
import dev.azoth.event.StatementEvent;
import dev.azoth.sql.Dml;
import dev.azoth.sql.DriverText;
import dev.azoth.sql.Query;
import dev.azoth.sql.Statement;
import dev.azoth.sql.TextQuery;
import java.lang.ref.Reference;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs statements over a connection: compiles, binds, executes, and tells listeners. */
final class StatementRunner {
    /** The savepoint around a statement that must leave the transaction usable when it fails. */
    private static final String GUARD = "azoth_rows";

    private final Connection connection;
    private final Engine engine;
    private final ExecutionOptions options;
    private final Failures failures;

    StatementRunner(Connection connection, Engine engine, ExecutionOptions options) {
        this.connection = connection;
        this.engine = engine;
        this.options = options;
        this.failures = new Failures(connection, engine);
    }

    ExecutionOptions options() {
        return options;
    }

    Failures failures() {
        return failures;
    }

    Connection connection() {
        return connection;
    }

    Dialect dialect() {
        return engine.dialect();
    }

    /** Something done with JDBC. */
    interface Work<R> {
        R run() throws SQLException;
    }

    /** Something done with JDBC that gives nothing. */
    interface Act {
        void run() throws SQLException;
    }

    <T, R> Result<R> run(
            Statement<T> statement,
            Map<String, ? extends @Nullable Object> named,
            int fetchSize,
            @Nullable Function<RowLayout, RowDecoder<R>> decoder) {
        return run(statement, new NamedValues.ByName(named), fetchSize, decoder);
    }

    <T, R> Result<R> run(
            Statement<T> given,
            NamedValues named,
            int fetchSize,
            @Nullable Function<RowLayout, RowDecoder<R>> decoder) {
        engine.known().learn();
        Statement<?> statement = given instanceof Dml<?> dml ? dml.completed() : given;
        StatementWalk walk = StatementWalk.of(statement);
        StatementCache.Found found = engine.known().compiled(statement, walk, options);
        CompiledStatement compiled = found.statement();
        if (compiled.outcome() == CompiledStatement.Outcome.ROWS_BY_KEY) {
            return returnedRows(statement, named, decoder == null);
        }
        @Nullable Object[] values = GivenLists.in(walk.values(), named);
        Execution execution = new Execution(
                compiled,
                statement,
                found.columns(statement),
                values,
                named,
                compiled.sql(values),
                1,
                found.cached(),
                !(statement instanceof TextQuery<?> || statement instanceof DriverText));
        return send(execution, fetchSize, decoder);
    }

    @SuppressWarnings("unchecked") // without a decoder a statement yields what its type parameter says
    private <R> Result<R> returnedRows(Statement<?> statement, NamedValues named, boolean isPlain) {
        if (!isPlain) {
            throw new InvalidRequestException(
                    engine.server().product()
                            + " has no RETURNING for this, and reads the rows by statements of their own, not by a decoder of the caller's");
        }
        Dml<R> change = (Dml<R>) statement;
        return new ReturnedRows<>(this, engine, change, ReturnKey.of(change, engine.server()), named).run();
    }

    /** Sends a statement and gives its rows, or the number of rows that it changed. */
    <R> Result<R> send(Execution given, int fetchSize, @Nullable Function<RowLayout, RowDecoder<R>> decoder) {
        Execution execution = given.sending(connection.observers());
        return send(execution, execution.sql(), fetchSize, decoder);
    }

    /** Sends a statement such that the transaction goes on when it fails; {@link #isGuarding} tells whether that is possible. */
    <R> Result<R> sendGuarded(Execution given, @Nullable Function<RowLayout, RowDecoder<R>> decoder) {
        Execution execution = given.sending(connection.observers());
        try {
            return send(execution, guarded(execution.sql()), 0, decoder);
        } catch (DatabaseException e) {
            if (endsTransaction(e) && FailedRow.isOfARow(e)) {
                plain(engine.dialect().rollbackTo(GUARD));
                plain(engine.dialect().release(GUARD));
            }
            throw e;
        }
    }

    private String guarded(String sql) {
        return engine.dialect().guarded(sql, GUARD);
    }

    /** Whether a transaction can go on after an error. */
    boolean isGuarding() {
        return connection.isolation() != IsolationLevel.AUTOCOMMIT
                && !guarded("-").isEmpty();
    }

    /** Whether an error has ended the transaction, but for a savepoint. */
    boolean endsTransaction(DatabaseException failure) {
        return failure.getCause() instanceof SQLException && !guarded("-").equals("-");
    }

    /**
     * Sends a statement.
     *
     * @param sent its text, or one in which another statement stands before it
     */
    private <R> Result<R> send(
            Execution execution, String sent, int fetchSize, @Nullable Function<RowLayout, RowDecoder<R>> decoder) {
        boolean second = !sent.equals(execution.sql());
        return timed(execution, () -> {
            CompiledStatement compiled = execution.statement();
            boolean keys = compiled.outcome() == CompiledStatement.Outcome.GENERATED_KEYS;
            java.sql.Connection jdbc = connection.begun();
            connection.runs(execution.sql());
            PreparedStatement prepared = keys
                    ? jdbc.prepareStatement(sent, java.sql.Statement.RETURN_GENERATED_KEYS)
                    : jdbc.prepareStatement(sent);
            Timeout timeout = Timeout.of(prepared, options);
            try {
                if (fetchSize > 0) {
                    prepared.setFetchSize(engine.dialect().streamingFetchSize(fetchSize));
                }
                if (options.maxRows() > 0 && execution.source() instanceof Query) {
                    prepared.setMaxRows(options.maxRows()); // so that no more are sent; not every driver cares
                }
                bind(prepared, execution, -1);
                boolean rows = Timeout.limited(timeout, prepared::execute);
                if (second) {
                    rows = prepared.getMoreResults();
                }
                if (rows || keys) {
                    ResultSet set = keys ? prepared.getGeneratedKeys() : prepared.getResultSet();
                    return new OpenedRows(this, engine, execution, prepared, set, timeout).result(fetchSize, decoder);
                }
                if (timeout != null) {
                    timeout.close();
                }
                long count = prepared.getUpdateCount();
                prepared.close();
                return Result.of(List.of(), count);
            } catch (SQLException | RuntimeException | Error e) {
                if (timeout != null) {
                    timeout.close();
                }
                closeAfter(e, prepared);
                throw e;
            }
        });
    }

    private static void closeAfter(Throwable failure, AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    /** Binds a statement's values, and does not send it. */
    void bound(Execution execution) {
        translating(() -> {
            try (PreparedStatement prepared = connection.begun().prepareStatement(execution.sql())) {
                bind(prepared, execution, -1);
                return true;
            }
        });
    }

    void bind(PreparedStatement prepared, Execution execution, int row) throws SQLException {
        try {
            Binder.bind(prepared, execution.statement(), execution.values(), execution.named());
        } catch (IllegalArgumentException | ClassCastException e) {
            throw Failures.refused(RefusedValue.named(e, execution.source()), failures.describe(execution, row));
        }
    }

    /** Runs SQL text that has no parameters and gives nothing. */
    void plain(String given) {
        String sql = connection.observers().sending(given);
        long began = System.nanoTime();
        RuntimeException failed = null;
        try {
            try (java.sql.Statement statement = connection.begun().createStatement()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            failed = failures.of(e, sql, -1);
            throw failed;
        } finally {
            connection
                    .observers()
                    .tell(new StatementEvent(null, sql, () -> "", 1, false, System.nanoTime() - began, failed));
        }
    }

    /**
     * Runs something, tells listeners, and once more on a new connection if this one turns out to be dead before anything was done in
     * the transaction: then nothing is lost.
     *
     * <p>Nor is anything done twice, although the statement may have reached the server before the connection died: it began a transaction that
     * nobody committed, and so is undone. That is not certain of text, which may commit within (a procedure, a change of the schema), nor
     * without transactions; so neither is repeated. Nor are batches and {@link #plain}, which changes schemas.
     */
    <R> R timed(Execution execution, Work<R> work) {
        boolean fresh = connection.isFresh();
        int discarded = connection.discarded();
        try {
            return once(execution, work);
        } catch (DatabaseException e) {
            if (!fresh || connection.discarded() == discarded || !execution.repeatable()) {
                throw e;
            }
            connection
                    .log()
                    .info(
                            "a connection of the pool was dead and is replaced: {}",
                            e.error().message());
        }
        return once(execution, work);
    }

    private <R> R once(Execution execution, Work<R> work) {
        boolean worked = connection.inTransaction();
        boolean observed = !connection.observers().isEmpty();
        long began = observed ? System.nanoTime() : 0;
        RuntimeException failed = null;
        try {
            return work.run();
        } catch (SQLException e) {
            failed = failures.of(e, execution, -1, worked);
            throw failed;
        } catch (RuntimeException e) {
            failed = e;
            throw e;
        } finally {
            Reference.reachabilityFence(connection); // or it could be taken for forgotten while its statement runs
            if (observed) {
                tell(execution, System.nanoTime() - began, failed);
            }
        }
    }

    private void tell(Execution execution, long nanoseconds, @Nullable RuntimeException failed) {
        connection
                .observers()
                .tell(new StatementEvent(
                        options.label().orElse(null),
                        execution.sql(),
                        () -> failures.parameters(execution),
                        execution.rows(),
                        execution.cached(),
                        nanoseconds,
                        failed));
    }

    /** Ends a transaction, naming in a failure what did it and the caller: at COMMIT deferred constraints and lost conflicts are told. */
    void ending(String sql, Act act) {
        try {
            act.run();
        } catch (SQLException e) {
            throw failures.of(e, sql, -1);
        }
    }

    /** Does something with JDBC outside a statement. */
    void translated(Act act) {
        translating(() -> {
            act.run();
            return true;
        });
    }

    /** Does something with JDBC outside a statement. */
    <R> R translating(Work<R> work) {
        engine.known().learn();
        boolean worked = connection.inTransaction();
        try {
            return work.run();
        } catch (SQLException e) {
            throw failures.of(e, worked);
        }
    }
}
