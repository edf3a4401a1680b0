package dev.azoth.dialect.mysql;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DataException;
import dev.azoth.IntegrityException;
import dev.azoth.engine.Engine;
import dev.azoth.event.EngineListener;
import dev.azoth.event.StatementEvent;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.compliance.EveryType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** LOAD DATA instead of inserts, where server and driver are told to allow it. */
@OnDatabase({"mysql", "mariadb"})
class LocalInfileTest {
    private static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private static final Column<String> code = Column.of("code", VARCHAR(10));
    private static final MetaData METADATA = new MetaData();
    private static final Table table = Table.of(METADATA, "loaded", id, code);

    private final List<String> sent = new ArrayList<>();

    private Engine engine(Database db, String parameters) {
        return Engine.create(
                db.url() + (db.url().contains("?") ? "&" : "?") + parameters,
                o -> o.listener(new EngineListener() {
                    @Override
                    public void statement(StatementEvent event) {
                        sent.add(event.sql());
                    }
                }));
    }

    private Engine allowed(Database db) {
        return engine(db, db.name().equals("mysql") ? "allowLoadLocalInfile=true" : "allowLocalInfile=true");
    }

    @BeforeEach
    void allow(Database db) {
        set(db, 1);
        METADATA.createAll(db.engine());
    }

    @AfterEach
    void forbid(Database db) {
        METADATA.dropAll(db.engine());
        if (db.name().equals("mysql")) { // as it is unless somebody says otherwise
            set(db, 0);
        }
    }

    private static void set(Database db, int on) {
        db.engine().begin(connection -> connection.execute(text("SET GLOBAL local_infile = " + on)));
    }

    record Loaded(int id, String code) {}

    private static List<Loaded> rows(int number, int repeated) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Loaded(i == repeated ? 0 : i, "c" + i))
                .toList();
    }

    private boolean hasLoaded() {
        return sent.stream().anyMatch(sql -> sql.startsWith("LOAD DATA"));
    }

    @Test
    void everyTypeIsLoaded(Database db) {
        try (Engine engine = allowed(db)) {
            EveryType types = new EveryType(engine);
            types.numbers();
            types.texts();
            types.times();
            types.further();
        }
        List<String> refused = IntStream.range(1, sent.size())
                .filter(i -> sent.get(i).startsWith("INSERT") && sent.get(i - 1).startsWith("LOAD DATA"))
                .mapToObj(sent::get)
                .toList();
        assertThat(sent).filteredOn(sql -> sql.startsWith("LOAD DATA")).hasSizeGreaterThan(40);
        assertThat(refused).isEmpty();
    }

    @Test
    void manyRowsAreLoadedInPages(Database db) {
        try (Engine engine = allowed(db)) {
            assertThat(engine.copyIn(table, rows(25_000, -1))).isEqualTo(25_000);
            assertThat(sent).filteredOn(sql -> sql.startsWith("LOAD DATA")).hasSize(3);
            assertThat(sent).noneMatch(sql -> sql.startsWith("INSERT"));
            engine.begin(connection -> assertThat(
                            connection.execute(select(count()).from(table)).one())
                    .isEqualTo(25_000L));
        }
    }

    /** The server would leave such a row out, with a warning. */
    @Test
    void aRowThatBreaksAKeyIsNamed(Database db) {
        try (Engine engine = allowed(db)) {
            assertThatThrownBy(() -> engine.copyIn(table, rows(12_000, 11_234)))
                    .isInstanceOfSatisfying(
                            IntegrityException.class, e -> assertThat(e.row()).hasValue(11_234));
            engine.begin(connection -> assertThat(
                            connection.execute(select(count()).from(table)).one())
                    .isZero());
        }
    }

    /** The server would cut such a text, with a warning. */
    @Test
    void aValueThatDoesNotFitIsNamed(Database db) {
        try (Engine engine = allowed(db)) {
            List<Loaded> rows = List.of(new Loaded(1, "a"), new Loaded(2, "more than ten letters"));
            assertThatThrownBy(() -> engine.copyIn(table, rows))
                    .isInstanceOfSatisfying(
                            DataException.class, e -> assertThat(e.row()).hasValue(1));
            assertThat(hasLoaded()).isTrue();
        }
    }

    @Test
    void whereTheDriverMayNotTheRowsAreInserted(Database db) {
        String not = db.name().equals("mysql") ? "allowLoadLocalInfile=false" : "allowLocalInfile=false";
        try (Engine engine = engine(db, not)) {
            assertThat(engine.copyIn(table, rows(100, -1))).isEqualTo(100);
            assertThat(sent).last().asString().startsWith("INSERT");
        }
    }
}
