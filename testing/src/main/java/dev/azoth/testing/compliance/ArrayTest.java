package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.all;
import static dev.azoth.sql.Sql.any;
import static dev.azoth.sql.Sql.array;
import static dev.azoth.sql.Sql.arrayOf;
import static dev.azoth.sql.Sql.nullValue;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.engine.Connection;
import dev.azoth.sql.ArrayOperations;
import dev.azoth.sql.Expression;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Types;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Arrays looked into and put together by the database. */
@EveryDatabase
@Requires(Capability.ARRAYS)
class ArrayTest {
    private static final ArrayOperations<Integer> numbers = of(List.of(5, 6, 6, 7));
    private static final ArrayOperations<String> texts =
            array(value(List.of("a", "it's", "\"{,}\\"), Types.array(VARCHAR(20))));

    private static ArrayOperations<Integer> of(@Nullable List<Integer> list) {
        return array(value(list, Types.array(INTEGER)));
    }

    private static <T> @Nullable T one(Database db, Expression<T> expression) {
        try (Connection connection = db.engine().connect()) {
            return connection.execute(select(expression)).one();
        }
    }

    @Test
    void elementsAreCountedFromZero(Database db) {
        assertThat(one(db, numbers.get(0))).isEqualTo(5);
        assertThat(one(db, numbers.get(3))).isEqualTo(7);
        assertThat(one(db, numbers.get(4))).isNull();
        assertThat(one(db, texts.get(2))).isEqualTo("\"{,}\\");
        assertThat(one(db, of(null).get(0))).isNull();
        assertThatThrownBy(() -> numbers.get(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an array's elements are counted from 0, not from -1");
    }

    @Test
    void aPartOfAnArray(Database db) {
        assertThat(one(db, numbers.slice(1, 3))).isEqualTo(List.of(6, 6));
        assertThat(one(db, numbers.slice(3, 9))).isEqualTo(List.of(7));
        assertThat(one(db, numbers.slice(8, 9))).isEqualTo(List.of());
        assertThat(one(db, numbers.size())).isEqualTo(4);
        assertThat(one(db, of(List.of()).size())).isZero();
    }

    @Test
    void elementsAreFound(Database db) {
        assertThat(one(db, numbers.contains(6))).isTrue();
        assertThat(one(db, numbers.contains(8))).isFalse();
        assertThat(one(db, texts.contains("it's"))).isTrue();
        assertThat(one(db, texts.contains(value("it's", VARCHAR(20)).concat(""))))
                .isTrue();
        assertThat(one(db, of(null).contains(1))).isNull();
    }

    @Test
    void arraysArePutTogether(Database db) {
        assertThat(one(db, numbers.concat(List.of(1, 2)))).isEqualTo(List.of(5, 6, 6, 7, 1, 2));
        assertThat(one(db, numbers.append(9))).isEqualTo(List.of(5, 6, 6, 7, 9));
        assertThat(one(db, texts.append("'"))).isEqualTo(List.of("a", "it's", "\"{,}\\", "'"));
        assertThat(one(db, of(null).concat(List.of(1)))).isNull();
    }

    @Test
    @Requires(Capability.ARRAY_SETS)
    void someOrAllElementsAreFound(Database db) {
        assertThat(one(db, numbers.containsAll(List.of(7, 5)))).isTrue();
        assertThat(one(db, numbers.containsAll(List.of(7, 8)))).isFalse();
        assertThat(one(db, numbers.containsAll(List.of()))).isTrue();
        assertThat(one(db, numbers.overlaps(List.of(8, 7)))).isTrue();
        assertThat(one(db, numbers.overlaps(List.of(8)))).isFalse();
    }

    @Test
    @Requires(Capability.ARRAY_SETS)
    void anElementHasAnIndex(Database db) {
        assertThat(one(db, numbers.indexOf(6))).isEqualTo(1);
        assertThat(one(db, numbers.indexOf(8))).isNull();
    }

    @Test
    void aComparisonIsWithOneOrAllElements(Database db) {
        db.expect(select(value(6).eq(any(numbers.array())), value(8).gt(all(numbers.array()))))
                .sql(
                        "duckdb",
                        "SELECT CASE WHEN CAST(? AS INTEGER[]) IS NOT NULL THEN ? = ANY (CAST(? AS INTEGER[])) END,"
                                + " CASE WHEN CAST(? AS INTEGER[]) IS NOT NULL THEN ? > ALL (CAST(? AS INTEGER[])) END")
                .sql("h2", "SELECT ? = ANY (CAST(? AS INTEGER ARRAY)), ? > ALL (CAST(? AS INTEGER ARRAY))")
                .sql("SELECT ? = ANY (CAST(? AS INTEGER[])), ? > ALL (CAST(? AS INTEGER[]))")
                .rows(List.of(true, true));
        assertThat(one(db, value(7).lt(any(numbers.array())))).isFalse();
        assertThat(one(db, value(6).lt(all(numbers.array())))).isFalse();
        assertThat(one(db, value(6).eq(any(of(null).array())))).isNull();
        assertThat(one(db, value(6).eq(all(of(null).array())))).isNull();
        assertThat(one(db, value(6).eq(any(of(List.of()).array())))).isFalse();
        assertThat(one(db, value(6).eq(all(of(List.of()).array())))).isTrue();
        assertThat(one(db, value(6).eq(any(of(Arrays.asList(6, null)).array()))))
                .isTrue();
        assertThat(one(db, value(6).eq(any(of(Arrays.asList(7, null)).array()))))
                .isNull();
        assertThat(one(db, value("it's", VARCHAR(20)).eq(any(texts.array())))).isTrue();
    }

    @Test
    void anArrayIsMadeOfExpressions(Database db) {
        assertThat(one(db, arrayOf(value(1), value(2).plus(3), nullValue(INTEGER))))
                .isEqualTo(Arrays.asList(1, 5, null));
        assertThat(one(db, arrayOf(value("'"), value("\"{,}\\")))).isEqualTo(List.of("'", "\"{,}\\"));
        assertThat(one(db, array(arrayOf(value(1), value(2))).contains(2))).isTrue();
    }

    @Test
    void anythingElseIsNoArray(Database db) {
        assertThatThrownBy(() -> array(value(List.of(1), Types.array(INTEGER))
                        .coerce(Types.array(INTEGER).sensitive())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("an array is wanted, not ");
        assertThat(one(db, numbers.size())).isEqualTo(4);
    }
}
