package dev.azoth.dialect.postgresql;

import dev.azoth.dialect.Microseconds;
import dev.azoth.type.Range;
import dev.azoth.type.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of ranges: {@code [1,6)}, {@code ["2024-01-01 00:00:00",)}, {@code empty}; and of several, in braces.
 *
 * @param parser reads a bound
 * @param writer writes one
 */
record RangeText<T extends Comparable<? super T>>(Function<String, T> parser, Function<T, String> writer) {
    private static final Pattern RANGE =
            Pattern.compile("([\\[(])(?:\"([^\"]*)\"|([^,\"]*)),(?:\"([^\"]*)\"|([^,\"]*?))([\\])])|empty");

    @SuppressWarnings("unchecked") // each type is paired with texts of its own class
    static <T extends Comparable<? super T>> RangeText<T> of(SqlType<T> element) {
        Class<T> type = element.javaType();
        if (type == (Class<?>) Integer.class) {
            return (RangeText<T>) new RangeText<>(Integer::valueOf, String::valueOf);
        } else if (type == (Class<?>) Long.class) {
            return (RangeText<T>) new RangeText<>(Long::valueOf, String::valueOf);
        } else if (type == (Class<?>) BigDecimal.class) {
            return (RangeText<T>) new RangeText<>(BigDecimal::new, BigDecimal::toPlainString);
        } else if (type == (Class<?>) LocalDate.class) {
            return (RangeText<T>) new RangeText<LocalDate>(
                    text -> PostgresqlTimes.parsed(text, LocalDate::parse, LocalDate.MIN, LocalDate.MAX),
                    PostgresqlTimes::text);
        } else if (type == (Class<?>) LocalDateTime.class) {
            return (RangeText<T>) new RangeText<LocalDateTime>(
                    text -> PostgresqlTimes.parsed(
                            text,
                            each -> LocalDateTime.parse(each.replace(' ', 'T')),
                            LocalDateTime.MIN,
                            LocalDateTime.MAX),
                    PostgresqlTimes::text);
        }
        return (RangeText<T>) new RangeText<Instant>(
                text -> PostgresqlTimes.parsed(
                        text,
                        each -> OffsetDateTime.parse(Microseconds.withMinutes(each.replace(' ', 'T')))
                                .toInstant(),
                        Instant.MIN,
                        Instant.MAX),
                PostgresqlTimes::text);
    }

    String text(Range<T> range) {
        return range.isEmpty()
                ? "empty"
                : (range.withLower() ? "[" : "(") + bound(range.lower().orElse(null)) + ","
                        + bound(range.upper().orElse(null)) + (range.withUpper() ? "]" : ")");
    }

    private String bound(@Nullable T value) {
        return value == null ? "" : "\"" + writer.apply(value) + "\"";
    }

    Range<T> range(String text) {
        Matcher parts = RANGE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a range: " + text);
        }
        return range(parts);
    }

    private Range<T> range(Matcher parts) {
        if (parts.group(1) == null) {
            return Range.empty();
        }
        T lower = value(parts.group(2), parts.group(3));
        T upper = value(parts.group(4), parts.group(5));
        return Range.between(
                lower, parts.group(1).equals("["), upper, parts.group(6).equals("]"));
    }

    private @Nullable T value(@Nullable String quoted, @Nullable String plain) {
        String text = quoted == null ? plain : quoted;
        return text == null || text.isEmpty() ? null : parser.apply(text);
    }

    String texts(List<Range<T>> ranges) {
        return ranges.stream().map(this::text).collect(Collectors.joining(",", "{", "}"));
    }

    List<Range<T>> ranges(String text) {
        List<Range<T>> ranges = new ArrayList<>();
        Matcher parts = RANGE.matcher(text);
        while (parts.find()) {
            ranges.add(range(parts));
        }
        return List.copyOf(ranges);
    }
}
