package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.CheckDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found in a database is what was declared, and can be created elsewhere. */
@EveryDatabase
class IntrospectionTest {
    private final Library library;
    private final Declared declared;

    IntrospectionTest(Database db) {
        library = new Library(db::has);
        declared = new Declared(db.engine(), db.has(Capability.CONSTRAINT_NAMES));
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
        assertThat(book(db).checks())
                .extracting(CheckDescription::condition)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("title"));
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
