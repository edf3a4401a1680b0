package dev.azoth.orm.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.Indexed;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToOne;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Indexes that members and classes ask for in a word. */
@EveryDatabase
class IndexedTest {
    /** All that extend it have their foreign keys indexed. */
    @Indexed
    @MappedSuperclass
    abstract static class Numbered {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity
    static class Author extends Numbered {
        @Indexed
        String name = "";
    }

    @Entity
    @jakarta.persistence.Table(indexes = @Index(name = "by_editor", columnList = "editor_id, title"))
    static class Book extends Numbered {
        String title = "";

        @ManyToOne
        Lazy<Author> author = Lazy.empty();

        @ManyToOne
        Lazy<Author> editor = Lazy.empty();

        @OneToOne
        Lazy<Author> cover = Lazy.empty();
    }

    /** The first column of its key is a foreign key, and needs no other index; the second does. */
    @Entity
    @Indexed
    static class Reading {
        @Id
        @ManyToOne
        Book book;

        @Id
        @ManyToOne
        Author reader;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static sealed class Medium extends Numbered permits Film {
        @ManyToOne
        Lazy<Author> maker = Lazy.empty();
    }

    @Entity
    static final class Film extends Medium {
        @ManyToOne
        Lazy<Author> actor = Lazy.empty();
    }

    private static List<String> indexes(Class<?> entity) {
        Table table = EntityMapping.of(entity).table();
        return table.indexes().stream().map(each -> each.columns().toString()).toList();
    }

    /** Complaint: foreign keys have no index unless one thinks of it, and deletions become slow much later. */
    @Test
    void foreignKeysAreIndexedUnlessSomethingBeginsWithThem() {
        assertThat(indexes(Book.class)).containsExactlyInAnyOrder("[book.editor_id, book.title]", "[book.author_id]");
        assertThat(indexes(Reading.class)).containsExactly("[reading.reader_id]");
        assertThat(indexes(Author.class)).containsExactly("[author.name]");
        assertThat(indexes(Medium.class)).containsExactly("[medium.maker_id]");
        assertThat(indexes(Film.class)).containsExactly("[film.actor_id]");
    }

    @Test
    void theyAreMadeWithTheTables(Database database) {
        MetaData metadata = Entities.metadata(Book.class, Reading.class, Film.class);
        metadata.createAll(database.engine());
        try (var connection = database.engine().connect()) {
            assertThat(connection.inspect().table(null, "reading").orElseThrow().indexes().stream()
                            .map(each -> each.columns()))
                    .contains(List.of("reader_id"));
        }
        metadata.dropAll(database.engine());
    }
}
