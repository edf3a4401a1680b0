package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static dev.azoth.type.Types.enumeration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.inspect.TableDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names of any form, of any length, and those that are made up. */
@EveryDatabase
class NameTest {
    enum Color {
        RED,
        GREEN
    }

    private final MetaData metadata = new MetaData();

    @Test
    void hostileNamesAreNames(Database db) {
        List<String> names =
                List.of("select", "Mixed Case", "semi;colon", "quote\"s'`", "émoji ü", "per%cent", "a.b", "tab\tx");
        List<Column<?>> columns = new ArrayList<>();
        columns.add(Column.of("order", INTEGER).primaryKey());
        names.forEach(name -> columns.add(Column.of(name, VARCHAR(20))));
        Table table = Table.reflected(metadata, null, "table");
        columns.forEach(table::add);
        metadata.createAll(db.engine());

        db.engine().begin(connection -> {
            var insert = insert(table).values(table.column("order", Integer.class), 1);
            for (String name : names) {
                insert = insert.values(table.column(name, String.class), name);
            }
            connection.execute(insert);
            var row = connection.execute(select(table)).one();
            for (String name : names) {
                assertThat(row.get(table.column(name))).isEqualTo(name);
            }
        });
        assertThat(db.engine().inspect().table("table").orElseThrow().columns())
                .extracting(TableDescription.ColumnDescription::name)
                .containsAll(names);
        metadata.dropAll(db.engine());
    }

    private MetaData alike(boolean turned) {
        MetaData made = new MetaData();
        for (String name : turned ? List.of("b", "b_c") : List.of("b_c", "b")) {
            Column<Integer> id = Column.of("id", INTEGER).primaryKey();
            Table table = Table.of(made, "a_" + name, id);
            String column = name.equals("b") ? "c_d" : "d";
            table.add(Column.of(column, INTEGER)).references(id).unique();
            table.add(Column.of(column + "e", INTEGER)).indexed();
            table.add(Column.of(column + "f", enumeration(Color.class)));
        }
        return made;
    }

    private static List<String> names(Database db, String table) {
        TableDescription there = db.engine().inspect().table(table).orElseThrow();
        if (!db.has(Capability.CONSTRAINT_NAMES)) {
            return there.indexes().stream()
                    .map(TableDescription.IndexDescription::name)
                    .toList();
        }
        return Stream.of(
                        there.foreignKeys().stream().map(TableDescription.ForeignKeyDescription::name),
                        there.uniqueKeys().stream().map(TableDescription.Key::name),
                        there.indexes().stream().map(TableDescription.IndexDescription::name),
                        there.checks().stream().map(TableDescription.CheckDescription::name))
                .flatMap(each -> each)
                .toList();
    }

    /** A bug: column c of table a_b and column b_c of table a gave one name to two keys, which most databases refuse. */
    @Test
    void keysWhoseTableAndColumnsMakeOneNameHaveTwo(Database db) {
        int kept = db.has(Capability.CONSTRAINT_NAMES) ? 4 : 1;
        alike(false).createAll(db.engine());
        List<String> first = names(db, "a_b");
        List<String> second = names(db, "a_b_c");
        assertThat(first)
                .hasSize(kept)
                .doesNotContainAnyElementsOf(second)
                .allMatch(name -> name.matches("\\w+_[0-9a-f]+"));
        alike(false).dropAll(db.engine());

        alike(true).createAll(db.engine());
        assertThat(names(db, "a_b")).isEqualTo(first);
        assertThat(names(db, "a_b_c")).isEqualTo(second);
        alike(true).dropAll(db.engine());
    }

    /** A bug: the name of an enum's check was as long as table and column together. */
    @Test
    void theCheckOfAnEnumHasANameThatEveryDatabaseTakes(Database db) {
        String table = "t".repeat(60);
        Table.of(metadata, table, Column.of("c".repeat(60), enumeration(Color.class)));
        metadata.createAll(db.engine());

        assertThat(db.engine().inspect().table(table).orElseThrow().checks())
                .singleElement()
                .satisfies(check -> {
                    if (db.has(Capability.CONSTRAINT_NAMES)) {
                        assertThat(check.name()).startsWith("ck_ttt").hasSize(60);
                    }
                });
        metadata.dropAll(db.engine());
    }
}
