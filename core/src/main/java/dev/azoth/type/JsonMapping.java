package dev.azoth.type;

/** Turns objects into JSON and back: the program's own library, behind two methods. See {@link Types#json}. */
public interface JsonMapping {
    /**
     * The JSON of an object.
     *
     * @throws IllegalArgumentException if it has none
     */
    String write(Object value);

    /**
     * The object of a JSON.
     *
     * @throws IllegalArgumentException if it is none of the class
     */
    <T> T read(String json, Class<T> type);
}
