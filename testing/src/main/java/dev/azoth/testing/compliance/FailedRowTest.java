package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.DATE;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.azoth.DatabaseException;
import dev.azoth.IntegrityException;
import dev.azoth.ProgrammingException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.engine.ParameterRows;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of many rows, the one that is refused is named. */
@EveryDatabase
class FailedRowTest {
    private static final MetaData METADATA = new MetaData();

    private static final Column<Long> id = Column.of("id", BIGINT).primaryKey().identity();
    private static final Column<String> code =
            Column.of("code", VARCHAR(20)).notNull().unique();
    private static final Column<Integer> stock = Column.of("stock", INTEGER);
    private static final Column<LocalDate> day = Column.of("day", DATE);
    private static final Table part = table();

    private static final List<ColumnReference<?>> COLUMNS = List.of(code, stock, day);

    private static Table table() {
        Table table = Table.of(METADATA, "part", id, code, stock, day);
        table.check("ck_part_stock", stock.ge(0));
        return table;
    }

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        db.engine().begin(connection -> connection.execute(delete(part)));
    }

    private static List<@Nullable Object[]> rows(int number) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            rows.add(new Object[] {"c" + i, i, LocalDate.of(2026, 11, 22)});
        }
        return rows;
    }

    /** Without savepoints no row can be looked for. */
    private static void refused(Database db, DatabaseException failure, int row) {
        if (db.has(Capability.SAVEPOINTS)) {
            assertThat(failure.row()).hasValue(row);
        } else {
            assertThat(failure.row()).isEmpty();
        }
    }

    private static DatabaseException failure(Database db, List<@Nullable Object[]> rows) {
        return catchThrowableOfType(
                DatabaseException.class,
                () -> db.engine()
                        .begin(connection -> connection.execute(insert(part), ParameterRows.of(COLUMNS, rows))));
    }

    @Test
    void aDuplicateKey(Database db) {
        List<@Nullable Object[]> rows = rows(100);
        rows.get(71)[0] = "c3";

        DatabaseException failure = failure(db, rows);

        assertThat(failure).isInstanceOf(IntegrityException.class);
        refused(db, failure, 71);
        if (failure.row().isPresent()) {
            assertThat(failure.statement().orElseThrow().parameters()).contains("'c3'");
            assertThat(failure).hasMessageContaining("\n  row         71\n");
        }
    }

    @Test
    void aNullAndAConditionInALaterPage(Database db) {
        List<@Nullable Object[]> rows = rows(5_000);
        rows.get(4_321)[0] = null;
        refused(db, failure(db, rows), 4_321);

        rows.get(2_999)[1] = -1;
        refused(db, failure(db, rows), 2_999);
    }

    @Test
    void theFirstTheLastAndTheOnlyOne(Database db) {
        db.engine().begin(connection -> connection.execute(insert(part).values(code, "there")));
        List<@Nullable Object[]> rows = rows(7);
        rows.get(6)[0] = "there";
        refused(db, failure(db, rows), 6);
        rows.get(0)[0] = "there";
        refused(db, failure(db, rows), 0);
        assertThat(failure(db, rows.subList(0, 1)).row()).hasValue(0);
    }

    /** Some databases take any date, and others refuse it; so does the library, before it sends anything. */
    @Test
    void aValueThatTheLibraryRefuses(Database db) {
        List<@Nullable Object[]> rows = rows(50);
        rows.get(33)[2] = LocalDate.of(12_345, 1, 1);

        assertThat(failure(db, rows).row()).hasValue(33);
    }

    /** What the search has inserted is undone, and a transaction is as it would be after any other failure. */
    @Test
    void nothingIsLeftOfTheSearch(Database db) {
        List<@Nullable Object[]> rows = rows(40);
        rows.get(39)[0] = "c0";
        try (Connection connection = db.engine().connect()) {
            connection.execute(insert(part).values(code, "before"));
            assertThatThrownBy(() -> connection.execute(insert(part), ParameterRows.of(COLUMNS, rows)))
                    .isInstanceOf(IntegrityException.class);
            if (db.has(Capability.WORK_AFTER_ERRORS)) {
                assertThat(connection.execute(select(count()).from(part)).one()).isEqualTo(1L);
            } else {
                assertThatThrownBy(() -> connection.execute(select(count()).from(part)))
                        .hasMessageContaining("aborted");
            }
        }
    }

    @Test
    void aFailureThatIsNoRowsIsToldOnce(Database db) {
        Table nowhere = Table.of(new MetaData(), "nowhere", Column.of("no", INTEGER));
        int before = db.statements().count();

        assertThatThrownBy(() -> db.engine()
                        .begin(connection -> connection.execute(
                                insert(nowhere),
                                ParameterRows.of(nowhere.columns(), List.of(new Object[] {1}, new Object[] {2})))))
                .isInstanceOfSatisfying(
                        ProgrammingException.class, e -> assertThat(e.row()).isEmpty());
        assertThat(db.statements().count() - before).isEqualTo(1);
    }

    /** Without a transaction the search could not be undone. */
    @Test
    void withoutATransactionItIsNotSearched(Database db) {
        List<@Nullable Object[]> rows = rows(10);
        rows.get(5)[0] = "c0";
        try (Connection connection = db.engine().connect().isolation(IsolationLevel.AUTOCOMMIT)) {
            assertThatThrownBy(() -> connection.execute(insert(part), ParameterRows.of(COLUMNS, rows)))
                    .isInstanceOfSatisfying(
                            IntegrityException.class, e -> assertThat(e.row()).isEmpty());
            assertThat(connection.execute(select(count()).from(part)).one()).isZero();
        }
    }

    @Test
    void aRowOfABatch(Database db) {
        var rename =
                update(part).set(code, parameter("to", VARCHAR(20))).where(code.eq(parameter("from", VARCHAR(20))));
        List<@Nullable Object[]> names = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            names.add(new Object[] {"c" + i, i == 1_100 ? "d7" : "d" + i});
        }
        assertThatThrownBy(() -> db.engine().begin(connection -> {
                    connection.execute(insert(part), ParameterRows.of(COLUMNS, rows(1_200)));
                    connection.executeBatch(rename, new ParameterRows(List.of("from", "to"), names));
                }))
                .isInstanceOfSatisfying(IntegrityException.class, e -> {
                    if (!db.has(Capability.ROW_OF_BATCH)) {
                        assertThat(e.row()).isEmpty();
                        return;
                    }
                    assertThat(e.row()).hasValue(1_100);
                    assertThat(e.statement().orElseThrow().parameters()).isEqualTo("[to='d7', from='c1100']");
                });
    }
}
