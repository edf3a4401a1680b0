package dev.azoth.engine;

import dev.azoth.DataException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.FailedStatement;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes Azoth's exceptions of the driver's, each with its statement and the caller's place; a dead connection is thrown away with it. */
final class Failures {
    private final Connection connection;
    private final Engine engine;

    Failures(Connection connection, Engine engine) {
        this.connection = connection;
        this.engine = engine;
    }

    /**
     * The exception for a statement.
     *
     * @param row    the row of parameters that was at fault, or -1
     * @param worked whether work is lost if the connection is dead
     */
    RuntimeException of(SQLException driver, Execution execution, int row, boolean worked) {
        SQLException told = driver instanceof BatchUpdateException && driver.getNextException() != null
                ? driver.getNextException()
                : driver;
        ErrorFields error = told instanceof Timeout.Exceeded
                ? ErrorFields.of(ErrorKind.TIMEOUT, String.valueOf(told.getMessage()))
                : engine.dialect().error(told);
        return of(error, describe(execution, row), driver, worked);
    }

    /** The exception for text without parameters. */
    RuntimeException of(SQLException driver, String sql, int row) {
        return of(engine.dialect().error(driver), describe(sql, row), driver, true);
    }

    /** The exception for what is no statement. */
    RuntimeException of(SQLException driver, boolean worked) {
        return of(engine.dialect().error(driver), null, driver, worked);
    }

    private RuntimeException of(
            ErrorFields error, @Nullable FailedStatement statement, SQLException cause, boolean worked) {
        if (error.kind() == ErrorKind.DISCONNECTED) {
            connection.discard(worked);
        }
        return error.kind().exception(error, statement, cause);
    }

    /** The exception for a value that a codec refuses, which the server would refuse later, or store wrongly. */
    static DataException refused(RuntimeException codec, FailedStatement statement) {
        return new DataException(ErrorFields.of(ErrorKind.DATA, String.valueOf(codec.getMessage())), statement, codec);
    }

    FailedStatement describe(Execution execution, int row) {
        return new FailedStatement(
                execution.sql(),
                parameters(execution),
                engine.dialect().name(),
                row,
                CallSite.find().orElse(null));
    }

    FailedStatement describe(String sql, int row) {
        return new FailedStatement(
                sql, "", engine.dialect().name(), row, CallSite.find().orElse(null));
    }

    /** The values of a statement as text, cut and masked. */
    String parameters(Execution execution) {
        if (engine.options().hidesParameters() && !execution.statement().slots().isEmpty()) {
            return "[hidden]";
        }
        if (execution.named() instanceof BatchRows batch && batch.isOfNoRow()) {
            return "… " + batch.rows().size() + " rows";
        }
        return new ParameterText(engine.options().parameterLength())
                .of(execution.statement(), execution.values(), execution.named());
    }
}
