package dev.azoth.dialect.h2;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.CaseWhen;
import dev.azoth.sql.Cast;
import dev.azoth.sql.DatePart;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.type.TemporalType;
import dev.azoth.type.TemporalType.Form;
import java.util.Locale;
import java.util.Optional;

/** Functions of dates and times. A point in time is read in UTC, whatever the session's time zone is. */
final class H2Dates {
    static final FunctionTable TABLE = table();

    private H2Dates() {}

    private static FunctionTable table() {
        FunctionTable table = FunctionTable.EMPTY
                // H2's NOW() is a timestamp without a time zone
                .with("now", FunctionForm.text("CURRENT_TIMESTAMP"))
                .with("local_timestamp", FunctionForm.text("LOCALTIMESTAMP"))
                .with("local_time", FunctionForm.text("LOCALTIME(6)"))
                .with("epoch_second", filled("CAST(floor(EXTRACT(EPOCH FROM {0})) AS BIGINT)"))
                .templates("make_date", "CAST({(0)} || '-' || {(1)} || '-' || {(2)} AS DATE)");
        for (DatePart part : DatePart.values()) {
            String field = switch (part) {
                case WEEK -> "ISO_WEEK";
                case DAY_OF_WEEK -> "ISO_DAY_OF_WEEK";
                default -> part.name();
            };
            table = table.with(
                    "extract_" + part.name().toLowerCase(Locale.ROOT), filled("EXTRACT(" + field + " FROM {0})"));
        }
        for (DateUnit unit : DateUnit.values()) {
            String name = unit.name().toLowerCase(Locale.ROOT);
            String cut = unit == DateUnit.WEEK ? "iso_week" : name;
            table = table.with("date_trunc_" + name, filled("date_trunc('" + cut + "', {0})"))
                    .with("date_add_" + name, filled("dateadd('" + name + "', {1}, {0})"))
                    .with("date_diff_" + name, filled(difference(unit)));
        }
        return table;
    }

    /** H2 counts how often a unit begins, and so not the whole ones. */
    private static String difference(DateUnit unit) {
        String micros = "datediff('microsecond', {0}, {1})";
        return switch (unit) {
            case YEAR -> "(" + months() + " / 12)";
            case QUARTER -> "(" + months() + " / 3)";
            case MONTH -> months();
            case WEEK -> "(" + micros + " / 604800000000)";
            case DAY -> "(" + micros + " / 86400000000)";
            case HOUR -> "(" + micros + " / 3600000000)";
            case MINUTE -> "(" + micros + " / 60000000)";
            case SECOND -> "(" + micros + " / 1000000)";
            case MICROSECOND -> micros;
        };
    }

    /** A month is whole when as much of the last one has passed as had of the first. */
    private static String months() {
        String from = "datediff('microsecond', date_trunc('month', {0}), {0})";
        String to = from.replace("{0}", "{1}");
        return "(datediff('month', {0}, {1}) - CASE WHEN {1} > {0} AND " + to + " < " + from + " THEN 1"
                + " WHEN {1} < {0} AND " + to + " > " + from + " THEN -1 ELSE 0 END)";
    }

    /** The template with the arguments, times among them as clocks in UTC show them. */
    private static FunctionForm filled(String template) {
        String[] pieces = template.split("(?<=\\{[01]})|(?=\\{[01]})", -1);
        return (call, out) -> {
            for (String piece : pieces) {
                if (piece.startsWith("{")) {
                    argument(call, piece.charAt(1) - '0', out);
                } else {
                    out.sql(piece);
                }
            }
        };
    }

    private static void argument(FunctionCall<?> call, int index, SqlWriter out) {
        Expression<?> argument = call.arguments().get(index);
        if (TemporalType.formOf(argument.type()).equals(Optional.of(Form.TIMESTAMPTZ))) {
            out.sql("(").typed(argument).sql(" AT TIME ZONE 'UTC')");
        } else {
            // a CASE that H2 knows to be null is none of its dates
            out.typed(argument instanceof CaseWhen<?> ? new Cast<>(argument, argument.type()) : argument);
        }
    }
}
