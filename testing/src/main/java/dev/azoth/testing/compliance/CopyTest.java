package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Warehouse.METADATA;
import static dev.azoth.testing.compliance.Warehouse.item;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.DATE;
import static dev.azoth.type.Types.DOUBLE;
import static dev.azoth.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DataException;
import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.ProgrammingException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loading many rows. That values of each type arrive as they were is in the round trips of every dialect. */
@EveryDatabase
class CopyTest {
    record Item(String code, int stock) {}

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        db.engine().begin(connection -> connection.execute(delete(item)));
    }

    @Test
    void rowsAreLoadedAndTold(Database db) {
        Iterable<Item> rows = () ->
                IntStream.range(0, 5_000).mapToObj(i -> new Item("c" + i, i)).iterator();

        assertThat(db.engine().copyIn(item, rows)).isEqualTo(5_000);

        assertThat(db.statements().sql())
                .last()
                .asString()
                .startsWith(
                        switch (db.name()) {
                            case "postgresql" -> "COPY item (code, stock) FROM STDIN (FORMAT BINARY)";
                            case "mariadb" ->
                                "LOAD DATA LOCAL INFILE 'azoth' INTO TABLE item CHARACTER SET utf8mb4 FIELDS";
                            default -> "INSERT INTO item (code, stock) ";
                        });
        try (Connection connection = db.engine().connect()) {
            assertThat(connection
                            .execute(select(item.stock).where(item.code.eq("c4711")))
                            .one())
                    .isEqualTo(4_711);
        }
    }

    @Test
    void columnsThatAreLeftOutHaveTheirDefaults(Database db) {
        db.engine().copyIn(item, List.of(Map.of("code", "a"), Map.of("code", "b")));
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.execute(select(item.stock)).all()).containsExactly(5, 5);
        }
        assertThat(db.engine().copyIn(item, List.of())).isZero();
    }

    @Test
    void theRowThatIsRefusedIsNamedAndNothingIsKept(Database db) {
        List<Item> rows = new ArrayList<>();
        IntStream.range(0, 300).forEach(i -> rows.add(new Item(i == 250 ? "c7" : "c" + i, i)));

        assertThatThrownBy(() -> db.engine().copyIn(item, rows)).isInstanceOfSatisfying(IntegrityException.class, e -> {
            if (db.has(Capability.SAVEPOINTS)) { // else the transaction has ended by then
                assertThat(e.row()).hasValue(250);
            }
        });
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.execute(select(count()).from(item)).one()).isZero();
        }
    }

    @Test
    void itIsPartOfTheTransaction(Database db) {
        try (Connection connection = db.engine().connect()) {
            connection.copyIn(item, List.of(new Item("a", 1)));
            connection.rollback();
            connection.copyIn(item, List.of(new Item("a", 1), new Item("b", 1)));
            connection.commit();
            assertThat(connection.execute(select(count()).from(item)).one()).isEqualTo(2L);
        }
    }

    @Test
    void aValueOfAnotherClassOrTooFarIsRefused(Database db) {
        Column<LocalDate> day = Column.of("day", DATE);
        MetaData metadata = new MetaData();
        Table days = Table.of(metadata, "days", day);
        metadata.createAll(db.engine());

        assertThatThrownBy(() -> db.engine().copyIn(item, List.of(Map.of("code", 7))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the parameter code takes java.lang.String, not java.lang.Integer");
        assertThatThrownBy(() -> db.engine()
                        .copyIn(days, List.of(Map.of(day, LocalDate.EPOCH), Map.of(day, LocalDate.of(12_345, 1, 1)))))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.row()).hasValue(1));
        assertThatThrownBy(() -> db.engine()
                        .copyIn(
                                Table.of(new MetaData(), "nowhere", Column.of("no", INTEGER)),
                                List.of(Map.of("no", 1))))
                .isInstanceOf(ProgrammingException.class);
        metadata.dropAll(db.engine());
    }

    /** A bug: a row of a later page was told by its index in that page. */
    @Test
    void aValueThatIsRefusedLateIsNamedByItsRow(Database db) {
        Column<LocalDate> day = Column.of("day", DATE);
        MetaData metadata = new MetaData();
        Table days = Table.of(metadata, "later_days", day);
        metadata.createAll(db.engine());
        List<@Nullable Object[]> rows = new ArrayList<>();
        IntStream.range(0, 60_000).forEach(i -> rows.add(new Object[] {LocalDate.EPOCH}));
        rows.set(57_123, new Object[] {LocalDate.of(12_345, 1, 1)});

        assertThatThrownBy(() -> db.engine().begin(c -> c.copyIn(days, ParameterRows.of(List.of(day), rows))))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.row()).hasValue(57_123));
        metadata.dropAll(db.engine());
    }

    /** Eight bytes are a number of either kind: only the database knows what its column is of. */
    @Test
    void bytesAreNeverTakenForThoseOfAnotherType(Database db) {
        Column<Double> fraction = Column.of("v", DOUBLE);
        MetaData there = new MetaData();
        Table stored = Table.of(there, "mistaken", fraction);
        there.createAll(db.engine());
        Column<Long> whole = Column.of("v", BIGINT);
        Table declared = Table.of(new MetaData(), "mistaken", whole);
        List<@Nullable Object[]> rows = List.<Object[]>of(new Object[] {7L});

        db.engine().begin(connection -> {
            connection.copyIn(declared, ParameterRows.of(List.of(whole), rows));
            assertThat(connection.execute(select(fraction).from(stored)).one()).isEqualTo(7.0);
        });
        there.dropAll(db.engine());
    }
}
