package dev.azoth.dialect;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Literal;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends values to a database that has no arrays, by every way there is: one by one, returned, compared, in a list, selected, cast to their
 * own type, written into the text, as a column's default, and many at once. Whatever comes back must be the same.
 */
public final class RoundTrip {
    private static int tables;

    private final Engine engine;

    /** Travels to and from the database of an engine. */
    public RoundTrip(Engine engine) {
        this.engine = engine;
    }

    /** Sends values, by every way. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> void of(SqlType<T> type, T... values) {
        of(type, List.of(values), true);
    }

    /** Sends values that are too large to be written into the text. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> void ofLarge(SqlType<T> type, T... values) {
        of(type, List.of(values), false);
    }

    /** The values also sort as Java sorts them. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T extends Comparable<? super T>> void sorted(SqlType<T> type, T... values) {
        of(type, values);
        Column<T> v = Column.of("v", type);
        inTable(v, (connection, table) -> {
            connection.execute(insert(table), rows(v, List.of(values)));
            List<T> expected = new ArrayList<>(List.of(values));
            expected.sort(Comparator.naturalOrder());
            same(type, connection.execute(select(v).orderBy(v)).all(), expected);
        });
    }

    private interface Work {
        void run(Connection connection, Table table);
    }

    private void inTable(Column<?> v, Work work) {
        MetaData metadata = new MetaData();
        Column<Long> id = Column.of("id", Types.BIGINT).primaryKey().identity();
        Table table = Table.of(metadata, "round_trip_" + ++tables, id, v);
        metadata.createAll(engine);
        engine.begin(connection -> work.run(connection, table));
        metadata.dropAll(engine);
    }

    private <T> void of(SqlType<T> type, List<T> values, boolean literals) {
        T last = values.get(values.size() - 1);
        Column<T> v = literals ? Column.of("v", type).serverDefault(last) : Column.of("v", type);
        inTable(v, (connection, table) -> {
            for (T value : values) {
                one(connection, table, v, value);
                if (literals) {
                    same(
                            type,
                            connection
                                    .execute(select(new Literal<>(type, value)))
                                    .one(),
                            value);
                }
            }
            many(connection, table, v, values);
            if (literals) {
                connection.execute(insert(table));
                same(type, connection.execute(select(v)).one(), last);
            }
        });
    }

    private static <T> void one(Connection connection, Table table, Column<T> v, T value) {
        connection.execute(insert(table).values(v, value));
        same(v.type(), connection.execute(select(v)).one(), value);
        same(
                v.type(),
                connection
                        .execute(select(v).where(v.eq(value), v.in(List.of(value))))
                        .one(),
                value);
        same(v.type(), connection.execute(select(value(value, v.type()))).one(), value);
        same(v.type(), connection.execute(select(v.cast(v.type()))).one(), value);
        assertThat(connection.execute(select(v).where(v.notIn(List.of(value)))).all())
                .isEmpty();
        try {
            var returning = insert(table).values(v, value).returning(v);
            same(v.type(), connection.execute(returning).one(), value);
        } catch (CompileException mysqlHasNoReturning) {
            assertThat(connection.engine().dialect().name()).isEqualTo("mysql");
        }
        connection.execute(delete(table));
    }

    private static <T> void many(Connection connection, Table table, Column<T> v, List<T> values) {
        List<@Nullable T> expected = new ArrayList<>(values);
        expected.add(1, null);
        connection.execute(insert(table), rows(v, expected));
        same(
                v.type(),
                connection
                        .execute(select(v).orderBy(table.column("id", Long.class)))
                        .all(),
                expected);
        connection.execute(delete(table));
    }

    private static <T> List<Map<Column<?>, @Nullable Object>> rows(Column<T> v, List<? extends @Nullable T> values) {
        List<Map<Column<?>, @Nullable Object>> rows = new ArrayList<>();
        for (@Nullable T value : values) {
            Map<Column<?>, @Nullable Object> row = new HashMap<>();
            row.put(v, value);
            rows.add(row);
        }
        return rows;
    }

    private static <T> void same(
            SqlType<T> type, List<? extends @Nullable T> actual, List<? extends @Nullable T> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            same(type, actual.get(i), expected.get(i));
        }
    }

    private static <T> void same(SqlType<T> type, @Nullable T actual, @Nullable T expected) {
        if (actual == null || expected == null) {
            assertThat(actual).isEqualTo(expected);
            return;
        }
        assertThat(type.javaType().isInstance(actual) && type.same(actual, expected))
                .as("%s: %s came back as %s", type.name(), expected, actual)
                .isTrue();
    }
}
