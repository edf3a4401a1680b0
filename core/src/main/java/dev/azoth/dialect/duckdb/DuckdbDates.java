package dev.azoth.dialect.duckdb;

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

/** Functions of dates and times. A point in time is read in UTC, whatever the session's time zone is. */
final class DuckdbDates {
    static final FunctionTable TABLE = table();

    private DuckdbDates() {}

    private static FunctionTable table() {
        FunctionTable table = FunctionTable.EMPTY
                .with("current_date", FunctionForm.text("current_date"))
                .with("epoch_second", (call, out) -> {
                    clock(call, 0, out.sql("CAST(floor(epoch_us("));
                    out.sql(") / 1000000) AS BIGINT)");
                });
        for (DatePart part : DatePart.values()) {
            table = table.with("extract_" + part.name().toLowerCase(Locale.ROOT), extract(part));
        }
        for (DateUnit unit : DateUnit.values()) {
            String name = unit.name().toLowerCase(Locale.ROOT);
            table = table.with("date_trunc_" + name, truncate(name))
                    .with("date_add_" + name, add(name))
                    .with("date_diff_" + name, difference(unit));
        }
        return table;
    }

    private static FunctionForm extract(DatePart part) {
        String field = switch (part) {
            case DAY_OF_WEEK -> "ISODOW";
            case DAY_OF_YEAR -> "DOY";
            default -> part.name();
        };
        // a microsecond has the seconds in it
        boolean whole = part == DatePart.MICROSECOND;
        return (call, out) -> {
            clock(call, 0, out.sql(whole ? "(EXTRACT(" : "EXTRACT(").sql(field).sql(" FROM "));
            out.sql(whole ? ") % 1000000)" : ")");
        };
    }

    private static FunctionForm truncate(String unit) {
        return (call, out) -> back(call, out, () -> {
            clock(call, 0, out.sql("date_trunc('" + unit + "', "));
            out.sql(")");
        });
    }

    private static FunctionForm add(String unit) {
        return (call, out) -> back(call, out, () -> {
            clock(call, 0, out);
            out.sql(" + to_" + unit + "s(");
            out.argument(call.arguments().get(1)).sql(")");
        });
    }

    /** What was computed of a clock's reading, as the type that it began with. */
    private static void back(FunctionCall<?> call, SqlWriter out, Runnable write) {
        switch (form(call.arguments().get(0))) {
            case DATE -> {
                out.sql("CAST(");
                write.run();
                out.sql(" AS DATE)");
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

    /** Whole units, which DuckDB calls a subtraction; what it calls a difference is how often a unit begins. */
    private static FunctionForm difference(DateUnit unit) {
        return switch (unit) {
            case YEAR -> (call, out) -> months(call, " // 12)", out.sql("("));
            case QUARTER -> (call, out) -> months(call, " // 3)", out.sql("("));
            case MONTH -> (call, out) -> months(call, "", out);
            default -> (call, out) -> between("date_sub('" + unit.name().toLowerCase(Locale.ROOT), call, out);
        };
    }

    private static void between(String function, FunctionCall<?> call, SqlWriter out) {
        clock(call, 0, out.sql(function).sql("', "));
        clock(call, 1, out.sql(", "));
        out.sql(")");
    }

    /**
     * A month is whole when as much of the last one has passed as had of the first; to DuckDB the last day of each is as much.
     */
    private static void months(FunctionCall<?> call, String after, SqlWriter out) {
        between("(date_diff('month", call, out);
        out.sql(" - CASE WHEN ");
        passed(call, " > ", " < ", out);
        out.sql(" THEN 1 WHEN ");
        passed(call, " < ", " > ", out);
        out.sql(" THEN -1 ELSE 0 END)").sql(after);
    }

    private static void passed(FunctionCall<?> call, String later, String less, SqlWriter out) {
        clock(call, 1, out);
        clock(call, 0, out.sql(later));
        ofMonth(call, 1, out.sql(" AND "));
        ofMonth(call, 0, out.sql(less));
    }

    private static void ofMonth(FunctionCall<?> call, int argument, SqlWriter out) {
        clock(call, argument, out.sql("date_diff('microsecond', date_trunc('month', "));
        clock(call, argument, out.sql("), "));
        out.sql(")");
    }

    private static void clock(FunctionCall<?> call, int argument, SqlWriter out) {
        Expression<?> time = call.arguments().get(argument);
        if (form(time) == Form.TIMESTAMPTZ) {
            out.sql("(").typed(time).sql(" AT TIME ZONE 'UTC')");
        } else {
            out.typed(time);
        }
    }

    private static Form form(Expression<?> time) {
        return TemporalType.formOf(time.type()).orElse(Form.TIMESTAMP);
    }
}
