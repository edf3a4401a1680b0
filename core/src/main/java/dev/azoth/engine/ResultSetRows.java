package dev.azoth.engine;

import dev.azoth.DataException;
import dev.azoth.FailedStatement;
import dev.azoth.InvalidRequestException;
import dev.azoth.compile.RowDecoder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The rows of a JDBC result, read as they are asked for. */
final class ResultSetRows<T> implements Result.Rows<T> {
    static final String CUT = "the transaction ended before all rows were read: read them first, with all(),"
            + " or end it after the last";

    private final Connection connection;
    private final Statement statement;
    private final ResultSet opened;
    private final ResultSet rows;
    private final RowDecoder<T> decoder;
    private final Failure failure;
    private final @Nullable Timeout timeout;
    private long left;
    private boolean closed;
    private boolean cut;

    /** Makes an exception of what went wrong while reading, naming the statement. */
    interface Failure {
        RuntimeException of(SQLException cause);

        /** The statement, for a value that came whole but is none of its type. */
        FailedStatement statement();
    }

    /**
     * Rows.
     *
     * @param opened what is closed in the end
     * @param rows   the same rows, read without what stands between
     * @param timeout of each; null for none
     * @param most    how many are given, whatever the driver does; 0 for all
     */
    ResultSetRows(
            Connection connection,
            Statement statement,
            ResultSet opened,
            ResultSet rows,
            RowDecoder<T> decoder,
            Failure failure,
            @Nullable Timeout timeout,
            int most) {
        this.connection = connection;
        this.statement = statement;
        this.opened = opened;
        this.rows = rows;
        this.decoder = decoder;
        this.failure = failure;
        this.timeout = timeout;
        this.left = most == 0 ? Long.MAX_VALUE : most;
    }

    @Override
    public boolean next() {
        if (cut) {
            throw new InvalidRequestException(CUT);
        }
        if (closed) {
            return false;
        }
        try {
            if (left > 0 && (timeout == null ? rows.next() : Timeout.limited(timeout, rows::next))) {
                left--;
                return true;
            }
        } catch (SQLException e) {
            close();
            throw connection.call().told(failure.of(e));
        }
        close();
        return false;
    }

    @Override
    public @Nullable T current() {
        try {
            return decoder.decode(rows);
        } catch (SQLException | RuntimeException e) {
            throw failed(e);
        }
    }

    /** Closes the rows, of which one cannot be made into what it should; the exception names the statement. */
    RuntimeException failed(Exception cause) {
        close();
        return connection.call().told(named(cause));
    }

    private RuntimeException named(Exception cause) {
        if (cause instanceof SQLException driver) {
            return failure.of(driver);
        }
        if (cause instanceof DataException data && data.statement().isEmpty()) {
            return new DataException(data.error(), failure.statement(), data.getCause());
        }
        return (RuntimeException) cause;
    }

    @Override
    public void cut() {
        if (!closed) {
            cut = true;
            close();
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        connection.results().forget(this);
        if (timeout != null) {
            timeout.close();
        }
        try {
            opened.close();
            statement.close();
        } catch (SQLException e) {
            // a statement that cannot be closed belongs to a connection that the next statement will find dead
            connection.log().debug("closing a result failed", e);
        }
    }
}
