package dev.azoth.dialect.mysql;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Cast;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.type.TemporalType;
import dev.azoth.type.TemporalType.Form;
import java.util.Locale;
import java.util.Optional;

/** Functions of dates and times. Times are in UTC whatever the session's time zone is, as the columns are. */
final class MysqlDates {
    static final FunctionTable TABLE = table();

    private MysqlDates() {}

    private static FunctionTable table() {
        FunctionTable table = FunctionTable.EMPTY
                .with("now", FunctionForm.text("utc_timestamp(6)"))
                .with("local_timestamp", FunctionForm.text("utc_timestamp(6)"))
                .with("local_time", FunctionForm.text("utc_time(6)"))
                .with("current_date", FunctionForm.text("utc_date()"))
                .templates(
                        "make_date", "str_to_date(concat({0}, '-', {1}, '-', {2}), '%Y-%c-%e')",
                        "epoch_second",
                                "CAST(floor(timestampdiff(MICROSECOND, '1970-01-01', {0}) * 0.000001) AS SIGNED)",
                        "extract_year", "EXTRACT(YEAR FROM {0})",
                        "extract_quarter", "EXTRACT(QUARTER FROM {0})",
                        "extract_month", "EXTRACT(MONTH FROM {0})",
                        "extract_week", "week({0}, 3)",
                        "extract_day", "EXTRACT(DAY FROM {0})",
                        "extract_day_of_week", "(weekday({0}) + 1)",
                        "extract_day_of_year", "dayofyear({0})",
                        "extract_hour", "EXTRACT(HOUR FROM {0})",
                        "extract_minute", "EXTRACT(MINUTE FROM {0})",
                        "extract_second", "EXTRACT(SECOND FROM {0})",
                        "extract_microsecond", "EXTRACT(MICROSECOND FROM {0})")
                .with("date_trunc_year", day("makedate(year({0}), 1)"))
                .with("date_trunc_quarter", day("date_add(makedate(year({0}), 1), INTERVAL quarter({0}) - 1 QUARTER)"))
                .with("date_trunc_month", day("date_sub(date({0}), INTERVAL dayofmonth({0}) - 1 DAY)"))
                .with("date_trunc_week", day("date_sub(date({0}), INTERVAL weekday({0}) DAY)"))
                .with("date_trunc_day", day("date({0})"))
                .templates(
                        "date_trunc_hour", "CAST(date_format({0}, '%Y-%m-%d %H:00:00') AS DATETIME(6))",
                        "date_trunc_minute", "CAST(date_format({0}, '%Y-%m-%d %H:%i:00') AS DATETIME(6))",
                        "date_trunc_second", "CAST(date_format({0}, '%Y-%m-%d %H:%i:%s') AS DATETIME(6))");
        for (DateUnit unit : DateUnit.values()) {
            String name = unit.name().toLowerCase(Locale.ROOT);
            table = table.with("date_add_" + name, (call, out) -> add(call, unit, out))
                    .templates("date_diff_" + name, "timestampdiff(" + unit + ", {0}, {1})");
        }
        return table;
    }

    /** A date that is bound, or may be, is a text, and stays one. */
    private static void add(FunctionCall<?> call, DateUnit unit, SqlWriter out) {
        Expression<?> date = call.arguments().get(0);
        boolean known = date instanceof ColumnReference<?>
                || (date instanceof FunctionCall<?> inner && inner.function().startsWith("date_"))
                || !TemporalType.formOf(date.type()).equals(Optional.of(Form.DATE));
        out.sql("date_add(").argument(known ? date : new Cast<>(date, date.type()));
        out.sql(", INTERVAL ").argument(call.arguments().get(1)).sql(" " + unit + ")");
    }

    /** A day, or for a time the midnight with which it begins. */
    private static FunctionForm day(String text) {
        FunctionForm date = FunctionForm.template(text);
        FunctionForm time = FunctionForm.template("CAST(" + text + " AS DATETIME(6))");
        return (call, out) -> {
            Optional<Form> form = TemporalType.formOf(call.arguments().get(0).type());
            (form.equals(Optional.of(Form.DATE)) ? date : time).write(call, out);
        };
    }
}
