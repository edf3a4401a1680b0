package dev.azoth.dialect.duckdb;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import org.junit.jupiter.api.Test;

/** Foreign keys, of which DuckDB has some, and of which the URL can say that there are none. */
@OnDatabase("duckdb")
class DuckdbDdlTest {
    private final MetaData metadata = new MetaData();

    private void henAndEgg() {
        Column<Integer> hen = Column.of("id", INTEGER).primaryKey();
        Column<Integer> egg = Column.of("id", INTEGER).primaryKey();
        Table.of(metadata, "hen", hen, Column.of("egg_id", INTEGER).references(() -> egg));
        Table.of(metadata, "egg", egg, Column.of("hen_id", INTEGER).references(() -> hen));
    }

    @Test
    void tablesThatReferToEachOtherAreRefused(Database db) {
        henAndEgg();
        assertThatThrownBy(() -> metadata.createAll(db.engine()))
                .isInstanceOf(CompileException.class)
                .hasMessageStartingWith(
                        "DuckDB has no ALTER TABLE … ADD FOREIGN KEY, and so no tables that refer to each other: ")
                .hasMessageEndingWith(", or by tables between them: leave one of the keys out, or create tables without"
                        + " foreign keys, by ?foreign_keys=off in the URL");
        assertThat(db.engine().inspect().tables()).doesNotContain("hen", "egg");
    }

    @Test
    void withoutForeignKeysTablesMayReferToEachOther(Database db) {
        henAndEgg();
        try (Engine engine = Engine.create(db.url() + "?foreign_keys=off")) {
            metadata.createAll(engine);
            assertThat(engine.inspect().table("hen").orElseThrow().foreignKeys())
                    .isEmpty();
            Table egg = metadata.table("egg").orElseThrow();
            engine.begin(connection -> connection.execute(insert(egg)
                    .values(egg.column("id", Integer.class), 1)
                    .values(egg.column("hen_id", Integer.class), 99)));
            metadata.dropAll(engine);
            assertThat(engine.inspect().tables()).doesNotContain("hen", "egg");
        }
    }

    @Test
    void whatHappensOnDeletionCannotBeSaid(Database db) {
        Column<Integer> id = Column.of("id", INTEGER).primaryKey();
        Table.of(metadata, "whole", id);
        Table.of(metadata, "part", Column.of("of", INTEGER).references(() -> id, ForeignKey.Action.CASCADE));
        assertThatThrownBy(() -> metadata.createAll(db.engine()))
                .isInstanceOf(CompileException.class)
                .hasMessageStartingWith(
                        "DuckDB has no ON DELETE CASCADE, which part's foreign key fk_part_of asks for: ");
    }

    @Test
    void whatHappensWhenAKeyChangesCannotBeSaid(Database db) {
        Column<Integer> id = Column.of("id", INTEGER).primaryKey();
        Table.of(metadata, "whole", id);
        Table.of(
                metadata,
                "part",
                Column.of("of", INTEGER).references(() -> id, ForeignKey.Action.NO_ACTION, ForeignKey.Action.CASCADE));
        assertThatThrownBy(() -> metadata.createAll(db.engine()))
                .isInstanceOf(CompileException.class)
                .hasMessageStartingWith(
                        "DuckDB has no ON UPDATE CASCADE, which part's foreign key fk_part_of asks for: ");
    }
}
