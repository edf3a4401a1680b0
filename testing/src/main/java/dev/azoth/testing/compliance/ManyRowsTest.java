package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.charLength;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Warehouse.item;
import static dev.azoth.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many rows are inserted in few statements, and come back in their order. */
@EveryDatabase
class ManyRowsTest {
    @PrepareDatabase
    static void create(Database db) {
        Warehouse.METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        db.engine().begin(connection -> connection.execute(delete(item)));
    }

    @Test
    void manyRowsComeBackInTheirOrder(Database db) {
        List<Map<Column<?>, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            rows.add(Map.of(item.code, "c" + (2_500 - i), item.stock, i));
        }
        db.engine().begin(connection -> {
            List<Long> ids =
                    connection.execute(insert(item).returning(item.id), rows).all();

            assertThat(ids).hasSize(2_500).isSorted().doesNotHaveDuplicates();
            assertThat(db.statements().sql()).last().asString().doesNotContain("id, id");
            assertThat(connection
                            .execute(select(item.code)
                                    .where(item.id.in(ids.get(0), ids.get(2_499)))
                                    .orderBy(item.id))
                            .all())
                    .containsExactly("c2500", "c1");
        });
    }

    @Test
    void manyRowsTakeFewStatements(Database db) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(new Object[] {"c" + i, i});
        }
        db.engine().begin(connection -> {
            int before = db.statements().count();
            var result = connection.execute(insert(item), ParameterRows.of(List.of(item.code, item.stock), rows));

            assertThat(result.rowCount()).isEqualTo(10_000);
            assertThat(db.statements().count() - before).isLessThanOrEqualTo(10);
        });
    }

    @Test
    void noRowsAreNoStatement(Database db) {
        db.engine().begin(connection -> {
            int before = db.statements().count();
            var result = connection.execute(insert(item).returning(item.id), List.<Map<Column<?>, Object>>of());

            assertThat(result.all()).isEmpty();
            assertThat(db.statements().count()).isEqualTo(before);
        });
    }

    @Test
    void aRowWithOtherColumnsThanTheFirstIsRefused(Database db) {
        List<Map<Column<?>, ?>> rows = List.of(Map.of(item.code, "a"), Map.of(item.stock, 1));

        try (Connection connection = db.engine().connect()) {
            assertThatThrownBy(() -> connection.execute(insert(item), rows))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("row 1 has the columns [item.stock], but row 0 has [item.code]: every row must have the"
                            + " columns of the first");
        }
    }

    @Test
    void aValueOfTheWrongClassIsRefused(Database db) {
        try (Connection connection = db.engine().connect()) {
            List<Map<Column<?>, ?>> rows = List.of(Map.of(item.code, 7));
            assertThatThrownBy(() -> connection.execute(insert(item), rows))
                    .hasMessage("the parameter code takes java.lang.String, not java.lang.Integer");
            assertThatThrownBy(() -> insert(item).columns(item.code).row(7))
                    .hasMessage("column code takes java.lang.String, not java.lang.Integer");
        }
    }

    /** A bug: rows were sent by number alone, and fifty of a megabyte were more than a server takes at once. */
    @Test
    void largeRowsAreSentAFewAtATime(Database db) {
        Column<Integer> no = Column.of("no", INTEGER).primaryKey();
        Column<String> words = Column.of("words", Types.TEXT);
        Column<byte[]> bytes = Column.of("bytes", Types.BLOB);
        MetaData large = new MetaData();
        Table table = Table.of(large, "large", no, words, bytes);
        large.createAll(db.engine());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(new Object[] {i, "\u20ac".repeat(i % 7 == 0 ? 10 : 1 << 20), new byte[i % 5 == 0 ? 1 << 20 : 3]});
        }
        try (var connection = db.engine().connect()) {
            int before = db.statements().count();
            assertThat(connection
                            .execute(insert(table), ParameterRows.of(List.of(no, words, bytes), rows))
                            .rowCount())
                    .isEqualTo(50);
            assertThat(db.statements().count() - before).isBetween(10, 50);
            assertThat(connection
                            .execute(select(count())
                                    .from(table)
                                    .where(charLength(words).eq(1 << 20)))
                            .one())
                    .isEqualTo(42);
            assertThat(connection.execute(select(no).orderBy(no)).all())
                    .isEqualTo(IntStream.range(0, 50).boxed().toList());

            connection.execute(delete(table));
            int[] counts = connection.executeBatch(
                    insert(table)
                            .values(no, parameter("no", INTEGER))
                            .values(words, parameter("words", Types.TEXT))
                            .values(bytes, parameter("bytes", Types.BLOB)),
                    new ParameterRows(List.of("no", "words", "bytes"), rows));
            assertThat(counts).hasSize(50);
            assertThat(connection.execute(select(count()).from(table)).one()).isEqualTo(50);
        }
        large.dropAll(db.engine());
    }
}
