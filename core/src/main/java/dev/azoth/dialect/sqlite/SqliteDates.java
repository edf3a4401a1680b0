package dev.azoth.dialect.sqlite;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.type.TemporalType;
import dev.azoth.type.TemporalType.Form;

/**
 * Functions of dates and times, which are texts here: {@code 2024-01-31}, {@code 13:45:59.123456}, and both with a space between, with a Z
 * for a point in time. They are cut and put together as texts, since SQLite's own functions know milliseconds only.
 */
final class SqliteDates {
    private static final String SECONDS = "CAST(strftime('%s', substr({0}, 1, 19)) AS INTEGER)";
    private static final String MIDNIGHT = " 00:00:00.000000";

    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with(extracted())
            .with(truncated())
            .with(added())
            .with(counted())
            // %f has milliseconds, the finest that SQLite knows
            .with("now", FunctionForm.text("strftime('%Y-%m-%d %H:%M:%f000Z', 'now')"))
            .with("local_timestamp", FunctionForm.text("strftime('%Y-%m-%d %H:%M:%f000', 'now')"))
            .with("local_time", FunctionForm.text("strftime('%H:%M:%f000', 'now')"))
            .with("current_date", FunctionForm.text("date('now')"))
            .templates(
                    // printf writes 0 for null
                    "make_date",
                    "CASE WHEN {(0)} + {(1)} + {(2)} IS NOT NULL THEN printf('%04d-%02d-%02d', {0}, {1}, {2}) END",
                    "epoch_second",
                    SECONDS);

    private SqliteDates() {}

    private static FunctionTable extracted() {
        return FunctionTable.EMPTY
                .templates(
                        "extract_year", "CAST(substr({0}, 1, 4) AS INTEGER)",
                        "extract_quarter", "((CAST(substr({0}, 6, 2) AS INTEGER) + 2) / 3)",
                        "extract_month", "CAST(substr({0}, 6, 2) AS INTEGER)",
                        "extract_week", "CAST(strftime('%V', substr({0}, 1, 10)) AS INTEGER)",
                        "extract_day", "CAST(substr({0}, 9, 2) AS INTEGER)",
                        "extract_day_of_week", "CAST(strftime('%u', substr({0}, 1, 10)) AS INTEGER)",
                        "extract_day_of_year", "CAST(strftime('%j', substr({0}, 1, 10)) AS INTEGER)")
                .with("extract_hour", ofTheDay(1, 2))
                .with("extract_minute", ofTheDay(4, 2))
                .with("extract_second", ofTheDay(7, 2))
                .with("extract_microsecond", ofTheDay(10, 6));
    }

    private static FunctionForm ofTheDay(int from, int length) {
        FunctionForm time = FunctionForm.template("CAST(substr({0}, " + from + ", " + length + ") AS INTEGER)");
        FunctionForm other = FunctionForm.template(
                "CAST(substr({0}, " + (from + "2000-01-01 ".length()) + ", " + length + ") AS INTEGER)");
        return byForm(time, other, other);
    }

    private static FunctionTable truncated() {
        return FunctionTable.EMPTY
                .with("date_trunc_year", day("substr({0}, 1, 4) || '-01-01'"))
                .with(
                        "date_trunc_quarter",
                        day("substr({0}, 1, 5) || printf('%02d-01',"
                                + " (CAST(substr({0}, 6, 2) AS INTEGER) - 1) / 3 * 3 + 1)"))
                .with("date_trunc_month", day("substr({0}, 1, 7) || '-01'"))
                .with("date_trunc_week", day("date(substr({0}, 1, 10), 'weekday 0', '-6 days')"))
                .with("date_trunc_day", day("substr({0}, 1, 10)"))
                .with("date_trunc_hour", time("substr({0}, 1, 13) || ':00:00.000000'"))
                .with("date_trunc_minute", time("substr({0}, 1, 16) || ':00.000000'"))
                .with("date_trunc_second", time("substr({0}, 1, 19) || '.000000'"));
    }

