package dev.azoth.suite;

import static dev.azoth.schema.NamingConvention.Kind.CHECK;
import static dev.azoth.schema.NamingConvention.Kind.FOREIGN_KEY;
import static dev.azoth.schema.NamingConvention.Kind.INDEX;
import static dev.azoth.schema.NamingConvention.Kind.PRIMARY_KEY;
import static dev.azoth.schema.NamingConvention.Kind.UNIQUE;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.Dialects;
import dev.azoth.inspect.TableDescription;
import dev.azoth.schema.Check;
import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.Index;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.NamingConvention;
import dev.azoth.schema.Table;
import dev.azoth.schema.UniqueKey;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.Types;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Constraints and indexes that nobody names have the names that a set of tables gives them. */
@EveryDatabase
class NamingConventionTest {
    private static final NamingConvention CONVENTION = NamingConvention.STANDARD
            .with(PRIMARY_KEY, key -> "pk_" + key.table())
            .with(
                    FOREIGN_KEY,
                    key -> key.table() + "_" + key.joinedColumns() + "_to_" + key.referredTable() + "_"
                            + String.join("_", key.referredColumns()))
            .with(UNIQUE, key -> key.table() + "_" + key.joinedColumns() + "_key")
            .with(CHECK, check -> "one of/" + check.table() + "/" + check.joinedColumns())
            .with(INDEX, index -> "ix$" + index.joinedColumns());

    private final MetaData metadata = new MetaData(CONVENTION);

    private enum Size {
        SMALL,
        LARGE
    }

    private Table shelf() {
        Column<Long> id = Column.of("id", BIGINT).primaryKey().identity();
        Column<String> code = Column.of("code", VARCHAR(20)).unique();
        Column<Size> size = Column.of("size_of", Types.enumeration(Size.class)).notNull();
        Column<Long> above = Column.of("above", BIGINT).references(() -> id).indexed();
        Column<Long> beside = Column.of("beside", BIGINT);
        Table shelf = Table.of(metadata, "shelf", id, code, size, above, beside);
        shelf.foreignKey("beside_it", List.of(beside), () -> List.of(id), ForeignKey.Action.NO_ACTION);
        shelf.unique("my_key", List.of(code, size));
        shelf.index("my_index", List.of(code, beside), false);
        shelf.check("my_check", beside.gt(-1L));
        return shelf;
    }

    @AfterEach
    void drop(Database db) {
        metadata.dropAll(db.engine());
    }

    @Test
    void whatNobodyNamedIsNamedByTheConvention() {
        Table shelf = shelf();

        assertThat(shelf.primaryKeyName()).contains("pk_shelf");
        assertThat(shelf.foreignKeys())
                .extracting(ForeignKey::name)
                .containsExactly("beside_it", "shelf_above_to_shelf_id");
        assertThat(shelf.uniqueKeys()).extracting(UniqueKey::name).containsExactly("my_key", "shelf_code_key");
        assertThat(shelf.checks()).extracting(Check::name).containsExactly("my_check", "one of/shelf/size_of");
        assertThat(shelf.indexes()).extracting(Index::name).containsExactly("my_index", "ix$above");
    }

    @Test
    void theNamesAreFoundInTheDatabase(Database db) {
        shelf();
        metadata.createAll(db.engine());
        TableDescription found = db.engine().inspect().table("shelf").orElseThrow();

        if (db.has(Capability.CONSTRAINT_NAMES)) {
            assertThat(found.foreignKeys())
                    .extracting(TableDescription.ForeignKeyDescription::name)
                    .containsExactlyInAnyOrder("beside_it", "shelf_above_to_shelf_id");
            assertThat(found.uniqueKeys())
                    .extracting(TableDescription.Key::name)
                    .containsExactlyInAnyOrder("my_key", "shelf_code_key");
            assertThat(found.checks())
                    .extracting(TableDescription.CheckDescription::name)
                    .containsExactlyInAnyOrder("my_check", "one of/shelf/size_of");
            if (!db.name().matches("mysql|mariadb")) {
                assertThat(found.primaryKey().orElseThrow().name()).isEqualTo("pk_shelf");
            }
        }
        assertThat(found.indexes())
                .extracting(TableDescription.IndexDescription::name)
                .contains("my_index", "ix$above");
        assertThat(Table.reflect(db.engine(), "shelf").indexes())
                .extracting(Index::name)
                .contains("my_index", "ix$above");
    }

