package dev.azoth.engine;

import dev.azoth.FailedStatement;
import dev.azoth.InvalidRequestException;
import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.RowDecoder;
import dev.azoth.compile.RowMaker;
import dev.azoth.compile.RowValues;
import dev.azoth.sql.Query;
import dev.azoth.sql.Selectable;
import dev.azoth.type.Types;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a statement gave, not read yet.
 *
 * @param prepared closed with them
 * @param timeout  of each further row; null for none
 */
record OpenedRows(
        StatementRunner runner,
        Engine engine,
        Execution execution,
        PreparedStatement prepared,
        ResultSet set,
        @Nullable Timeout timeout) {
    /**
     * The result that reads them.
     *
     * @param fetchSize how many come at a time; 0 for all
     * @param decoder   makes a decoder of the caller's own; null for the statement's
     */
    @SuppressWarnings("unchecked") // the statement's decoder makes what its type parameter says
    <R> Result<R> result(int fetchSize, @Nullable Function<RowLayout, RowDecoder<R>> decoder) throws SQLException {
        CompiledStatement compiled = execution.statement();
        RowDecoder<R> reading;
        if (decoder != null) {
            reading = decoder.apply(new RowLayout(execution.columns()));
        } else if (compiled.isNested()) {
            return nested(fetchSize);
        } else if (compiled.isAsked() && execution.columns() != compiled.columns()) {
            reading = (RowDecoder<R>) RowDecoder.of(
                    compiled.projection(), CompiledStatement.selection(execution.source()), execution.columns());
        } else if (compiled.decoder().isPresent()) {
            reading = (RowDecoder<R>) compiled.decoder().get();
        } else {
            reading = (RowDecoder<R>) UntypedRows.decoder(
                    set.getMetaData(), engine.language().codecs().codec(Types.NULL));
        }
        return remembered(read(reading));
    }

    /** Rows that wait, some at a time, for those of nested queries. */
    @SuppressWarnings("unchecked") // the statement's projection makes what its type parameter says
    private <R> Result<R> nested(int fetchSize) throws SQLException {
        if (fetchSize > 0 && engine.dialect().streamingFetchSize(fetchSize) < 0) {
            throw new InvalidRequestException(engine.server().product()
                    + " can run nothing while a result streams, and so no nested query: use execute(…)");
        }
        CompiledStatement compiled = execution.statement();
        List<? extends Selectable<?>> selection = CompiledStatement.selection(execution.source());
        RowMaker maker = RowMaker.of(compiled.projection(), selection, execution.columns());
        ResultSetRows<@Nullable Object[]> values = read(new RowValues(execution.columns()));
        List<NestedSlot> slots = NestedSlot.of(selection, execution.columns());
        return remembered(new NestedRows<>(runner, values, slots, all -> (R) maker.make(all), execution.named()));
    }

    private <R> Result<R> remembered(Result.Rows<R> rows) {
        runner.connection().results().remember(rows);
        return new Result<>(rows, -1);
    }

    private <R> ResultSetRows<R> read(RowDecoder<R> reading) throws SQLException {
        ResultSet direct = engine.source().direct(set);
        ResultSetRows.Failure told = new ResultSetRows.Failure() {
            @Override
            public RuntimeException of(SQLException cause) {
                return runner.failures().of(cause, execution, -1, true);
            }

            @Override
            public FailedStatement statement() {
                return runner.failures().describe(execution, -1);
            }
        };
        return new ResultSetRows<>(
                runner.connection(),
                prepared,
                set,
                direct,
                reading,
                told,
                timeout,
                execution.source() instanceof Query ? runner.options().maxRows() : 0);
    }
}
