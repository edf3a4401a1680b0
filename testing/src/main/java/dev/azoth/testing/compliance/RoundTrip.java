package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.CompileException;
import dev.azoth.DataException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.sql.TableAlias;
import dev.azoth.type.ArrayType;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends values to a database by every way there is: one by one, returned, compared, in a list, selected, cast to their own type, written
 * into the text, as a column's default, many at once, copied, and as the elements of an array. Whatever comes back must be the same.
 */
public final class RoundTrip {
    private static int tables;

    private final Engine engine;
    private final boolean arrays;
    private final Set<SqlType<?>> sent = new HashSet<>();

    /** Travels to and from the database of an engine. */
    public RoundTrip(Engine engine) {
        this.engine = engine;
        this.arrays = TypeFacts.of(engine.dialect().name()).arrays();
    }

    /** The types whose values were sent so far. */
    Set<SqlType<?>> sent() {
        return sent;
    }

    /** Sends values, by every way. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> void of(SqlType<T> type, T... values) {
        T last = values[values.length - 1];
        travel(Column.of("v", type).serverDefault(last), List.of(values), (connection, table) -> {
            for (T value : values) {
                same(
                        type,
                        connection.execute(select(new Literal<>(type, value))).one(),
                        value);
                rendered(connection, type, value);
            }
            connection.execute(insert(table));
            same(
                    type,
                    connection
                            .execute(select(table.column("v", type.javaType())))
                            .one(),
                    last);
        });
    }

    /** Sends values that cannot be written into the text: they are too large, or have characters that no text may have. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> void ofLarge(SqlType<T> type, T... values) {
        travel(Column.of("v", type), List.of(values), (connection, table) -> {});
    }

    /** Sends values, by every way; and the database sorts them as Java does. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T extends Comparable<? super T>> void sorted(SqlType<T> type, T... values) {
        of(type, values);
        Column<T> v = Column.of("v", type);
        travel(v, List.of(values), (connection, table) -> {
            connection.execute(insert(table), rows(v, List.of(values)));
            List<T> expected = new ArrayList<>(List.of(values));
            expected.sort(Comparator.naturalOrder());
            same(type, connection.execute(select(v).orderBy(v)).all(), expected);
        });
    }

    /** Sends values that a database may refuse; what it takes comes back as it was. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    final <T> void keptOrRefused(SqlType<T> type, T... values) {
        for (T value : values) {
            try {
                same(
                        type,
                        engine.transaction(connection ->
                                connection.execute(select(value(value, type))).one()),
                        value);
            } catch (DataException refused) {
                assertThat(refused).hasMessageContaining(String.valueOf(value));
            }
        }
    }

    /** Sends a value that takes much room, once in a statement: stored, found, returned, loaded, and as an element of an array. */
    <T> void huge(SqlType<T> type, T value) {
        Column<T> v = Column.of("v", type);
        with(v, (connection, table) -> {
            connection.execute(insert(table).values(v, value));
            same(type, connection.execute(select(v).where(v.eq(value))).one(), value);
            connection.execute(delete(table));
            connection.copyIn(table, rows(v, List.of(value)));
            same(type, connection.execute(select(v)).one(), value);
            changed(connection, table, v, value);
        });
        if (arrays && !(type instanceof ArrayType<?>)) {
            Column<List<T>> list = Column.of("v", Types.array(type));
            with(list, (connection, table) -> {
                connection.execute(insert(table), rows(list, List.of(List.of(value))));
                same(list.type(), connection.execute(select(list)).one(), List.of(value));
            });
        }
    }

    private interface Work {
        void run(Connection connection, Table table);
    }

    /** Does something with a table of its own. */
    private void with(Column<?> v, Work work) {
        sent.add(v.type());
        MetaData metadata = new MetaData();
        Column<Long> id = Column.of("id", Types.BIGINT).primaryKey().identity();
        Table table = Table.of(metadata, "round_trip_" + ++tables, id, v);
        if (arrays && !(v.type() instanceof ArrayType<?>)) {
            table.add(Column.of("list", Types.array(v.type())));
        }
        metadata.createAll(engine);
        engine.begin(connection -> work.run(connection, table));
        metadata.dropAll(engine);
    }

    @SuppressWarnings("unchecked") // the table was made with it
    private <T> void travel(Column<T> v, List<T> values, Work more) {
        with(v, (connection, table) -> {
            Column<Long> id = table.column("id", Long.class);
            values.forEach(value -> one(connection, table, v, values, value));
            List<@Nullable T> withNull = new ArrayList<>(values);
            withNull.add(1, null);
            many(connection, table, v, select(v).orderBy(id), withNull);
            if (arrays) {
                Column<List<T>> list = (Column<List<T>>) table.column("list");
                filtered(connection, table, list, List.of(values, List.of()));
                many(connection, table, list, select(list).orderBy(id), Arrays.asList(withNull, null, List.of()));
            }
            more.run(connection, table);
        });
    }

