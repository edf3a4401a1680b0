package dev.azoth.proof;

import dev.azoth.sql.DatePart;
import dev.azoth.sql.DateUnit;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Functions of dates and of what a clock shows. */
final class Dates {
    private final Evaluator evaluator;

    Dates(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    static boolean knows(String function) {
        return function.startsWith("extract_")
                || function.startsWith("date_")
                || Set.of("epoch_second", "make_date").contains(function);
    }

    Object value(String function, List<Object> arguments) {
        if (function.equals("make_date")) {
            return LocalDate.of((Integer) arguments.get(0), (Integer) arguments.get(1), (Integer) arguments.get(2));
        }
        Temporal first = (Temporal) arguments.get(0);
        if (function.startsWith("extract_")) {
            return part(DatePart.valueOf(suffix(function, "extract_")), first);
        } else if (function.startsWith("date_trunc_")) {
            return truncated(DateUnit.valueOf(suffix(function, "date_trunc_")), first);
        } else if (function.startsWith("date_add_")) {
            long amount = ((Number) arguments.get(1)).longValue();
            return suffix(function, "date_add_").equals("QUARTER")
                    ? added(first, amount * 3, ChronoUnit.MONTHS)
                    : added(first, amount, unit(suffix(function, "date_add_")));
        } else if (function.startsWith("date_diff_")) {
            return difference(suffix(function, "date_diff_"), first, (Temporal) arguments.get(1));
        }
        return time(first).toEpochSecond(ZoneOffset.UTC);
    }

    private static String suffix(String function, String prefix) {
        return function.substring(prefix.length()).toUpperCase(Locale.ROOT);
    }

    private static java.time.temporal.TemporalUnit unit(String name) {
        return switch (name) {
            case "MICROSECOND" -> ChronoUnit.MICROS;
            case "QUARTER" -> IsoFields.QUARTER_YEARS;
            default -> ChronoUnit.valueOf(name + "S");
        };
    }

    private Object added(Temporal value, long amount, java.time.temporal.TemporalUnit unit) {
        try {
            Temporal result = value.plus(amount, unit);
            int year = result.get(ChronoField.YEAR);
            if (year < 1000 || year > 9999) {
                evaluator.meet(Fact.YEARS);
            }
            return result;
        } catch (DateTimeException | ArithmeticException e) {
            evaluator.meet(Fact.YEARS);
            throw e;
        }
    }

    private static long difference(String unit, Temporal from, Temporal to) {
        int months = switch (unit) {
            case "MONTH" -> 1;
            case "QUARTER" -> 3;
            case "YEAR" -> 12;
            default -> 0;
        };
        if (months == 0) {
            return unit(unit).between(from, to);
        }
        LocalDateTime one = time(from);
        LocalDateTime other = time(to);
        long whole = (other.getYear() - one.getYear()) * 12L + other.getMonthValue() - one.getMonthValue();
        int rest =
                one.withYear(2000).withMonth(1).compareTo(other.withYear(2000).withMonth(1));
        whole -= one.isBefore(other) && rest > 0 ? 1 : 0;
        whole += other.isBefore(one) && rest < 0 ? 1 : 0;
        return whole / months;
    }

    private static LocalDateTime time(Temporal value) {
        return value instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) value;
    }

    private static int part(DatePart part, Temporal value) {
        return switch (part) {
            case YEAR -> value.get(ChronoField.YEAR);
            case QUARTER -> value.get(IsoFields.QUARTER_OF_YEAR);
            case MONTH -> value.get(ChronoField.MONTH_OF_YEAR);
            case WEEK -> value.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case DAY -> value.get(ChronoField.DAY_OF_MONTH);
            case DAY_OF_WEEK -> value.get(ChronoField.DAY_OF_WEEK);
            case DAY_OF_YEAR -> value.get(ChronoField.DAY_OF_YEAR);
            case HOUR -> value.get(ChronoField.HOUR_OF_DAY);
            case MINUTE -> value.get(ChronoField.MINUTE_OF_HOUR);
            case SECOND -> value.get(ChronoField.SECOND_OF_MINUTE);
            case MICROSECOND -> value.get(ChronoField.MICRO_OF_SECOND);
        };
    }

    private static Object truncated(DateUnit unit, Temporal value) {
        if (value instanceof LocalDate date) {
            return firstDay(unit, date);
        }
        LocalDateTime time = (LocalDateTime) value;
        return switch (unit) {
            case SECOND -> time.truncatedTo(ChronoUnit.SECONDS);
            case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            default -> firstDay(unit, time.toLocalDate()).atStartOfDay();
        };
    }

    private static LocalDate firstDay(DateUnit unit, LocalDate date) {
        return switch (unit) {
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> date.withDayOfYear(1);
            default -> date;
        };
    }
}
