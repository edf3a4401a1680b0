package dev.azoth.vector.filter;

import dev.azoth.type.Json;
import java.util.stream.Collectors;

/** The way to a field as SQL's JSON functions take it, to be bound. */
public final class JsonPath {
    private JsonPath() {}

    /** {@code $."lang"}: each name in quotes, with what a JSON string escapes escaped, so that no character in it means anything but itself. */
    public static String of(Field field) {
        return field.path().stream().map(name -> "." + Json.of(name).text()).collect(Collectors.joining("", "$", ""));
    }
}
