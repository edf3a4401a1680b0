package dev.azoth.sql;

import dev.azoth.type.Json;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A place in a JSON value; see {@link Sql#json}. Where there is no such place it is null.
 *
 * <p>The path is part of the statement's structure, and bound where the database takes it as a value.
 *
 * @param base  the value looked into
 * @param steps names of an object's fields, and indexes of an array's elements from 0
 * @param text  the steps as SQL's standard writes them: {@code $."lines"[0]}
 * @param list  the steps as texts
 */
public record JsonPath(Expression<Json> base, List<Object> steps, Bind<String> text, Bind<List<String>> list)
        implements Expression<Json> {
    static JsonPath of(Expression<Json> base) {
        return at(base, List.of());
    }

    private static JsonPath at(Expression<Json> base, List<Object> steps) {
        StringBuilder path = new StringBuilder("$");
        for (Object step : steps) {
            if (step instanceof String name) {
                path.append(".\"")
                        .append(name.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            } else {
                path.append('[').append(step).append(']');
            }
        }
        return new JsonPath(
                base,
                List.copyOf(steps),
                new Bind<>(Types.TEXT, path.toString()),
                new Bind<>(
                        Types.array(Types.TEXT),
                        steps.stream().map(String::valueOf).toList()));
    }

    /** The object's field of this name, whatever characters it has. */
    public JsonPath get(String name) {
        return step(name);
    }

    /**
     * The array's element of this index, from 0.
     *
     * @throws IllegalArgumentException if the index is less than zero
     */
    public JsonPath get(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("an array's elements are counted from 0, not from " + index);
        }
        return step(index);
    }

    private JsonPath step(Object step) {
        List<Object> more = new ArrayList<>(steps);
        more.add(step);
        return at(base, more);
    }

    /** The value as text: that of a string without its quotes, of others as they are written in JSON; null for JSON's null. */
    public FunctionCall<String> asText() {
        return Sql.function("json_text", TextType.of(base), this);
    }

    /** The value as a number of 32 bits. */
    public Expression<Integer> asInteger() {
        return as(Types.INTEGER);
    }

    /** The value as a number of 64 bits. */
    public Expression<Long> asLong() {
        return as(Types.BIGINT);
    }

    /** The value as a floating-point number. */
    public Expression<Double> asDouble() {
        return as(Types.DOUBLE);
    }

    /** The value as an exact number of so many digits, some of them after the point. */
    public Expression<BigDecimal> asDecimal(int precision, int scale) {
        return as(Types.NUMERIC(precision, scale));
    }

    /** The value as a condition: unknown for what is neither true nor false. */
    public Condition asBoolean() {
        Expression<String> text = asText();
        return Condition.of(
                Sql.caseWhen(text.eq("true"), Sql.literal(true)).when(text.eq("false"), Sql.literal(false)));
    }

    /** The value as any type that a text can be cast to. */
    public <T> Expression<T> as(SqlType<T> type) {
        return asText().cast(type);
    }

    /** Whether there is a value, be it JSON's null. */
    public Condition exists() {
        return isNotNull();
    }

    /** Whether the object has a field of this name. */
    public Condition hasKey(String name) {
        return get(name).exists();
    }

    /** Whether the object has one of the fields. */
    public Condition hasAny(String... names) {
        return Sql.anyOf(Arrays.stream(names).map(this::hasKey).toList());
    }

    /** Whether the object has all of the fields. */
    public Condition hasAll(String... names) {
        return Sql.allOf(Arrays.stream(names).map(this::hasKey).toList());
    }

    /** Whether the other is part of the value: an object of these fields and more, an array of these elements and more. */
    public Condition contains(Json part) {
        return Condition.of(Sql.function("json_contains", Types.BOOLEAN, this, new Bind<>(Types.JSON, part)));
    }

    /** What the value is: {@code object}, {@code array}, {@code string}, {@code number}, {@code boolean} or {@code null}; null where there is none. */
    public FunctionCall<String> kind() {
        return Sql.function("json_kind", Types.TEXT, this);
    }

    /** The names of the object's fields, as a JSON array in the database's order; null for what is no object. */
    public FunctionCall<Json> keys() {
        return Sql.function("json_object_keys", Types.JSON, this);
    }

    /** The value with the fields of another object put in place of its own, those that are JSON's null taken away: a merge patch (RFC 7396). */
    public FunctionCall<Json> mergePatch(Expression<Json> patch) {
        return Sql.function("json_merge_patch", Types.JSON, this, patch);
    }

    /** The value with the fields of another object put in place of its own; see {@link #mergePatch(Expression)}. */
    public FunctionCall<Json> mergePatch(Json patch) {
        return mergePatch(new Bind<>(Types.JSON, patch));
    }

    /** Whether the value has something at a path in the database's own language of JSON paths: {@code $.lines[*] ? (@.pieces > 3)} on PostgreSQL. */
    public Condition pathExists(String path) {
        return Condition.of(Sql.function("json_path_exists", Types.BOOLEAN, this, new Bind<>(Types.TEXT, path)));
    }

    /** The number of the array's elements; null for what is no array. */
    public FunctionCall<Integer> length() {
        return Sql.function("json_array_length", Types.INTEGER, this);
    }

    /** The whole value with another at this place, which is added to its object if it is not there. */
    public FunctionCall<Json> set(Expression<?> value) {
        return Sql.function("json_set", Types.JSON, base, path(), SqlJson.jsonValue(value));
    }

    /** The whole value without this place. */
    public FunctionCall<Json> remove() {
        return Sql.function("json_remove", Types.JSON, base, path());
    }

    private JsonPath path() {
        if (steps.isEmpty()) {
            throw new IllegalStateException("say the place first, with get(…)");
        }
        return this;
    }

    @Override
    public SqlType<Json> type() {
        return Types.JSON;
    }

    @Override
    public void describe(Structure out) {
        out.node(base).value(steps).node(text).node(list);
    }
}
