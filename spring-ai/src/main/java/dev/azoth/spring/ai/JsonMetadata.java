package dev.azoth.spring.ai;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.document.Document;

/** Spring AI's metadata, in which anything may be, as JSON and back. */
final class JsonMetadata {
    /** As many digits for each, so that the texts sort as the times do. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private JsonMetadata() {}

    static Map<String, Object> of(Document document) {
        Map<String, Object> json = new LinkedHashMap<>();
        document.getMetadata().forEach((name, value) -> {
            try {
                json.put(name, value(value));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "document " + document.getId() + ": metadata " + name + ": " + e.getMessage(), e);
            }
        });
        return json;
    }

    /** A value of metadata or of a filter. */
    static Object value(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            map.forEach((name, each) -> json.put(String.valueOf(name), nullable(each)));
            return json;
        } else if (value instanceof Collection<?> list) {
            return list.stream().map(JsonMetadata::nullable).toList();
        } else if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> nullable(Array.get(value, i)))
                    .toList();
        }
        return text(value);
    }

    private static @Nullable Object nullable(@Nullable Object value) {
        return value == null ? null : value(value);
    }

    @SuppressWarnings("JavaUtilDate") // programs have such dates, and those of java.sql have no toInstant()
    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof Date date) {
            return TIME.format(Instant.ofEpochMilli(date.getTime()));
        } else if (value instanceof ZonedDateTime time) {
            return TIME.format(time.toInstant());
        } else if (value instanceof OffsetDateTime time) {
            return TIME.format(time.toInstant());
        } else if (value instanceof Instant instant) {
            return TIME.format(instant);
        } else if (value instanceof Temporal || value instanceof UUID || value instanceof CharSequence) {
            return value.toString();
        }
        throw new IllegalArgumentException("a " + value.getClass().getName()
                + " is no string, number, boolean, date, list or map: turn it into one of them");
    }

    /** Whole numbers are {@code Integer} where they fit, else {@code Long}, and others {@code Double}, as JSON libraries have them. Spring AI takes no nulls. */
    static Map<String, Object> from(Map<String, ? extends @Nullable Object> json) {
        Map<String, Object> metadata = new HashMap<>();
        json.forEach((name, value) -> {
            if (value != null) {
                metadata.put(name, read(value));
            }
        });
        return metadata;
    }

    private static Object read(Object value) {
        if (value instanceof Long whole) {
            return whole.intValue() == whole ? (Object) whole.intValue() : whole;
        } else if (value instanceof BigDecimal decimal) {
            return decimal.doubleValue();
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            map.forEach((name, each) -> tree.put(String.valueOf(name), each == null ? null : read(each)));
            return tree;
        } else if (value instanceof List<?> list) {
            return list.stream().map(each -> each == null ? null : read(each)).toList();
        }
        return value;
    }
}
