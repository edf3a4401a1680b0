package dev.azoth.dialect.postgresql;

import dev.azoth.dialect.postgresql.PostgresqlErrors.ServerReport;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads the fields of the server's message. The only class that needs the driver's; it is loaded when an error happens. */
final class PostgresqlServerReport {
    private static final Pattern LINE = Pattern.compile("^COPY .*?, line (\\d{1,9})(,|$)", Pattern.DOTALL);

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

    /** The index of the row of a COPY at which the server stopped: "COPY part, line 3, column code" is in its message. */
    static OptionalInt copiedLine(SQLException exception) {
        ServerErrorMessage message = exception instanceof PSQLException told ? told.getServerErrorMessage() : null;
        Matcher line = LINE.matcher(message == null ? "" : String.valueOf(message.getWhere()));
        return line.find() ? OptionalInt.of(Integer.parseInt(line.group(1)) - 1) : OptionalInt.empty();
    }
}