    private static FunctionForm day(String text) {
        FunctionForm timestamp = FunctionForm.template("(" + text + " || '" + MIDNIGHT + "')");
        FunctionForm instant = FunctionForm.template("(" + text + " || '" + MIDNIGHT + "Z')");
        return byForm(FunctionForm.template("(" + text + ")"), timestamp, instant);
    }

    private static FunctionForm time(String text) {
        FunctionForm timestamp = FunctionForm.template("(" + text + ")");
        return byForm(timestamp, timestamp, FunctionForm.template("(" + text + " || 'Z')"));
    }

    private static FunctionForm byForm(FunctionForm date, FunctionForm timestamp, FunctionForm instant) {
        return (call, out) -> {
            Form form = TemporalType.formOf(call.arguments().get(0).type()).orElse(Form.TIMESTAMP);
            FunctionForm chosen = switch (form) {
                case DATE, TIME -> date;
                case TIMESTAMP -> timestamp;
                case TIMESTAMPTZ -> instant;
            };
            chosen.write(call, out);
        };
    }

    private static FunctionTable added() {
        return FunctionTable.EMPTY
                .with("date_add_year", moved("{(1)} || ' years', 'floor'"))
                .with("date_add_quarter", moved("({(1)} * 3) || ' months', 'floor'"))
                .with("date_add_month", moved("{(1)} || ' months', 'floor'"))
                .with("date_add_week", moved("({(1)} * 7) || ' days'"))
                .with("date_add_day", moved("{(1)} || ' days'"))
                .with("date_add_hour", moved("{(1)} || ' hours'"))
                .with("date_add_minute", moved("{(1)} || ' minutes'"))
                .with("date_add_second", moved("{(1)} || ' seconds'"))
                .templates(
                        "date_add_microsecond",
                        "(strftime('%Y-%m-%d %H:%M:%S', substr({0}, 1, 19), floor((CAST(substr({0}, 21, 6) AS INTEGER)"
                                + " + {(1)}) / 1000000.0) || ' seconds') || printf('.%06d', ((CAST(substr({0}, 21, 6) AS"
                                + " INTEGER) + {(1)}) % 1000000 + 1000000) % 1000000) || substr({0}, 27))");
    }

    /** What is below the second stays as it is. */
    private static FunctionForm moved(String modifier) {
        FunctionForm date = FunctionForm.template("date({0}, " + modifier + ")");
        FunctionForm other = FunctionForm.template(
                "(strftime('%Y-%m-%d %H:%M:%S', substr({0}, 1, 19), " + modifier + ") || substr({0}, 20))");
        return byForm(date, other, other);
    }

    private static FunctionTable counted() {
        String micros = "((" + SECONDS.replace("{0}", "{1}") + " - " + SECONDS + ") * 1000000"
                + " + CAST(substr({1}, 21, 6) AS INTEGER) - CAST(substr({0}, 21, 6) AS INTEGER))";
        return FunctionTable.EMPTY.templates(
                "date_diff_microsecond", micros,
                "date_diff_second", "(" + micros + " / 1000000)",
                "date_diff_minute", "(" + micros + " / 60000000)",
                "date_diff_hour", "(" + micros + " / 3600000000)",
                "date_diff_day", "(" + micros + " / 86400000000)",
                "date_diff_week", "(" + micros + " / 604800000000)",
                "date_diff_month", months(),
                "date_diff_quarter", "(" + months() + " / 3)",
                "date_diff_year", "(" + months() + " / 12)");
    }

    /** A month is whole when its day and time are reached: the texts behind the month compare as those do. */
    private static String months() {
        String months = "(CAST(substr({1}, 1, 4) AS INTEGER) - CAST(substr({0}, 1, 4) AS INTEGER)) * 12"
                + " + CAST(substr({1}, 6, 2) AS INTEGER) - CAST(substr({0}, 6, 2) AS INTEGER)";
        return "(" + months + " - CASE WHEN {(1)} > {(0)} AND substr({1}, 9) < substr({0}, 9) THEN 1"
                + " WHEN {(1)} < {(0)} AND substr({1}, 9) > substr({0}, 9) THEN -1 ELSE 0 END)";
    }
}
