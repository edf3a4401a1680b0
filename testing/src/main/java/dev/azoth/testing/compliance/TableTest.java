package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.now;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.BOOLEAN;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;
import static dev.azoth.type.Types.TIMESTAMPTZ;
import static dev.azoth.type.Types.VARCHAR;
import static dev.azoth.type.Types.enumeration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorKind;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.inspect.TableDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.Ddl;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.Requires;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Tables are created, once and by one at a time, with their keys, defaults and checks; and dropped. */
@EveryDatabase
class TableTest {
    enum Color {
        RED,
        GREEN
    }

    private final MetaData metadata = new MetaData();

    @Test
    void whatIsDeclaredIsThere(Database db) {
        Table team = Table.of(
                metadata,
                "team",
                Column.of("id", BIGINT).primaryKey().identity(),
                Column.of("name", VARCHAR(40)).notNull().unique());
        Column<Integer> age = Column.of("age", INTEGER);
        Table member = Table.of(
                metadata,
                "member",
                Column.of("id", BIGINT).primaryKey().identity(),
                Column.of("team_id", BIGINT).notNull().references(() -> team.column("id", Long.class)),
                age,
                Column.of("active", BOOLEAN).notNull().serverDefault(true),
                Column.of("joined", TIMESTAMPTZ).notNull().serverDefault(now()),
                Column.of("color", enumeration(Color.class)),
                Column.of("nick", VARCHAR(20)).indexed());
        member.check("ck_member_age", age.ge(0));
        member.index(null, List.of(age, member.column("nick", String.class)), true);

        metadata.createAll(db.engine());
        metadata.createAll(db.engine());

        TableDescription found = db.engine().inspect().table("member").orElseThrow();
        assertThat(found.columns())
                .extracting(TableDescription.ColumnDescription::name)
                .containsExactly("id", "team_id", "age", "active", "joined", "color", "nick");
        assertThat(found.columns().get(0).identity()).isTrue();
        assertThat(found.columns().get(1).nullable()).isFalse();
        assertThat(found.columns().get(2).nullable()).isTrue();
        assertThat(found.columns().get(2).type()).isEqualTo(INTEGER);
        assertThat(found.columns().get(6).type()).isEqualTo(db.has(Capability.TEXT_LENGTHS) ? VARCHAR(20) : TEXT);
        assertThat(found.primaryKey().orElseThrow().columns()).containsExactly("id");
        assertThat(found.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.columns()).containsExactly("team_id");
            assertThat(key.table()).isEqualTo("team");
            assertThat(key.targets()).containsExactly("id");
        });
        if (db.has(Capability.CONSTRAINT_NAMES)) {
            assertThat(found.checks())
                    .extracting(TableDescription.CheckDescription::name)
                    .contains("ck_member_age");
        } else {
            assertThat(found.checks()).isNotEmpty();
        }
        assertThat(found.indexes())
                .filteredOn(index -> !index.columns().equals(List.of("team_id")))
                .extracting(index -> index.columns() + (index.unique() ? " unique" : ""))
                .containsExactlyInAnyOrder("[age, nick] unique", "[nick]");
        assertThat(db.engine().inspect().table("team").orElseThrow().uniqueKeys())
                .extracting(TableDescription.Key::columns)
                .containsExactly(List.of("name"));
        assertThat(db.engine().inspect().tables()).contains("member", "team");

        metadata.dropAll(db.engine());
        metadata.dropAll(db.engine());
        assertThat(db.engine().inspect().tables()).doesNotContain("member", "team");
    }

    @Test
    void serverDefaultsAndChecksWork(Database db) {
        Column<Integer> id = Column.of("id", INTEGER).primaryKey();
        Column<Integer> amount = Column.of("amount", INTEGER).notNull().serverDefault(3);
        Column<String> note = Column.of("note", VARCHAR(20)).notNull().serverDefault("it's; -- \"ok\"");
        Column<Instant> at = Column.of("at", TIMESTAMPTZ).notNull().serverDefault(now());
        Column<Color> color = Column.of("color", enumeration(Color.class));
        Table table = Table.of(metadata, "defaulted", id, amount, note, at, color);
        table.check("ck_defaulted_amount", amount.gt(0));
        metadata.createAll(db.engine());

        db.engine().begin(connection -> {
            connection.execute(insert(table).values(id, 1));
            var row = connection.execute(select(amount, note, at)).one();
            assertThat(row.get(amount)).isEqualTo(3);
            assertThat(row.get(note)).isEqualTo("it's; -- \"ok\"");
            assertThat(Duration.between(row.get(at), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        });
        assertThatThrownBy(() -> db.engine()
                        .begin(c -> c.execute(insert(table).values(id, 2).values(amount, 0))))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.CHECK));
        assertThatThrownBy(() ->
                        db.engine().begin(c -> c.execute(text("INSERT INTO defaulted (id, color) VALUES (3, 'BLUE')"))))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.CHECK));
    }

    @Test
    @Requires(Capability.REFERENTIAL_ACTIONS)
    void rowsThatReferToARowGoWithIt(Database db) {
        Column<Integer> id = Column.of("id", INTEGER).primaryKey();
        Column<Integer> of = Column.of("of", INTEGER).references(() -> id, ForeignKey.Action.CASCADE);
        Table whole = Table.of(metadata, "whole", id);
        Table part = Table.of(metadata, "part", Column.of("id", INTEGER).primaryKey(), of);
        metadata.createAll(db.engine());

        db.engine().begin(c -> {
            c.execute(insert(whole).columns(id).row(1).row(2));
            c.execute(insert(part)
                    .columns(part.column("id", Integer.class), of)
                    .row(7, 1)
                    .row(8, 2));
            c.execute(delete(whole).where(id.eq(1)));
            assertThat(c.execute(select(of)).all()).containsExactly(2);
        });
        assertThat(db.engine().inspect().table("part").orElseThrow().foreignKeys())
                .extracting(TableDescription.ForeignKeyDescription::onDelete)
                .containsExactly("CASCADE");
        metadata.dropAll(db.engine());
    }

    @Test
    @Requires(Capability.KEY_ACTIONS)
    void rowsThatReferToARowFollowItToAnotherKey(Database db) {
        Column<Integer> id = Column.of("id", INTEGER).primaryKey();
        Column<Integer> of =
                Column.of("of", INTEGER).references(() -> id, ForeignKey.Action.NO_ACTION, ForeignKey.Action.CASCADE);
        Table whole = Table.of(metadata, "whole", id);
        Table part = Table.of(metadata, "part", Column.of("id", INTEGER).primaryKey(), of);
        metadata.createAll(db.engine());

        db.engine().begin(c -> {
            c.execute(insert(whole).columns(id).row(1).row(2));
            c.execute(insert(part)
                    .columns(part.column("id", Integer.class), of)
                    .row(7, 1)
                    .row(8, 2));
            c.execute(update(whole).set(id, 3).where(id.eq(1)));
            assertThat(c.execute(select(of).orderBy(of.asc())).all()).containsExactly(2, 3);
        });
        assertThat(db.engine().inspect().table("part").orElseThrow().foreignKeys())
                .extracting(
                        TableDescription.ForeignKeyDescription::onDelete,
                        TableDescription.ForeignKeyDescription::onUpdate)
                .containsExactly(tuple("NO ACTION", "CASCADE"));
        metadata.dropAll(db.engine());
    }

    @Test
    @Requires(Capability.CIRCULAR_KEYS)
    void tablesThatReferToEachOtherAreCreatedAndDropped(Database db) {
        Table hen = Table.of(metadata, "hen", Column.of("id", BIGINT).primaryKey());
        Table egg = Table.of(
                metadata,
                "egg",
                Column.of("id", BIGINT).primaryKey(),
                Column.of("hen_id", BIGINT).references(() -> hen.column("id", Long.class)));
        hen.add(Column.of("egg_id", BIGINT).references(() -> egg.column("id", Long.class)));
        hen.add(Column.of("mother_id", BIGINT).references(() -> hen.column("id", Long.class)));

        metadata.createAll(db.engine());
        assertThat(db.engine().inspect().table("hen").orElseThrow().foreignKeys())
                .hasSize(2);
        assertThat(db.engine().inspect().table("egg").orElseThrow().foreignKeys())
                .hasSize(1);
        metadata.dropAll(db.engine());
        assertThat(db.engine().inspect().tables()).doesNotContain("hen", "egg");
    }

    @Test
    void eightThreadsCreateTheSameTablesAtOnce(Database db) throws Exception {
        Table parent = Table.of(
                metadata, "race_parent", Column.of("id", BIGINT).primaryKey().identity());
        Table.of(
                metadata,
                "race_child",
                Column.of("id", BIGINT).primaryKey().identity(),
                Column.of("parent_id", BIGINT)
                        .references(() -> parent.column("id", Long.class))
                        .indexed());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> create = () -> {
                metadata.createAll(db.engine());
                return true;
            };
            for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(8, create))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(db.engine().inspect().tables()).contains("race_parent", "race_child");
    }

    /** A bug: a foreign key that was never made was dropped, and failed. */
    @Test
    @Requires(Capability.CIRCULAR_KEYS)
    void aCycleIsDroppedOfWhichAPartIsMissing(Database db) {
        dropPartsOfACycle(db.engine());
    }

    private void dropPartsOfACycle(Engine engine) {
        Column<Integer> first = Column.of("id", INTEGER).primaryKey();
        Column<Integer> second = Column.of("id", INTEGER).primaryKey();
        Table.of(metadata, "cycle_a", first, Column.of("b", INTEGER).references(() -> second));
        Table.of(metadata, "cycle_b", second, Column.of("a", INTEGER).references(() -> first));
        Table early =
                Table.of(new MetaData(), "cycle_a", Column.of("id", INTEGER).primaryKey(), Column.of("b", INTEGER));
        Table late =
                Table.of(new MetaData(), "cycle_b", Column.of("id", INTEGER).primaryKey(), Column.of("a", INTEGER));

        for (Table there : List.of(early, late)) {
            MetaData.of(List.of(there)).createAll(engine);
            metadata.dropAll(engine);
            MetaData.of(List.of(there)).createAll(engine);
            metadata.createAll(engine);
            metadata.dropAll(engine);
            assertThat(engine.inspect().tables()).doesNotContain("cycle_a", "cycle_b");
        }
    }

    /** A bug: the lock that keeps others from changing the schema was kept after a change in autocommit. */
    @Test
    void aSchemaIsChangedInAutocommit(Database db) {
        Table.of(metadata, "kept", Column.of("id", INTEGER).primaryKey());
        try (Connection connection = db.engine().connect().isolation(IsolationLevel.AUTOCOMMIT);
                Connection other = db.engine().connect()) {
            connection.createAll(metadata);
            other.dropAll(metadata);
            other.commit();
        }
        assertThat(db.engine().inspect().tables()).doesNotContain("kept");
    }

    @Test
    void statementsOfOnesOwnRunBesideTheTables(Database db) {
        MetaData metadata = new MetaData();
        Column<Integer> number = Column.of("number", INTEGER).primaryKey();
        Table table = Table.of(metadata, "own_ddl", number);
        Table.of(metadata, "own_ddl_log", Column.of("number", INTEGER).primaryKey());
        table.ddl(Ddl.Moment.AFTER_CREATE, Ddl.of("INSERT INTO own_ddl VALUES (1)"));
        table.ddl(Ddl.Moment.AFTER_CREATE, Ddl.of("no dialect's SQL").on("another"));
        table.ddl(Ddl.Moment.IN_CREATE, Ddl.of("no dialect's SQL").on("another"));
        table.ddl(Ddl.Moment.IN_CREATE, Ddl.of("WITH (fillfactor = 70)").on("postgresql"));
        table.ddl(Ddl.Moment.IN_CREATE, Ddl.of("COMMENT = 'of its own'").on("mysql", "mariadb"));
        table.ddl(Ddl.Moment.IN_CREATE, Ddl.of("STRICT").on("sqlite"));
        table.ddl(
                Ddl.Moment.AFTER_CREATE,
                Ddl.of("INSERT INTO own_ddl VALUES (2)").on(db.name(), "another"));
        metadata.ddl(Ddl.Moment.AFTER_CREATE, Ddl.of("INSERT INTO own_ddl_log VALUES (3)"));
        metadata.ddl(Ddl.Moment.BEFORE_DROP, Ddl.of("DELETE FROM own_ddl_log WHERE number = 3"));

        metadata.createAll(db.engine());
        metadata.createAll(db.engine());
        db.engine().begin(c -> {
            assertThat(c.execute(select(number).orderBy(number)).all()).containsExactly(1, 2);
            assertThat(c.execute(text("SELECT number FROM own_ddl_log").columns(number))
                            .all())
                    .hasSize(1);
        });
        metadata.dropAll(db.engine());
        metadata.dropAll(db.engine());
        assertThat(db.engine().inspect().tables()).doesNotContain("own_ddl", "own_ddl_log");
    }
}
