package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.inspect.TableDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is in a database is told: tables, columns, keys, of any name. */
@EveryDatabase
class ReflectionTest {
    private final MetaData metadata = new MetaData();

    @Test
    void aReflectedTableIsATable(Database db) {
        Table team = Table.of(
                metadata,
                "club",
                Column.of("id", BIGINT).primaryKey().identity(),
                Column.of("name", VARCHAR(40)).notNull().serverDefault("none"));
        Table.of(
                metadata,
                "club_member",
                Column.of("id", BIGINT).primaryKey().identity(),
                Column.of("club_id", BIGINT).notNull().references(() -> team.column("id", Long.class)));
        metadata.createAll(db.engine());

        Table reflected = Table.reflect(db.engine(), "club_member");
        Table club = reflected.foreignKeys().get(0).target();

        assertThat(club.name()).isEqualTo("club");
        assertThat(club.column("id").isIdentity()).isTrue();
        db.engine().begin(connection -> {
            connection.execute(insert(club).values(club.column("name", String.class), "chess"));
            assertThat(connection
                            .execute(select(club.column("name", String.class)))
                            .one())
                    .isEqualTo("chess");
        });
        assertThatThrownBy(() -> Table.reflect(db.engine(), "nothing"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("there is no table nothing; there are [");
    }

    /** A bug: a colon within quotes came back with a backslash. */
    @Test
    void aReflectedDefaultIsTheSameText(Database db) {
        Table.of(
                metadata,
                "opening",
                Column.of("id", INTEGER).primaryKey(),
                Column.of("hour", VARCHAR(20)).serverDefault("12:30 :x"));
        metadata.createAll(db.engine());
        MetaData read = new MetaData();
        db.engine().inspect().reflect(read, "opening");
        metadata.dropAll(db.engine());
        read.createAll(db.engine());

        Table opening = read.table("opening").orElseThrow();
        db.engine().begin(connection -> {
            connection.execute(insert(opening).values(opening.column("id", Integer.class), 1));
            assertThat(connection
                            .execute(select(opening.column("hour", String.class)))
                            .one())
                    .isEqualTo("12:30 :x");
        });
        read.dropAll(db.engine());
    }

    /** A bug: a schema in the name is understood where tables are declared, and was not where they are read. */
    @Test
    void aTableIsReadOutOfTheSchemaInItsName(Database db) {
        Table.of(metadata, "placed", Column.of("id", INTEGER).primaryKey());
        metadata.createAll(db.engine());
        String schema = db.engine().inspect().defaultSchema();

        Table placed = Table.reflect(db.engine(), schema + ".placed");
        assertThat(placed.schema()).contains(schema);
        assertThat(placed.name()).isEqualTo("placed");
        assertThatThrownBy(() -> Table.reflect(db.engine(), schema + ".nothing"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("there is no table nothing in schema " + schema + "; there are [");
        metadata.dropAll(db.engine());
    }

    @Test
    void aTableIsThereOrNot(Database db) {
        Table.of(metadata, "seen", Column.of("id", INTEGER).primaryKey());
        assertThat(db.engine().inspect().hasTable("seen")).isFalse();
        metadata.createAll(db.engine());
        db.engine().begin(c -> c.execute(text("CREATE VIEW seen_view AS SELECT id FROM seen")));

        assertThat(db.engine().inspect().hasTable("seen")).isTrue();
        assertThat(db.engine().inspect().tables()).doesNotContain("seen_view").isSorted();
        assertThat(db.engine().inspect().views(null)).containsExactly("seen_view");
        assertThat(db.engine().inspect().table("seen_view").orElseThrow().columns())
                .extracting(TableDescription.ColumnDescription::name)
                .containsExactly("id");
        assertThat(db.engine().inspect().table("unseen")).isEmpty();
        db.engine().begin(c -> c.execute(text("DROP VIEW seen_view")));
        metadata.dropAll(db.engine());
    }

    /** Not that of their names. */
    @Test
    void keysKeepTheOrderOfTheirColumns(Database db) {
        Column<Integer> a = Column.of("a", INTEGER).primaryKey();
        Column<Integer> b = Column.of("b", INTEGER);
        Column<Integer> c = Column.of("c", INTEGER).primaryKey();
        Table pair = Table.of(metadata, "pair", c, b, a);
        pair.unique(b, a);
        Column<Integer> x = Column.of("x", INTEGER);
        Column<Integer> y = Column.of("y", INTEGER);
        Table other = Table.of(metadata, "other", Column.of("id", INTEGER).primaryKey(), x, y);
        other.foreignKey(null, List.of(y, x), () -> List.of(c, a), ForeignKey.Action.NO_ACTION);
        other.index(null, List.of(y, x), false);
        metadata.createAll(db.engine());

        TableDescription found = db.engine().inspect().table("pair").orElseThrow();
        assertThat(found.primaryKey().orElseThrow().columns()).containsExactly("c", "a");
        assertThat(found.uniqueKeys()).extracting(TableDescription.Key::columns).containsExactly(List.of("b", "a"));
        TableDescription referring = db.engine().inspect().table("other").orElseThrow();
        assertThat(referring.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.columns()).containsExactly("y", "x");
            assertThat(key.targets()).containsExactly("c", "a");
        });
        assertThat(referring.indexes())
                .extracting(TableDescription.IndexDescription::columns)
                .contains(List.of("y", "x"));
        metadata.dropAll(db.engine());
    }

    @Test
    void everyQuestionTakesAnyName(Database db) {
        for (String name : List.of("per%cent", "quote\"s'`", "(paren)", "[bracket]", "back\\slash", "Üñí ?")) {
            MetaData one = new MetaData();
            Column<Integer> id = Column.of(name, INTEGER).primaryKey();
            Table table = Table.reflected(one, null, name);
            table.add(id);
            one.createAll(db.engine());

            assertThat(db.engine().inspect().hasTable(name)).as(name).isTrue();
            TableDescription found = db.engine().inspect().table(name).orElseThrow();
            assertThat(found.columns())
                    .extracting(TableDescription.ColumnDescription::name)
                    .containsExactly(name);
            assertThat(found.primaryKey().orElseThrow().columns()).containsExactly(name);
            one.dropAll(db.engine());
            assertThat(db.engine().inspect().hasTable(name)).as(name).isFalse();
        }
    }
}
