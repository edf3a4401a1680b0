package dev.azoth.engine;

import dev.azoth.DataException;
import dev.azoth.DatabaseException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.FailedStatement;
import dev.azoth.InvalidRequestException;
import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.ResultColumn;
import dev.azoth.compile.RowDecoder;
import dev.azoth.compile.RowMaker;
import dev.azoth.compile.RowValues;
import dev.azoth.compile.StatementCache;
import dev.azoth.compile.StatementWalk;
import dev.azoth.dialect.Dialect;
import dev.azoth.event.StatementEvent;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Statement;
import dev.azoth.sql.TextQuery;
import dev.azoth.type.Types;
import java.lang.ref.Reference;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs statements over a connection: compiles, binds, executes, tells listeners, and turns the driver's errors into Azoth's. */
final class StatementRunner {
    /** The savepoint around a statement that must leave the transaction usable when it fails. */
    private static final String GUARD = "azoth_rows";

    private final Connection connection;
    private final Engine engine;

    StatementRunner(Connection connection, Engine engine) {
        this.connection = connection;
        this.engine = engine;
    }

    Connection connection() {
        return connection;
    }

    Dialect dialect() {
        return engine.dialect();
    }

    /** A statement about to be sent, with all that a message about it needs. */
    @SuppressWarnings("ArrayRecordComponent") // carries values within this package and is never compared
    record Execution(
            CompiledStatement statement,
            Statement<?> source,
            List<ResultColumn<?>> columns,
            @Nullable Object[] values,
            NamedValues named,
            String sql,
            int rows,
            boolean cached,
            boolean repeatable) {
        /** The same with the text that listeners make of its. */
        Execution sending(Observers observers) {
            String sent = observers.sending(sql);
            return sent.equals(sql)
                    ? this
                    : new Execution(statement, source, columns, values, named, sent, rows, cached, repeatable);
        }
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
            Statement<T> statement,
            NamedValues named,
            int fetchSize,
            @Nullable Function<RowLayout, RowDecoder<R>> decoder) {
        engine.known().learn();
        StatementWalk walk = StatementWalk.of(statement);
        StatementCache.Found found = engine.known().compiled(statement, walk);
        @Nullable Object[] values = walk.values();
        CompiledStatement compiled = found.statement();
        Execution execution = new Execution(
                compiled,
                statement,
                found.columns(statement),
                values,
                named,
                compiled.sql(values),
                1,
                found.cached(),
                !(statement instanceof TextQuery));
        return send(execution, fetchSize, decoder);
    }

    /** Sends a statement and gives its rows, or the number of rows that it changed. */
    <R> Result<R> send(Execution given, int fetchSize, @Nullable Function<RowLayout, RowDecoder<R>> decoder) {
        Execution execution = given.sending(engine.observers());
        return send(execution, execution.sql(), fetchSize, decoder);
    }

