package dev.azoth.suite;

import static dev.azoth.sql.Sql.nullif;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DataException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** More rows than a decoder reads before it makes one handle of its columns and the record's constructor. */
@EveryDatabase
class ManyRecordsTest {
    private static final int ROWS = 12_000;
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> n = Column.of("n", INTEGER).primaryKey();
    private static final Column<Long> large = Column.of("large", BIGINT);
    private static final Column<String> name = Column.of("name", TEXT);
    private static final Table many = Table.of(METADATA, "many", n, large, name);

    record Some(int n, @Nullable Long large, @Nullable String name) {}

    record Strict(int n, long large) {}

    record Picky(int n) {
        Picky {
            if (n == 11_000) {
                throw new IllegalStateException("not this one");
            }
        }
    }

    private static @Nullable Long large(int i) {
        return i % 3 == 0 ? null : i % 3 == 1 ? 0L : i * 1_000_000_000L;
    }

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
        db.engine()
                .copyIn(
                        many,
                        IntStream.range(0, ROWS)
                                .mapToObj(i -> new Some(i, large(i), i % 2 == 0 ? null : "n" + i))
                                .toList());
    }

    @Test
    void allRowsAreTheSame(Database db) {
        Select<Some> query = select(n, large, name).orderBy(n).as(Some.class);
        db.engine().begin(connection -> {
            for (int time = 0; time < 2; time++) {
                List<Some> rows = connection.execute(query).all();
                assertThat(rows).hasSize(ROWS);
                for (int i = 0; i < ROWS; i++) {
                    assertThat(rows.get(i)).isEqualTo(new Some(i, large(i), i % 2 == 0 ? null : "n" + i));
                }
            }
        });
    }

    @Test
    void aNullWithoutAPlaceIsToldLateToo(Database db) {
        Select<Strict> query =
                select(n, nullif(n.cast(BIGINT), value(11_000L))).orderBy(n).as(Strict.class);
        db.engine().begin(connection -> {
            assertThat(connection.execute(query.where(n.ne(11_000))).all()).hasSize(ROWS - 1);
            assertThatThrownBy(() -> connection.execute(query).all())
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("column 2 is null, but the component large of");
        });
    }

    @Test
    void whatTheRecordRefusesIsThrown(Database db) {
        Select<Picky> query = select(n).orderBy(n).as(Picky.class);
        db.engine()
                .begin(connection -> assertThatThrownBy(
                                () -> connection.execute(query).all())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("not this one"));
    }
}
