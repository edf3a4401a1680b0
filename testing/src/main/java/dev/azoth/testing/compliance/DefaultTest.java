package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Row;
import dev.azoth.sql.Update;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What columns get that a statement does not set. */
@EveryDatabase
class DefaultTest {
    private static final MetaData METADATA = new MetaData();
    private static final AtomicInteger made = new AtomicInteger();
    private static final Notes note = new Notes();

    static final class Notes extends Table {
        final Column<UUID> id = column("id", Types.UUID).primaryKey().defaultFrom(UUID::randomUUID);
        final Column<String> body = column("body", VARCHAR(50));
        final Column<String> state = column("state", TEXT).notNull().defaultValue("it's new?");
        final Column<Integer> number = column("num", INTEGER).notNull().defaultFrom(made::incrementAndGet);
        final Column<Integer> sum =
                column("total", INTEGER).notNull().defaultFrom(literal(40).plus(2));
        final Column<Integer> changes = column("changes", INTEGER).notNull().defaultValue(0);
        final Column<String> editor = column("editor", VARCHAR(50)).onUpdate(() -> "editor " + made.incrementAndGet());

        Notes() {
            super("note_with_defaults", METADATA);
            changes.onUpdate(changes.plus(1));
        }
    }

    record Note(String body, int num) {}

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        made.set(0);
        db.engine().begin(connection -> connection.execute(delete(note)));
    }

    private static List<List<Object>> notes(Connection connection) {
        return connection
                .execute(select(note.body, note.state, note.number, note.sum, note.changes)
                        .from(note)
                        .orderBy(note.number))
                .all()
                .stream()
                .map(Row::values)
                .toList();
    }

    @Test
    void aRowGetsWhatItIsNotGiven(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(note).values(note.body, "a"));
            connection.execute(insert(note).values(note.state, "old").values(note.sum, 1));

            assertThat(notes(connection))
                    .containsExactly(List.of("a", "it's new?", 1, 42, 0), Arrays.asList(null, "old", 2, 1, 0));
        });
    }

    @Test
    void theStatementIsCompiledOnceAndItsValuesAreMadeEachTime(Database db) {
        db.engine().begin(connection -> {
            var statement = insert(note).values(note.body, "a");
            connection.execute(statement);
            long misses = db.engine().cacheStatistics().misses();
            connection.execute(statement);
            connection.execute(insert(note).values(note.body, "b"));

            assertThat(db.engine().cacheStatistics().misses()).isEqualTo(misses);
            assertThat(connection
                            .execute(select(note.number).orderBy(note.number))
                            .all())
                    .containsExactly(1, 2, 3);
        });
    }

    @Test
    void theyStandInTheStatement(Database db) {
        db.expect(insert(note).values(note.body, "a"))
                .sql(
                        "INSERT INTO note_with_defaults (body, id, state, num, total, changes) VALUES (?, ?, ?, ?, 40 + ?, ?)");
    }

    @Test
    void rowsOfOneStatementEachGetTheirOwn(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(note).columns(note.body).row("a").row("b"));
            connection.execute(insert(note));

            assertThat(notes(connection)).extracting(row -> row.get(2)).containsExactly(1, 2, 3);
        });
    }

    @Test
    void manyRowsGetThemInAnyForm(Database db) {
        db.engine().begin(connection -> {
            List<Map<String, String>> rows = IntStream.range(0, 1_500)
                    .mapToObj(i -> Map.of("body", "b" + i))
                    .toList();
            if (!db.has(Capability.KEYLESS_RETURNING)) {
                connection.execute(insert(note), rows);
            } else {
                List<UUID> ids = connection
                        .execute(insert(note).returning(note.id), rows)
                        .all();
                assertThat(new HashSet<>(ids)).hasSize(1_500);
                assertThat(connection
                                .execute(select(note.body).where(note.id.eq(ids.get(1_234))))
                                .one())
                        .isEqualTo("b1234");
            }
            connection.execute(insert(note), List.of(new Note("given", 5_000)));
            connection.execute(insert(note), List.of(Map.of(), Map.of()));
            connection.executeBatch(
                    insert(note).values(note.body, parameter("body", TEXT)),
                    new ParameterRows(List.of("body"), List.of(new Object[] {"x"}, new Object[] {"y"})));

            List<List<Object>> all = notes(connection);
            assertThat(all).hasSize(1_505);
            assertThat(all).last().isEqualTo(List.of("given", "it's new?", 5_000, 42, 0));
            assertThat(made).hasValue(1_504);
            assertThatThrownBy(() -> connection.execute(
                            insert(note),
                            ParameterRows.of(List.of(note.body), List.<Object[]>of(new Object[] {"a", "b"}))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("a row has 2 values for the 1 names [body]");
        });
    }

    @Test
    void loadedRowsGetThem(Database db) {
        assertThat(db.engine().copyIn(note, List.of(Map.of("body", "a"), Map.of("body", "b"))))
                .isEqualTo(2);
        assertThat(db.engine().copyIn(note, List.of(Map.of(note.body, "c", note.sum, 1))))
                .isEqualTo(1);
        db.engine()
                .begin(connection -> assertThat(notes(connection))
                        .containsExactly(
                                List.of("a", "it's new?", 1, 42, 0),
                                List.of("b", "it's new?", 2, 42, 0),
                                List.of("c", "it's new?", 3, 1, 0)));
    }

    @Test
    void rowsOfAQueryGetThemOnceForAll(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(note).columns(note.body).row("a").row("a").row("b"));
            connection.execute(insert(note)
                    .columns(note.id, note.body)
                    .select(select(literal(UUID.fromString("00000000-0000-0000-0000-000000000001")), note.body)
                            .from(note)
                            .where(note.body.eq("b"))));
            connection.execute(insert(note)
                    .columns(note.body, note.id)
                    .select(select(
                                    note.body,
                                    literal(UUID.fromString("00000000-0000-0000-0000-000000000002"))
                                            .as("key"))
                            .from(note)
                            .where(note.body.eq("a"))
                            .distinct()));

            assertThat(notes(connection))
                    .contains(List.of("b", "it's new?", 4, 42, 0), List.of("a", "it's new?", 5, 42, 0));
        });
    }

    @Test
    void updatesSetWhatTheyAreNotTold(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(note).columns(note.body).row("a").row("b"));
            connection.execute(update(note).set(note.body, "c").where(note.body.eq("a")));
            connection.execute(update(note).set(note.changes, 7).where(note.body.eq("b")));
            Update<Row> batch = update(note).set(note.state, "s").where(note.body.eq(parameter("editor", TEXT)));
            connection.execute(batch, List.of(Map.of("editor", "b"), Map.of("editor", "c")));

            assertThat(
                            connection
                                    .execute(select(note.body, note.changes, note.editor)
                                            .from(note)
                                            .orderBy(note.body))
                                    .all()
                                    .stream()
                                    .map(Row::values)
                                    .toList())
                    .containsExactly(List.of("b", 8, "editor 5"), List.of("c", 2, "editor 6"));
        });
    }

    @Test
    @Requires(Capability.UPSERT)
    void whatAnUpsertUpdatesIsJustWhatItSays(Database db) {
        db.engine().begin(connection -> {
            UUID id = UUID.randomUUID();
            var upsert = insert(note)
                    .values(note.id, id)
                    .values(note.body, "a")
                    .onConflict(note.id)
                    .doUpdate(x -> x.set(note.body, "b"));
            connection.execute(upsert);
            connection.execute(upsert);

            assertThat(notes(connection)).containsExactly(List.of("b", "it's new?", 1, 42, 0));
            assertThat(connection.execute(select(note.editor)).all()).containsOnlyNulls();
        });
    }

    @Test
    void valuesAreGivenInOnePiece(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(note).values(Map.of(note.body, "a", "num", 9)));
            connection.execute(insert(note).values(new Note("b", 10)));
            connection.execute(update(note)
                    .set(Map.of(note.sum, note.number.plus(1), note.state, "'; --"))
                    .where(note.body.eq("b")));

            assertThat(notes(connection))
                    .containsExactly(List.of("a", "it's new?", 9, 42, 0), List.of("b", "'; --", 10, 11, 1));
        });
        assertThatThrownBy(() -> insert(note).values(Map.of("nobody", 1, "body", "x")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("table note_with_defaults has no column nobody");
        assertThatThrownBy(() -> update(note).set(Map.of(note.body, 1)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("column body takes java.lang.String, not java.lang.Integer");
        assertThatThrownBy(() -> update(note).set(Map.of(note.body, "x", "body", "y")))
                .hasMessage("column body has two values");
        assertThatThrownBy(() -> insert(note).values(Map.of(1, 2)))
                .hasMessage("the keys of a row are columns or their names, not 1");
    }

    /** A bug would be maps of the same columns whose statements differ in their order. */
    @Test
    void theOrderOfAMapIsNotThatOfTheStatement(Database db) {
        Map<String, Object> forth = new LinkedHashMap<>();
        forth.put("state", "s");
        forth.put("body", "b");
        Map<String, Object> back = new TreeMap<>(forth);

        assertThat(db.engine().compile(insert(note).values(forth)).sql())
                .isEqualTo(db.engine().compile(insert(note).values(back)).sql());
    }

    @Test
    @Requires(Capability.INSERT_RETURNING)
    void wholeRowsAndDefaultsComeBack(Database db) {
        db.engine().begin(connection -> {
            Row defaults = connection
                    .execute(insert(note).values(note.body, "a").returningDefaults())
                    .one();
            assertThat(defaults.get(note.sum)).isEqualTo(42);
            assertThat(defaults.values()).hasSize(5);
            List<Object> whole = new ArrayList<>(connection
                    .execute(insert(note).values(note.body, "b").returning(note))
                    .one()
                    .values());
            assertThat(whole.subList(1, 6)).isEqualTo(List.of("b", "it's new?", 2, 42, 0));
            assertThat(connection.execute(delete(note).returning(note)).all()).hasSize(2);
        });
    }
}
