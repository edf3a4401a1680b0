package dev.azoth.dialect.postgresql;

import dev.azoth.dialect.postgresql.PostgresqlErrors.ServerReport;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads the fields of the server's message. The only class that needs the driver's; it is loaded when an error happens. */
final class PostgresqlServerReport {
    private PostgresqlServerReport() {}

    /** The fields, or null if the error is the driver's own. The detail is left out: it has the row's values. */
    static @Nullable ServerReport of(SQLException exception) {
        if (!(exception instanceof PSQLException told)) {
            return null;
        }
        ServerErrorMessage message = told.getServerErrorMessage();
        if (message == null) {
            return null;
        }
        String text = ServerReport.stripped(String.valueOf(message.getMessage()));
        String hint = message.getHint();
        return new ServerReport(
                hint == null ? text : text + " (" + ServerReport.stripped(hint) + ")",
                message.getConstraint(),
                message.getTable(),
                message.getColumn());
    }
}
