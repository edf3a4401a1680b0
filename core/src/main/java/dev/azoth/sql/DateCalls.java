package dev.azoth.sql;

import dev.azoth.type.SqlType;
import dev.azoth.type.TemporalType;
import dev.azoth.type.TemporalType.Form;
import dev.azoth.type.Types;
import java.util.List;
import java.util.Locale;

/** Calls of functions of dates and times. The part or the unit is in the function's name, for dialects to have a form for each. */
final class DateCalls {
    private DateCalls() {}

    static FunctionCall<Integer> extract(DatePart part, Expression<?> from) {
        Form form = form(from);
        boolean ofTheDay = part.compareTo(DatePart.HOUR) >= 0;
        if ((form == Form.DATE && ofTheDay) || (form == Form.TIME && !ofTheDay)) {
            throw new IllegalArgumentException("a " + form + " has no " + part);
        }
        return call("extract_", part, Types.INTEGER, from);
    }

    static <T> FunctionCall<T> truncate(DateUnit unit, Expression<T> value) {
        checkUnit(unit, form(value));
        if (unit == DateUnit.MICROSECOND) {
            throw new IllegalArgumentException("there is nothing below a MICROSECOND to cut off");
        }
        return call("date_trunc_", unit, value.type(), value);
    }

    static <T> FunctionCall<T> add(DateUnit unit, Expression<T> value, Expression<? extends Number> amount) {
        checkUnit(unit, form(value));
        return call("date_add_", unit, value.type(), value, amount);
    }

    static FunctionCall<Long> difference(DateUnit unit, Expression<?> from, Expression<?> to) {
        if (form(from) != form(to)) {
            throw new IllegalArgumentException(
                    "cast one of them: from a " + form(from) + " to a " + form(to) + " is no count of " + unit);
        }
        checkUnit(unit, form(from));
        return call("date_diff_", unit, Types.BIGINT, from, to);
    }

    static <T> FunctionCall<T> call(String prefix, Enum<?> suffix, SqlType<T> type, Expression<?>... arguments) {
        return new FunctionCall<>(
                prefix + suffix.name().toLowerCase(Locale.ROOT), List.of(arguments), Aggregation.NONE, type);
    }

    private static void checkUnit(DateUnit unit, Form form) {
        if (form == Form.TIME) {
            throw new IllegalArgumentException("a TIME cannot be counted in units: cast it to a TIMESTAMP");
        }
        if (form == Form.DATE && unit.compareTo(DateUnit.DAY) < 0) {
            throw new IllegalArgumentException("a DATE has no " + unit + ": cast it to a TIMESTAMP");
        }
    }

    static Form form(Expression<?> expression) {
        return TemporalType.formOf(expression.type())
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a date or time, but of type " + expression.type().name()));
    }
}