    /** Sends a statement such that the transaction goes on when it fails; {@link #isGuarding} tells whether that is possible. */
    <R> Result<R> sendGuarded(Execution given, @Nullable Function<RowLayout, RowDecoder<R>> decoder) {
        Execution execution = given.sending(engine.observers());
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
            try {
                if (fetchSize > 0) {
                    prepared.setFetchSize(engine.dialect().streamingFetchSize(fetchSize));
                }
                bind(prepared, execution, -1);
                boolean rows = prepared.execute();
                if (second) {
                    rows = prepared.getMoreResults();
                }
                if (rows || keys) {
                    ResultSet set = keys ? prepared.getGeneratedKeys() : prepared.getResultSet();
                    return rows(prepared, set, execution, fetchSize, decoder);
                }
                long count = prepared.getUpdateCount();
                prepared.close();
                return Result.of(List.of(), count);
            } catch (SQLException | RuntimeException | Error e) {
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

    @SuppressWarnings("unchecked") // the statement's decoder makes what its type parameter says
    private <R> Result<R> rows(
            PreparedStatement prepared,
            ResultSet set,
            Execution execution,
            int fetchSize,
            @Nullable Function<RowLayout, RowDecoder<R>> decoder)
            throws SQLException {
        CompiledStatement compiled = execution.statement();
        RowDecoder<R> reading;
        if (decoder != null) {
            reading = decoder.apply(new RowLayout(execution.columns()));
        } else if (compiled.isNested()) {
            return nested(prepared, set, execution, fetchSize);
        } else if (compiled.isAsked() && execution.columns() != compiled.columns()) {
            reading = (RowDecoder<R>) RowDecoder.of(
                    compiled.projection(), CompiledStatement.selection(execution.source()), execution.columns());
        } else if (compiled.decoder().isPresent()) {
            reading = (RowDecoder<R>) compiled.decoder().get();
        } else {
            reading = (RowDecoder<R>) UntypedRows.decoder(
                    set.getMetaData(), engine.language().codecs().codec(Types.NULL));
        }
        ResultSetRows<R> rows = opened(prepared, set, reading, execution);
        connection.remember(rows);
        return new Result<>(rows, -1);
    }

    /** Rows that wait, some at a time, for those of nested queries. */
    @SuppressWarnings("unchecked") // the statement's projection makes what its type parameter says
    private <R> Result<R> nested(PreparedStatement prepared, ResultSet set, Execution execution, int fetchSize)
            throws SQLException {
        if (fetchSize > 0 && engine.dialect().streamingFetchSize(fetchSize) < 0) {
            throw new InvalidRequestException(engine.server().product()
                    + " can run nothing while a result streams, and so no nested query: use execute(…)");
        }
        CompiledStatement compiled = execution.statement();
        List<? extends Selectable<?>> selection = CompiledStatement.selection(execution.source());
        RowMaker maker = RowMaker.of(compiled.projection(), selection, execution.columns());
        ResultSetRows<@Nullable Object[]> values = opened(prepared, set, new RowValues(execution.columns()), execution);
        NestedRows<R> rows =
                new NestedRows<>(this, values, NestedSlot.of(selection), all -> (R) maker.make(all), execution.named());
        connection.remember(rows);
        return new Result<>(rows, -1);
    }

    private <R> ResultSetRows<R> opened(
            PreparedStatement prepared, ResultSet set, RowDecoder<R> reading, Execution execution) throws SQLException {
        ResultSet direct = engine.source().direct(set);
        ResultSetRows.Failure told = new ResultSetRows.Failure() {
            @Override
            public RuntimeException of(SQLException cause) {
                return failure(cause, execution, -1, true);
            }

            @Override
            public FailedStatement statement() {
                return describe(execution, -1);
            }
        };
        return new ResultSetRows<>(connection, prepared, set, direct, reading, told);
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
            // a codec refuses a value that the server would refuse later, or store wrongly
            throw new DataException(
                    ErrorFields.of(ErrorKind.DATA, String.valueOf(e.getMessage())), describe(execution, row), e);
        }
    }

    /** Runs SQL text that has no parameters and gives nothing. */
    void plain(String given) {
        String sql = engine.observers().sending(given);
        long began = System.nanoTime();
        RuntimeException failed = null;
        try {
            try (java.sql.Statement statement = connection.begun().createStatement()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            failed = handled(engine.dialect().error(e), told(sql), e, true);
            throw engine.observers().failed(failed);
        } finally {
            engine.observers().tell(new StatementEvent(sql, () -> "", 1, false, System.nanoTime() - began, failed));
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
                throw engine.observers().failed(e);
            }
            connection
                    .log()
                    .info(
                            "a connection of the pool was dead and is replaced: {}",
                            e.error().message());
        }
        try {
            return once(execution, work);
        } catch (DatabaseException e) {
            throw engine.observers().failed(e);
        }
    }

    private <R> R once(Execution execution, Work<R> work) {
        boolean worked = connection.inTransaction();
        boolean observed = !engine.observers().isEmpty();
        long began = observed ? System.nanoTime() : 0;
        RuntimeException failed = null;
        try {
            return work.run();
        } catch (SQLException e) {
            failed = failure(e, execution, -1, worked);
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
        engine.observers()
                .tell(new StatementEvent(
                        execution.sql(),
                        () -> parameters(execution),
                        execution.rows(),
                        execution.cached(),
                        nanoseconds,
                        failed));
    }

    private String parameters(Execution execution) {
        if (execution.named() instanceof BatchRows batch && batch.isOfNoRow()) {
            return "… " + batch.rows().size() + " rows";
        }
        return new ParameterText(engine.options().parameterLength())
                .of(execution.statement(), execution.values(), execution.named());
    }

    private FailedStatement told(String sql) {
        return new FailedStatement(
                sql, "", engine.dialect().name(), -1, CallSite.find().orElse(null));
    }

    private FailedStatement describe(Execution execution, int row) {
        return new FailedStatement(
                execution.sql(),
                parameters(execution),
                engine.dialect().name(),
                row,
                CallSite.find().orElse(null));
    }

    RuntimeException failure(SQLException driver, Execution execution, int row, boolean worked) {
        SQLException told = driver instanceof BatchUpdateException && driver.getNextException() != null
                ? driver.getNextException()
                : driver;
        return handled(engine.dialect().error(told), describe(execution, row), driver, worked);
    }

    RuntimeException handled(
            ErrorFields error, @Nullable FailedStatement statement, SQLException cause, boolean worked) {
        if (error.kind() == ErrorKind.DISCONNECTED) {
            connection.discard(worked);
        }
        return error.kind().exception(error, statement, cause);
    }

    /** Ends a transaction, naming in a failure what did it and the caller: at COMMIT deferred constraints and lost conflicts are told. */
    void ending(String sql, Act act) {
        try {
            act.run();
        } catch (SQLException e) {
            throw engine.observers().failed(handled(engine.dialect().error(e), told(sql), e, true));
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
            throw engine.observers().failed(handled(engine.dialect().error(e), null, e, worked));
        }
    }
}