    /** Whole arrays are equal, or not. */
    private static <T> void filtered(Connection connection, Table table, Column<T> list, List<T> lists) {
        connection.execute(insert(table), rows(list, lists));
        for (T each : lists) {
            same(
                    list.type(),
                    connection.execute(select(list).where(list.eq(each))).one(),
                    each);
        }
        connection.execute(delete(table));
    }

    private <T> void one(Connection connection, Table table, Column<T> v, List<T> values, T value) {
        SqlType<T> type = v.type();
        connection.execute(insert(table).values(v, value));
        same(type, connection.execute(select(v)).one(), value);
        same(type, connection.execute(select(value(value, type))).one(), value);
        same(type, connection.execute(select(v.cast(type))).one(), value);
        assertThat(connection
                        .execute(select(v).where(v.eq(value), v.in(values), v.in(List.of(value))))
                        .all())
                .as("rows found by %s", value)
                .hasSize(1);
        assertThat(connection.execute(select(v).where(v.notIn(values))).all()).isEmpty();
        connection.execute(delete(table));
    }

    /** A statement's text with the value in it, run as it is. */
    private <T> void rendered(Connection connection, SqlType<T> type, T value) {
        var statement = select(value(value, type));
        try (var plain = connection.unwrap().createStatement()) {
            plain.setEscapeProcessing(false);
            var rows = plain.executeQuery(engine.render(statement));
            rows.next();
            same(
                    type,
                    engine.dialect()
                            .language(engine.server())
                            .codecs()
                            .codec(type)
                            .read(rows, 1),
                    value);
        } catch (SQLException e) {
            throw new IllegalStateException(engine.render(statement), e);
        }
    }

    private <T> void many(
            Connection connection, Table table, Column<T> v, Select<T> read, List<? extends @Nullable T> values) {
        connection.execute(insert(table), rows(v, values));
        same(v.type(), connection.execute(read).all(), values);
        assertThat(connection.execute(select(v).where(v.isNull())).all())
                .as("rows with SQL's NULL")
                .hasSameSizeAs(values.stream().filter(Objects::isNull).toList());
        nested(connection, table, v, values);
        connection.execute(delete(table));
        connection.copyIn(table, rows(v, values));
        same(v.type(), connection.execute(read).all(), values);
        returned(connection, table, v, values);
        connection.execute(delete(table));
    }

    private static <T> void returned(
            Connection connection, Table table, Column<T> v, List<? extends @Nullable T> values) {
        try {
            same(
                    v.type(),
                    connection
                            .execute(insert(table).returning(v), rows(v, values))
                            .all(),
                    values);
            for (@Nullable T value : values) {
                same(
                        v.type(),
                        connection
                                .execute(insert(table).values(v, value).returning(v))
                                .one(),
                        value);
            }
            values.forEach(value -> changed(connection, table, v, value));
        } catch (CompileException e) {
            // another test shows whether the dialect lacks it
        }
    }

    /** A value that an update and a delete return. */
    private static <T> void changed(Connection connection, Table table, Column<T> v, @Nullable T value) {
        connection.execute(delete(table));
        connection.execute(insert(table));
        try {
            same(
                    v.type(),
                    connection.execute(update(table).set(v, value).returning(v)).one(),
                    value);
            same(v.type(), connection.execute(delete(table).returning(v)).one(), value);
        } catch (CompileException e) {
            // another test shows whether the dialect lacks it
        }
        connection.execute(delete(table));
    }

    /** Whether a text, or one in a list, has half a character, which JSON has not. */
    private static boolean isHalf(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().anyMatch(RoundTrip::isHalf)
                : value instanceof String text
                        && !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** As rows of a nested query, which come as JSON where their type has an exact form in it. */
    private static <T> void nested(
            Connection connection, Table table, Column<T> v, List<? extends @Nullable T> values) {
        TableAlias copy = table.as("copy");
        Column<Long> id = table.column("id", Long.class);
        var rows = Sql.nested(select(copy.get(v)).from(copy)).on(copy.get(id).eq(id));
        if (values.stream().anyMatch(RoundTrip::isHalf)) {
            rows = rows.select();
        }
        List<@Nullable T> read = new ArrayList<>();
        connection.execute(select(rows).from(table).orderBy(id)).all().forEach(read::addAll);
        same(v.type(), read, values);
    }

    private static <T> List<Map<Column<?>, @Nullable Object>> rows(Column<T> v, List<? extends @Nullable T> values) {
        List<Map<Column<?>, @Nullable Object>> rows = new ArrayList<>();
        for (@Nullable T value : values) {
            rows.add(Collections.singletonMap(v, value));
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
        boolean same = (actual == null || expected == null)
                ? actual == expected
                : type.javaType().isInstance(actual) && type.same(actual, expected);
        assertThat(same)
                .as("%s: %s came back as %s", type.name(), expected, actual)
                .isTrue();
    }
}