    @Test
    void aNameThatIsTooLongIsCutInTheSameWayEverywhere(Database db) {
        String table = "t".repeat(50);
        Column<Long> id = Column.of("id", BIGINT).primaryKey();
        Column<String> a = Column.of("a".repeat(20) + 1, VARCHAR(9)).unique();
        Column<String> b = Column.of("a".repeat(20) + 2, VARCHAR(9)).unique();
        Table made = Table.of(metadata, table, id, a, b);
        metadata.createAll(db.engine());

        List<String> names = made.uniqueKeys().stream().map(UniqueKey::name).toList();
        assertThat(names)
                .allSatisfy(name -> assertThat(name).hasSize(60).startsWith(table))
                .doesNotHaveDuplicates();
        if (db.has(Capability.CONSTRAINT_NAMES)) {
            assertThat(db.engine().inspect().table(table).orElseThrow().uniqueKeys())
                    .extracting(TableDescription.Key::name)
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    /** A convention that leaves the columns out calls several keys by one name. */
    @Test
    void namesThatWouldBeTheSameAreMadeDifferent(Database db) {
        MetaData alike = new MetaData(CONVENTION
                .with(UNIQUE, key -> "uq_" + key.table())
                .with(CHECK, check -> "ck_" + check.table())
                .with(FOREIGN_KEY, key -> "key")
                .with(INDEX, index -> "key"));
        Column<Long> id = Column.of("id", BIGINT).primaryKey();
        Table.of(
                alike,
                "alike",
                id,
                Column.of("a", VARCHAR(9)).unique(),
                Column.of("b", VARCHAR(9)).unique(),
                Column.of("c", Types.enumeration(Size.class)),
                Column.of("d", Types.enumeration(Size.class)),
                Column.of("e", BIGINT).references(() -> id).indexed(),
                Column.of("f", BIGINT).references(() -> id));
        alike.createAll(db.engine());
        TableDescription found = db.engine().inspect().table("alike").orElseThrow();
        alike.dropAll(db.engine());

        assertThat(found.uniqueKeys()).hasSize(2);
        if (db.has(Capability.CONSTRAINT_NAMES)) {
            assertThat(found.uniqueKeys())
                    .extracting(TableDescription.Key::name)
                    .allMatch(name -> name.matches("uq_alike_[0-9a-f]+"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void thePrimaryKeyIsNamedInTheStatement() {
        MetaData said = new MetaData(CONVENTION);
        Table.of(said, "numbered", Column.of("id", BIGINT).primaryKey().identity());
        Table.of(
                said,
                "pair",
                Column.of("a", BIGINT).primaryKey(),
                Column.of("b", BIGINT).primaryKey());

        assertThat(Dialects.createAll(said, "sqlite"))
                .containsExactly(
                        "CREATE TABLE numbered (\n  id INTEGER CONSTRAINT pk_numbered PRIMARY KEY NOT NULL\n)",
                        "CREATE TABLE pair (\n  a BIGINT NOT NULL,\n  b BIGINT NOT NULL,\n"
                                + "  CONSTRAINT pk_pair PRIMARY KEY (a, b)\n)");
        assertThat(Dialects.createAll(said, "postgresql").get(0))
                .isEqualTo("CREATE TABLE numbered (\n  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,\n"
                        + "  CONSTRAINT pk_numbered PRIMARY KEY (id)\n)");
    }

    @Test
    void aConventionThatGivesNoNameIsRefused() {
        Column<Long> id = Column.of("id", BIGINT).primaryKey();
        MetaData nameless = new MetaData(NamingConvention.STANDARD.with(UNIQUE, key -> ""));
        Table table = Table.of(nameless, "nameless", id);

        assertThatThrownBy(() -> table.unique(id))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the naming convention calls the UNIQUE of [id] of the table nameless \"\":"
                        + " a name is neither empty nor has it a NUL");
    }
}
