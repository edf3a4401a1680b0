package dev.azoth.langchain4j;

import dev.azoth.type.Json;
import dev.langchain4j.data.document.Metadata;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's metadata as JSON and back.
 *
 * <p>JSON tells strings from numbers and no more. Where a value would come back with another type, its type is noted by the side, under {@value #TYPES}. What is not noted is a string; an
 * {@code Integer}, or a {@code Long} where it is too large for one; or, if it is not whole, a {@code Double}.
 */
final class TypedMetadata {
    static final String TYPES = "$types";

    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private TypedMetadata() {}

    static Map<String, Object> toJson(Metadata metadata) {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> types = new LinkedHashMap<>();
        metadata.toMap().forEach((name, value) -> {
            if (name.equals(TYPES)) {
                throw new IllegalArgumentException("the metadata of a segment has the name " + TYPES
                        + ", under which the types of the other values are stored: choose another name");
            }
            Object stored = stored(value);
            json.put(name, stored);
            if (!value.equals(plain(stored))) {
                types.put(name, value.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            }
        });
        if (!types.isEmpty()) {
            json.put(TYPES, types);
        }
        return json;
    }

    /** Numbers that JSON lacks are strings. */
    private static Object stored(Object value) {
        if (value instanceof UUID || (value instanceof Number number && !Double.isFinite(number.doubleValue()))) {
            return value.toString();
        }
        return value instanceof Number ? new BigDecimal(value.toString()) : value;
    }

    /** Documents that did not come from LangChain4j may have values that it does not take: their JSON is a string there, and nulls are left out. */
    static Metadata fromJson(Map<String, ? extends @Nullable Object> json) {
        Map<?, ?> types = json.get(TYPES) instanceof Map<?, ?> noted ? noted : Map.of();
        Map<String, Object> values = new LinkedHashMap<>();
        json.forEach((name, value) -> {
            if (value != null && !name.equals(TYPES)) {
                values.put(name, typed(value, types.get(name)));
            }
        });
        return Metadata.from(values);
    }

    private static Object typed(Object value, @Nullable Object type) {
        String text = value.toString();
        try {
            return type == null
                    ? plain(value)
                    : switch (type.toString()) {
                        case "uuid" -> UUID.fromString(text);
                        case "long" -> new BigDecimal(text).longValueExact();
                        case "float" -> Float.valueOf(text);
                        case "double" -> Double.valueOf(text);
                        default -> plain(value);
                    };
        } catch (IllegalArgumentException | ArithmeticException e) {
            return plain(value); // somebody else has changed it since
        }
    }

    /** By the value alone, since databases may take the point from a whole number, or give it one. */
    private static Object plain(Object value) {
        if (value instanceof Number) {
            BigDecimal number = new BigDecimal(value.toString());
            if (number.compareTo(LEAST) < 0
                    || number.compareTo(MOST) > 0
                    || number.stripTrailingZeros().scale() > 0) {
                return number.doubleValue();
            }
            long whole = number.longValueExact();
            return (int) whole == whole ? (Object) (int) whole : whole;
        }
        return value instanceof String ? value : Json.of(value).text();
    }
}
