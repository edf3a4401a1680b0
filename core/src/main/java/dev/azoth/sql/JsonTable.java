package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import dev.azoth.type.BooleanType;
import dev.azoth.type.Json;
import dev.azoth.type.JsonType;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The elements of a JSON array as rows; see {@link Sql#jsonTable}. It may read columns of what stands before it, and has no rows where there is no array.
 *
 * <p>Immutable: {@link #column} gives another table, so ask for columns when all are said. Equality is identity.
 */
public final class JsonTable implements NamedFrom, Shared {
    /** What columns are read from: an element, by the name that it has where they are. */
    public static final LooseColumn<Json> ELEMENT = new LooseColumn<>("element", Types.JSON);

    private final Expression<Json> array;
    private final String name;
    private final List<Part<?>> parts;
    private final List<DerivedColumn<?>> columns;

    /**
     * A column.
     *
     * @param place where in the {@link #ELEMENT} it is; without a step the whole element
     * @param value the place as the type; of the number of the row nothing that is read
     */
    public record Part<T>(String name, JsonPath place, Expression<T> value, boolean isOrdinality) implements Node {
        @Override
        public void describe(Structure out) {
            out.value(name).value(isOrdinality).node(value);
        }
    }

    private JsonTable(Expression<Json> array, String name, List<? extends Part<?>> parts) {
        this.array = array;
        this.name = name;
        this.parts = List.copyOf(parts);
        List<DerivedColumn<?>> own = new ArrayList<>();
        parts.forEach(part ->
                own.add(new DerivedColumn<>(this, part.name(), part.value().type())));
        this.columns = List.copyOf(own);
    }

    static JsonTable of(Expression<Json> array) {
        return new JsonTable(array, "", List.of());
    }

    /** The same under a name; without one the compiler gives it. */
    public JsonTable named(String to) {
        return new JsonTable(array, Names.checked(to), parts);
    }

    /** The same with one more column: the element's field of this name, or null. */
    public JsonTable column(String column, SqlType<?> type) {
        return column(column, type, element -> element.get(column));
    }

    /** The same with one more column, of a place in the element: {@code column("city", TEXT, element -> element.get("address").get("city"))}. */
    public <T> JsonTable column(String column, SqlType<T> type, UnaryOperator<JsonPath> place) {
        JsonPath path = place.apply(JsonPath.of(ELEMENT));
        if (!path.base().equals(ELEMENT)) {
            throw new InvalidRequestException("the column " + column + " is no place in the element: begin with it");
        }
        return with(new Part<>(column, path, read(path, type), false));
    }

    /** The same with one more column: the whole element. */
    public JsonTable element(String column) {
        return column(column, Types.JSON, element -> element);
    }

    /** The same with the elements numbered from 1, in one more column. */
    public JsonTable withOrdinality(String column) {
        Expression<Long> number = new LooseColumn<>("ordinality", Types.BIGINT);
        return with(new Part<>(column, JsonPath.of(ELEMENT), number, true));
    }

    private JsonTable with(Part<?> part) {
        List<Part<?>> more = new ArrayList<>(parts);
        more.add(part);
        return new JsonTable(array, name, more);
    }

    @SuppressWarnings("unchecked") // of JSON and booleans the type's class is the expression's
    private static <T> Expression<T> read(JsonPath place, SqlType<T> type) {
        if (type instanceof JsonType) {
            return (Expression<T>) (place.steps().isEmpty() ? ELEMENT : place);
        } else if (type instanceof BooleanType) {
            return (Expression<T>) place.asBoolean();
        }
        return type instanceof StringType ? place.asText().coerce(type) : place.as(type);
    }

    /** The array. */
    public Expression<Json> array() {
        return array;
    }

    /** The columns with what they read. */
    public List<Part<?>> parts() {
        return parts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<? extends ColumnReference<?>> columns() {
        return columns;
    }

    @Override
    public <T> ColumnReference<T> get(Expression<T> inner) {
        throw missing(inner.toString());
    }

    @Override
    public void describe(Structure out) {
        out.value(name).node(array).nodes(parts);
    }

    @Override
    public String toString() {
        return "json_table(…)";
    }

    JsonTable rewritten(Rewriter by) {
        Expression<Json> otherArray = by.node(array);
        List<Part<?>> otherParts = by.nodes(parts);
        return Rewriter.isSame(otherArray, array) && Rewriter.isSame(otherParts, parts)
                ? this
                : new JsonTable(otherArray, name, otherParts);
    }
}
