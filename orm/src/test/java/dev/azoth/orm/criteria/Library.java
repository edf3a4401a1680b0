package dev.azoth.orm.criteria;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.ToOne;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.ColumnReference;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities of which some are archived, and tags that are not. */
final class Library {
    static final MetaData TABLES = Entities.metadata(Author.class, Book.class, Tag.class);

    static final EntityPath<Author> author = Entities.path(Author.class);
    static final EntityPath<Book> book = Entities.path(Book.class);
    static final EntityPath<Tag> tag = Entities.path(Tag.class);
    static final ColumnReference<Integer> authorId = author.column("id", Integer.class);
    static final ColumnReference<String> authorName = author.column("name", String.class);
    static final ColumnReference<Integer> bookId = book.column("id", Integer.class);
    static final ColumnReference<String> title = book.column("title", String.class);
    static final ToMany<Author, Book> books = author.toMany("books", Book.class);
    static final ToOne<Book, Author> writer = book.toOne("author", Author.class);
    static final ToMany<Book, Tag> tags = book.toMany("tags", Tag.class);

    private Library() {}

    /** What can be archived. */
    interface Archivable {
        boolean isArchived();
    }

    @Entity
    @Table(name = "author")
    static class Author implements Archivable {
        @Id
        int id;

        String name = "";

        boolean archived;

        @OneToMany(mappedBy = "author", cascade = CascadeType.ALL)
        @OrderBy("id")
        List<Book> books = new ArrayList<>();

        Author() {}

        Author(int id, String name, boolean archived) {
            this.id = id;
            this.name = name;
            this.archived = archived;
        }

        @Override
        public boolean isArchived() {
            return archived;
        }
    }

    @Entity
    @Table(name = "book")
    static class Book implements Archivable {
        @Id
        int id;

        @Version
        int version;

        String title = "";

        boolean archived;

        @ManyToOne
        Lazy<Author> author = Lazy.empty();

        @ManyToMany(cascade = CascadeType.PERSIST)
        @OrderBy("name")
        List<Tag> tags = new ArrayList<>();

        Book() {}

        Book(int id, String title, boolean archived, @Nullable Author author, Tag... tags) {
            this.id = id;
            this.title = title;
            this.archived = archived;
            this.author = Lazy.ofNullable(author);
            this.tags.addAll(List.of(tags));
        }

        @Override
        public boolean isArchived() {
            return archived;
        }
    }

    @Entity
    @Table(name = "tag")
    static class Tag {
        @Id
        String name = "";

        Tag() {}

        Tag(String name) {
            this.name = name;
        }
    }
}
