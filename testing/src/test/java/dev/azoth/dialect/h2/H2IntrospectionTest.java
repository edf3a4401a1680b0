package dev.azoth.dialect.h2;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.azoth.DatabaseException;
import dev.azoth.engine.Engine;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.inspect.TableDescription.ForeignKeyDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.compliance.Declared;
import dev.azoth.testing.compliance.Library;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnDatabase("h2")
class H2IntrospectionTest {
    /** In H2's own upper case as well as in Azoth's lower case, names are what the program says. */
    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_TO_LOWER=TRUE", "DATABASE_TO_UPPER=TRUE", "DATABASE_TO_UPPER=FALSE"})
    void whatWasDeclaredIsFound(String setting, Database db) {
        try (Engine engine = Engine.create("h2:mem:" + UUID.randomUUID() + ";" + setting)) {
            Library library = new Library(db::has);
            library.metadata.createAll(engine);
            Declared declared = new Declared(engine, true);

            library.metadata.tables().forEach(declared::isThere);
            assertThat(engine.inspect().tables()).containsExactly("The `\"Reader\"`", "book", "shelf");
            String home = setting.equals("DATABASE_TO_UPPER=FALSE") ? "PUBLIC" : "public";
            assertThat(engine.inspect().schemas()).containsExactly(home);
            assertThat(engine.inspect().defaultSchema()).isEqualTo(home);
            library.metadata.createAll(engine);
            MetaData reflected = new MetaData();
            engine.reflect(reflected, "book");
            library.metadata.dropAll(engine);
            assertThat(engine.inspect().tables()).isEmpty();
            reflected.createAll(engine);
            declared.isThere(library.reader);
            assertThat(engine.inspect().table("book").orElseThrow().foreignKeys())
                    .hasSize(2);
        }
    }

    /** Who opened the database first decides; here H2's default does. */
    @Test
    void aDatabaseThatAnotherOpenedIsTheSame(Database db) {
        try (java.sql.Connection first = db.jdbc();
                java.sql.Statement statement = first.createStatement()) {
            statement.execute("CREATE SCHEMA s");
            statement.execute(
                    "CREATE TABLE s.user_account (id INTEGER PRIMARY KEY, \"user\" VARCHAR(9), CONSTRAINT uq UNIQUE (\"user\"))");
            statement.execute("CREATE TABLE pet (owner_id INTEGER REFERENCES s.user_account ON DELETE SET NULL)");
            statement.execute("CREATE VIEW pets AS SELECT * FROM pet");
            Column<Integer> id = Column.of("id", Types.INTEGER).primaryKey();
            Column<String> user = Column.of("user", Types.VARCHAR(9)).unique();
            Table account = Table.of(new MetaData(), "s.user_account", id, user);

            db.engine().begin(c -> {
                c.execute(insert(account).values(id, 1).values(user, "ann"));
                assertThat(c.execute(select(user)).one()).isEqualTo("ann");
            });
            assertThat(db.engine().inspect().tables("s")).containsExactly("user_account");
            assertThat(db.engine().inspect().views(null)).containsExactly("pets");
            TableDescription pet = db.engine().inspect().table("pet").orElseThrow();
            assertThat(pet.foreignKeys())
                    .extracting(
                            ForeignKeyDescription::schema,
                            ForeignKeyDescription::table,
                            ForeignKeyDescription::targets,
                            ForeignKeyDescription::onDelete)
                    .containsExactly(tuple("s", "user_account", List.of("id"), "SET NULL"));
            assertThat(catchThrowableOfType(
                                    DatabaseException.class,
                                    () -> db.engine()
                                            .begin(c -> c.execute(insert(account)
                                                    .values(id, 2)
                                                    .values(user, "ann"))))
                            .error()
                            .constraint())
                    .isEqualTo("uq");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void typesThatAzothHasNoneForAreFoundByName(Database db) {
        db.engine().begin(c -> {
            c.execute(text("CREATE DOMAIN positive AS INTEGER CHECK (VALUE > 0)"));
            c.execute(text(
                    "CREATE TABLE odd (a GEOMETRY, b ENUM('sad', 'ok'), c positive, d TINYINT, e TIMESTAMP(3), f CLOB,"
                            + " g TIME(0) WITH TIME ZONE, h INTERVAL DAY TO SECOND, i INTEGER ARRAY[5], j VARCHAR_IGNORECASE(4), k NUMERIC,"
                            + " l BLOB, m DECFLOAT(5), n BINARY(4), o INTEGER GENERATED ALWAYS AS (d + 1))"));
        });
        List<ColumnDescription> columns =
                db.engine().inspect().table("odd").orElseThrow().columns();
        assertThat(columns)
                .extracting(ColumnDescription::declaration)
                .containsExactly(
                        "GEOMETRY",
                        "ENUM('sad', 'ok')",
                        "INTEGER",
                        "TINYINT",
                        "TIMESTAMP(3)",
                        "CHARACTER LARGE OBJECT",
                        "TIME(0) WITH TIME ZONE",
                        "INTERVAL DAY TO SECOND",
                        "INTEGER ARRAY[5]",
                        "VARCHAR_IGNORECASE(4)",
                        "NUMERIC",
                        "BINARY LARGE OBJECT",
                        "DECFLOAT(5)",
                        "BINARY(4)",
                        "INTEGER");
        assertThat(columns)
                .<SqlType<?>>extracting(ColumnDescription::type)
                .containsExactly(
                        Types.NULL,
                        Types.TEXT,
                        Types.INTEGER,
                        Types.SMALLINT,
                        Types.TIMESTAMP,
                        Types.TEXT,
                        Types.TIMETZ,
                        Types.NULL,
                        Types.array(Types.INTEGER),
                        Types.VARCHAR(4),
                        Types.NUMERIC,
                        Types.BLOB,
                        Types.NUMERIC,
                        Types.VARBINARY(4),
                        Types.INTEGER);
    }
}
