package dev.azoth.dialect.postgresql;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.DatePart;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.type.TemporalType;
import dev.azoth.type.TemporalType.Form;
import java.util.Locale;
import java.util.Optional;

/** Functions of dates and times. A point in time is read in UTC, whatever the session's time zone is. */
final class PostgresqlDates {
    static final FunctionTable TABLE = table();

    private PostgresqlDates() {}

    private static FunctionTable table() {
        FunctionTable table = FunctionTable.EMPTY.with(
                "epoch_second", (call, out) -> around("CAST(floor(EXTRACT(EPOCH FROM ", call, 0, ")) AS bigint)", out));
        for (DatePart part : DatePart.values()) {
            table = table.with("extract_" + part.name().toLowerCase(Locale.ROOT), extract(part));
        }
        for (DateUnit unit : DateUnit.values()) {
            String name = unit.name().toLowerCase(Locale.ROOT);
            table = table.with("date_trunc_" + name, truncate(name))
                    .with("date_add_" + name, add(unit))
                    .with("date_diff_" + name, difference(unit));
        }
        return table;
    }

    private static FunctionForm extract(DatePart part) {
        return switch (part) {
            case DAY_OF_WEEK -> (call, out) -> around("CAST(EXTRACT(ISODOW FROM ", call, 0, ") AS integer)", out);
            case DAY_OF_YEAR -> (call, out) -> around("CAST(EXTRACT(DOY FROM ", call, 0, ") AS integer)", out);
            case SECOND -> (call, out) -> around("CAST(floor(EXTRACT(SECOND FROM ", call, 0, ")) AS integer)", out);
            case MICROSECOND ->
                (call, out) -> around("(CAST(EXTRACT(MICROSECONDS FROM ", call, 0, ") AS integer) % 1000000)", out);
            default -> (call, out) -> around("CAST(EXTRACT(" + part + " FROM ", call, 0, ") AS integer)", out);
        };
    }

    private static FunctionForm truncate(String unit) {
        return (call, out) -> back(call, out, () -> around("date_trunc('" + unit + "', ", call, 0, ")", out));
    }

    private static FunctionForm add(DateUnit unit) {
        String interval = unit == DateUnit.QUARTER ? "3 month" : unit.name().toLowerCase(Locale.ROOT);
        String one = unit == DateUnit.QUARTER ? interval : "1 " + interval;
        return (call, out) -> back(call, out, () -> {
            around("", call, 0, " + ", out);
            out.operand(call.arguments().get(1)).sql(" * INTERVAL '" + one + "'");
        });
    }

    /** What was computed of a clock's reading, as the type that it began with. */
    private static void back(FunctionCall<?> call, SqlWriter out, Runnable write) {
        switch (form(call)) {
            case DATE -> {
                out.sql("CAST(");
                write.run();
                out.sql(" AS date)");
            }
            case TIMESTAMPTZ -> {
                out.sql("((");
                write.run();
                out.sql(") AT TIME ZONE 'UTC')");
            }
            default -> {
                out.sql("(");
                write.run();
                out.sql(")");
            }
        }
    }

    private static FunctionForm difference(DateUnit unit) {
        return switch (unit) {
            case YEAR -> (call, out) -> months(call, 12, out);
            case QUARTER -> (call, out) -> months(call, 3, out);
            case MONTH -> (call, out) -> months(call, 1, out);
            case WEEK -> (call, out) -> elapsed(call, 604_800, out);
            case DAY -> (call, out) -> elapsed(call, 86_400, out);
            case HOUR -> (call, out) -> elapsed(call, 3_600, out);
            case MINUTE -> (call, out) -> elapsed(call, 60, out);
            case SECOND -> (call, out) -> elapsed(call, 1, out);
            case MICROSECOND ->
                (call, out) -> {
                    around("CAST(EXTRACT(EPOCH FROM ", call, 1, " - ", out);
                    around("", call, 0, ") * 1000000 AS bigint)", out);
                };
        };
    }

    private static void months(FunctionCall<?> call, int divisor, SqlWriter out) {
        out.sql("(CAST(EXTRACT(YEAR FROM ");
        age(call, out);
        out.sql(") * 12 + EXTRACT(MONTH FROM ");
        age(call, out);
        out.sql(") AS bigint)").sql(divisor == 1 ? ")" : " / " + divisor + ")");
    }

    private static void age(FunctionCall<?> call, SqlWriter out) {
        around("age(", call, 1, ", ", out);
        around("", call, 0, ")", out);
    }

    /** The difference of dates is a number of days, that of others an interval. */
    private static void elapsed(FunctionCall<?> call, int seconds, SqlWriter out) {
        boolean days = form(call) == Form.DATE;
        around(days ? "((" : "CAST(trunc(EXTRACT(EPOCH FROM ", call, 1, " - ", out);
        around("", call, 0, days ? ") / " + seconds / 86_400 + ")" : ") / " + seconds + ") AS bigint)", out);
    }

    private static Form form(FunctionCall<?> call) {
        return TemporalType.formOf(call.arguments().get(0).type()).orElse(Form.TIMESTAMP);
    }

    private static void around(String before, FunctionCall<?> call, int argument, String after, SqlWriter out) {
        Expression<?> time = call.arguments().get(argument);
        out.sql(before);
        if (TemporalType.formOf(time.type()).equals(Optional.of(Form.TIMESTAMPTZ))) {
            out.sql("(").typed(time).sql(" AT TIME ZONE 'UTC')");
        } else {
            out.typed(time);
        }
        out.sql(after);
    }
}
