package dev.azoth.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Asks the driver how a transaction stands, which it knows without asking the server. */
final class PostgresqlTransaction {
    private PostgresqlTransaction() {}

    /** Whether a statement failed, after which the transaction can only be undone. */
    static boolean isAborted(Connection connection) throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
    }
}
