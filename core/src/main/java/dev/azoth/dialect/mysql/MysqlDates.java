package dev.azoth.dialect.mysql;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.sql.DateUnit;
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
            table = table.templates(
                    "date_add_" + name, "date_add({0}, INTERVAL {1} " + unit + ")",
                    "date_diff_" + name, "timestampdiff(" + unit + ", {0}, {1})");
        }
        return table;
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
