package dev.azoth.suite;

import static dev.azoth.engine.IsolationLevel.AUTOCOMMIT;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.Dialects;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Foreign keys lead into other schemas, and to tables of other sets, or it is said that they do not. */
@EveryDatabase
class ForeignSchemaTest {
    private static boolean staysWithin(Database db) {
        return db.name().matches("sqlite|duckdb");
    }

    private static boolean hasForeignKeys(Database db) {
        return !db.name().equals("duckdb") || !db.url().contains("foreign_keys=off");
    }

    private static void with(Database db, String schema, Consumer<Connection> work) {
        try (Connection connection = db.engine().connect()) {
            connection.isolation(AUTOCOMMIT);
            boolean file = db.name().equals("sqlite");
            connection.execute(text((file ? "ATTACH ':memory:' AS " : "CREATE SCHEMA ") + schema));
            work.accept(connection); // what fails leaves its schema, which the next test does not meet
            connection.execute(text((file ? "DETACH " : "DROP SCHEMA ") + schema));
        }
    }

    private static Table table(MetaData metadata, @Nullable String schema, String name, Column<?>... columns) {
        Table table = Table.reflected(metadata, schema, name);
        List.of(columns).forEach(table::add);
        return table;
    }

    /** The one that is referred to comes first, whichever was declared first. */
    @Test
    void aKeyLeadsIntoAnotherSchema(Database db) {
        String schema = "away_" + UUID.randomUUID().toString().substring(0, 8);
        MetaData metadata = new MetaData();
        Column<Long> id = Column.of("id", BIGINT).primaryKey();
        Column<Long> of = Column.of("of", BIGINT).references(() -> id);
        Table here = table(metadata, null, "here", Column.of("id", BIGINT).primaryKey(), of);
        Table there = table(metadata, schema, "there", id);
        assertThat(metadata.sorted().tables()).containsExactly(there, here);

        with(db, schema, connection -> {
            if (staysWithin(db) && hasForeignKeys(db)) {
                assertThatThrownBy(() -> connection.createAll(metadata))
                        .isInstanceOf(CompileException.class)
                        .hasMessageContaining(
                                "has no foreign key into another schema, as fk_here_of of the table here in"
                                        + " main, which leads to there in " + schema);
                return;
            }
            connection.createAll(metadata);
            connection.execute(insert(there).values(id, 1L));
            connection.execute(
                    insert(here).values(here.column("id", Long.class), 1L).values(of, 1L));
            if (hasForeignKeys(db)) {
                assertThatThrownBy(() -> connection.execute(insert(here)
                                .values(here.column("id", Long.class), 2L)
                                .values(of, 2L)))
                        .isInstanceOf(IntegrityException.class);
                assertThat(Table.reflect(connection, "here")
                                .foreignKeys()
                                .get(0)
                                .target()
                                .qualifiedName())
                        .isEqualTo(schema + ".there");
            }
            connection.dropAll(metadata);
            assertThat(connection.inspect().tables(schema)).isEmpty();
        });
    }

    /** Tables of two schemas that refer to each other: one of the keys is added afterwards. */
    @Test
    void keysLeadThereAndBack(Database db) {
        if (staysWithin(db)) {
            return;
        }
        String schema = "away_" + UUID.randomUUID().toString().substring(0, 8);
        String own = db.engine().inspect().defaultSchema();
        MetaData metadata = circle(own, schema);

        with(db, schema, connection -> {
            connection.createAll(metadata);
            assertThat(connection.inspect().table(own, "here").orElseThrow().foreignKeys())
                    .hasSize(1);
            assertThat(connection.inspect().table(schema, "there").orElseThrow().foreignKeys())
                    .hasSize(1);
            connection.dropAll(metadata);
            assertThat(connection.inspect().tables(schema)).isEmpty();
            assertThat(connection.inspect().tables(own)).doesNotContain("here");
        });
    }

    private static MetaData circle(@Nullable String own, String other) {
        MetaData metadata = new MetaData();
        Column<Long> first = Column.of("id", BIGINT).primaryKey();
        Column<Long> second = Column.of("id", BIGINT).primaryKey();
        table(metadata, own, "here", first, Column.of("of", BIGINT).references(() -> second));
        table(metadata, other, "there", second, Column.of("of", BIGINT).references(() -> first));
        return metadata;
    }

    /** A bug: MySQL and H2 take the name of a table without its schema for one in the schema of the table that refers to it. */
    @Test
    void aTableIsNotLookedForInTheWrongSchema() {
        assertThat(Dialects.createAll(circle(null, "away"), "postgresql").get(2))
                .isEqualTo("ALTER TABLE away.there ADD CONSTRAINT fk_there_of FOREIGN KEY (of) REFERENCES here (id)");
        for (String dialect : List.of("mysql", "mariadb", "h2")) {
            assertThatThrownBy(() -> Dialects.createAll(circle(null, "away"), dialect))
                    .isInstanceOf(CompileException.class)
                    .hasMessageEndingWith(
                            " would look for the table here, to which the foreign key fk_there_of of the table"
                                    + " there leads, in the schema away of that: say in which schema it is");
        }
    }

    /** A bug: SQLite took a key to a table that was nowhere, and refused the first row. */
    @Test
    void aTableOfAnotherSetMustBeThere(Database db) {
        MetaData others = new MetaData();
        Column<Long> id = Column.of("id", BIGINT).primaryKey();
        Table other = Table.of(others, "other", id);
        MetaData own = new MetaData();
        Table mine = Table.of(
                own,
                "mine",
                Column.of("id", BIGINT).primaryKey(),
                Column.of("of", BIGINT).references(id));

        if (hasForeignKeys(db)) {
            assertThatThrownBy(() -> own.createAll(db.engine()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("createAll: mine refers to other by fk_mine_of, which is in another MetaData and not in"
                            + " the database: create that first, or all at once, with MetaData.of(tables)");
            assertThat(db.engine().inspect().hasTable("mine")).isFalse();
        }
        others.createAll(db.engine());
        own.createAll(db.engine());
        own.dropAll(db.engine());
        others.dropAll(db.engine());

        MetaData both = MetaData.of(List.of(mine, other));
        both.createAll(db.engine());
        assertThat(db.engine().inspect().tables()).contains("mine", "other");
        both.dropAll(db.engine());
    }
}
