package dev.azoth.dialect.sqlite;

import dev.azoth.type.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether one JSON value is part of another, as PostgreSQL has it. */
final class JsonContainment {
    private JsonContainment() {}

    static boolean of(String whole, String part) {
        Object tree = Json.parse(whole).tree();
        Object sought = Json.parse(part).tree();
        if (tree instanceof List<?> list && !(sought instanceof Map) && !(sought instanceof List)) {
            // an array contains a value that is one of its elements
            return list.stream().anyMatch(each -> contains(each, sought));
        }
        return contains(tree, sought);
    }

    private static boolean contains(@Nullable Object whole, @Nullable Object part) {
        if (part instanceof Map<?, ?> fields) {
            return whole instanceof Map<?, ?> map
                    && fields.entrySet().stream()
                            .allMatch(field -> map.containsKey(field.getKey())
                                    && contains(map.get(field.getKey()), field.getValue()));
        } else if (part instanceof List<?> elements) {
            return whole instanceof List<?> list
                    && elements.stream().allMatch(element -> list.stream().anyMatch(each -> contains(each, element)));
        } else if (part instanceof Number one && whole instanceof Number other) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return Objects.equals(whole, part);
    }
}
