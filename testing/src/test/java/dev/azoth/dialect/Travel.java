package dev.azoth.dialect;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Literal;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends values to a database that has arrays, by every way: returned, compared, in a list, selected, cast to their own type, written into
 * the text, as a column's default, many at once, and as the elements of an array. Whatever comes back must be the same.
 */
public final class Travel {
    private static int tables;

    private final Engine engine;

    /** Travels to and from the database of an engine. */
    public Travel(Engine engine) {
        this.engine = engine;
    }

    /** Sends values that can be compared in SQL. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> void of(SqlType<T> type, T... values) {
        of(type, List.of(values), true);
    }

    /** Sends values whose type has no equality in SQL, or an inexact one. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> void ofIncomparable(SqlType<T> type, T... values) {
        of(type, List.of(values), false);
    }

    private <T> void of(SqlType<T> type, List<T> values, boolean comparable) {
        MetaData metadata = new MetaData();
        Column<Long> id = Column.of("id", Types.BIGINT).primaryKey().identity();
        Column<T> v = Column.of("v", type).serverDefault(values.get(values.size() - 1));
        Column<List<T>> all = Column.of("all_of_them", Types.array(type));
        Table table = Table.of(metadata, "travel_" + ++tables, id, v, all);
        metadata.createAll(engine);
        engine.begin(connection -> {
            one(connection, table, v, values, comparable);
            many(connection, table, id, v, values);
            array(connection, table, all, values);
            connection.execute(delete(table));
            connection.execute(insert(table));
            same(type, connection.execute(select(v)).one(), values.get(values.size() - 1));
        });
        metadata.dropAll(engine);
    }

    private static <T> void one(Connection connection, Table table, Column<T> v, List<T> values, boolean comparable) {
        for (T value : values) {
            same(
                    v.type(),
                    connection
                            .execute(insert(table).values(v, value).returning(v))
                            .one(),
                    value);
            same(v.type(), connection.execute(select(value(value, v.type()))).one(), value);
            same(v.type(), connection.execute(select(v.cast(v.type()))).one(), value);
            same(
                    v.type(),
                    connection.execute(select(new Literal<>(v.type(), value))).one(),
                    value);
            if (comparable) {
                assertThat(connection
                                .execute(select(v).where(v.eq(value), v.in(values)))
                                .all())
                        .as("rows found by %s", value)
                        .hasSize(1);
                assertThat(connection.execute(select(v).where(v.notIn(values))).all())
                        .isEmpty();
            }
            connection.execute(delete(table));
        }
        assertThat(connection
                        .execute(insert(table).values(v, (T) null).returning(v))
                        .all())
                .containsOnlyNulls();
        connection.execute(delete(table));
    }

    private static <T> void many(Connection connection, Table table, Column<Long> id, Column<T> v, List<T> values) {
        List<Map<Column<?>, @Nullable Object>> rows = new ArrayList<>();
        List<@Nullable T> expected = new ArrayList<>(values);
        expected.add(1, null);
        for (@Nullable T value : expected) {
            Map<Column<?>, @Nullable Object> row = new HashMap<>();
            row.put(v, value);
            rows.add(row);
        }
        same(v.type(), connection.execute(insert(table).returning(v), rows).all(), expected);
        same(v.type(), connection.execute(select(v).orderBy(id)).all(), expected);
        connection.execute(delete(table));
    }

    private static <T> void array(Connection connection, Table table, Column<List<T>> all, List<T> values) {
        List<@Nullable T> withNull = new ArrayList<>(values);
        withNull.add(null);
        for (List<T> list : List.of(withNull, List.<T>of())) {
            List<T> returned = connection
                    .execute(insert(table).values(all, list).returning(all))
                    .one();
            assertThat(all.type().same(returned, list))
                    .as("%s: %s came back as %s", all.type().name(), list, returned)
                    .isTrue();
        }
    }

    private static <T> void same(SqlType<T> type, List<T> actual, List<@Nullable T> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            same(type, actual.get(i), expected.get(i));
        }
    }

    private static <T> void same(SqlType<T> type, @Nullable T actual, @Nullable T expected) {
        boolean same = (actual == null || expected == null)
                ? (actual == expected)
                : (type.javaType().isInstance(actual) && type.same(actual, expected));
        assertThat(same)
                .as("%s: %s came back as %s", type.name(), expected, actual)
                .isTrue();
    }
}
