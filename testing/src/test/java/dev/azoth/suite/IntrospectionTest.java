package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.dialect.Declared;
import dev.azoth.dialect.Library;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.CheckDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found in a database is what was declared, and can be created elsewhere. */
@EveryDatabase
class IntrospectionTest {
    /** Where several of Azoth's types are the same one in the database. */
    private static final Map<String, Map<SqlType<?>, SqlType<?>>> FOUND = Map.of(
            "postgresql",
            Map.of(Types.VARBINARY(20), Types.BLOB),
            "mariadb",
            Map.of(Types.REAL, Types.DOUBLE, Types.TIMESTAMPTZ, Types.TIMESTAMP),
            "mysql",
            Map.of(Types.REAL, Types.DOUBLE, Types.TIMESTAMPTZ, Types.TIMESTAMP, Types.UUID, Types.CHAR(36)),
            "duckdb",
            Map.of(
                    Types.VARCHAR(10),
                    Types.TEXT,
                    Types.VARCHAR(5),
                    Types.TEXT,
                    Types.VARCHAR(20),
                    Types.TEXT,
                    Types.VARCHAR(200),
                    Types.TEXT,
                    Types.CHAR(4),
                    Types.TEXT,
                    Types.NUMERIC,
                    Types.NUMERIC(38, 12),
                    Types.VARBINARY(20),
                    Types.BLOB,
                    Types.array(Types.VARCHAR(20)),
                    Types.array(Types.TEXT)));

    /** What the database says of the check of a title, of its default, and of the default of a time. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "sqlite",
            List.of("title <> 'it''s \\ (not'", "'it''s: a \\title'", "strftime('%Y-%m-%d %H:%M:%f000Z', 'now')"),
            "duckdb",
            List.of("(title != 'it''s \\ (not')", "'it''s: a \\title'", "now()"),
            "h2",
            List.of("\"title\" <> 'it''s \\ (not'", "'it''s: a \\title'", "CURRENT_TIMESTAMP"),
            "postgresql",
            List.of("((title)::text <> 'it''s \\ (not'::text)", "'it''s: a \\title'::character varying", "now()"),
            "mariadb",
            List.of(
                    "`title` <> concat('it\\'s ',char(92 using utf8mb4),' (not')",
                    "concat('it\\'s: a ',char(92 using utf8mb4),'title')",
                    "utc_timestamp(6)"),
            "mysql",
            List.of(
                    "(`title` <> concat(_utf8mb4'',_utf8mb4'it\\'s \\\\ (not'))",
                    "concat(_utf8mb4'',_utf8mb4'it\\'s: a \\\\title')",
                    "utc_timestamp(6)"));

    private final Library library;
    private final Declared declared;

    IntrospectionTest(Database db) {
        boolean duckdb = db.name().equals("duckdb");
        library =
                duckdb ? Library.withPlainForeignKeys() : new Library(db.name().matches("postgresql|h2"));
        declared = new Declared(db.engine(), FOUND.getOrDefault(db.name(), Map.of()), !duckdb);
    }

    private static TableDescription book(Database db) {
        return db.engine().inspect().table("book").orElseThrow();
    }

    @BeforeEach
    void create(Database db) {
        library.metadata.createAll(db.engine());
    }

    @AfterEach
    void drop(Database db) {
        library.metadata.dropAll(db.engine());
        assertThat(db.engine().inspect().tables()).isEmpty();
    }

    @Test
    void whatWasDeclaredIsFound(Database db) {
        library.metadata.tables().forEach(declared::isThere);
        assertThat(db.engine().inspect().tables()).containsExactlyInAnyOrder("The `\"Reader\"`", "book", "shelf");
        List<String> texts = Objects.requireNonNull(TEXTS.get(db.name()));
        assertThat(book(db).checks()).extracting(CheckDescription::condition).contains(texts.get(0));
        assertThat(book(db).columns())
                .extracting(ColumnDescription::defaultValue)
                .contains(texts.get(1), texts.get(2));
    }

    @Test
    void whatWasFoundCanBeCreatedElsewhere(Database db) {
        MetaData reflected = new MetaData();
        db.engine().reflect(reflected, "book");
        TableDescription before = book(db);
        library.metadata.dropAll(db.engine());

        reflected.createAll(db.engine());

        declared.isThere(library.shelf);
        declared.isThere(library.reader);
        assertThat(book(db).columns())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("defaultValue") // the next test has those
                .isEqualTo(before.columns());
        assertThat(book(db).foreignKeys()).hasSize(2).isEqualTo(before.foreignKeys());
    }

    @Test
    void whatWasFoundHasTheSameDefaults(Database db) {
        MetaData reflected = new MetaData();
        db.engine().reflect(reflected, "book");
        library.metadata.dropAll(db.engine());
        reflected.createAll(db.engine());
        Table reader = library.reader;
        Column<Long> readerId = reader.column("Id `\"of\"` it", Long.class);

        db.engine().begin(c -> {
            c.execute(insert(reader).values(reader.column("select", String.class), "r"));
            long owner = c.execute(select(readerId)).one();
            c.execute(insert(library.book).values(library.book.column("owner", Long.class), owner));
            var row = c.execute(select(library.book)).one();
            assertThat(row.get("title")).isEqualTo("it's: a \\title");
            assertThat(row.get("story")).isEqualTo("once");
            assertThat(row.get("cover")).isEqualTo(Library.Cover.PAPER);
        });
    }
}
