package dev.azoth.orm;

import static dev.azoth.orm.Loading.raiseload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Comparison;
import dev.azoth.sql.Exists;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Select;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityPathTest {
    @Entity
    static class Author {
        @Id
        long id;

        String name;
        Lazy<String> biography;

        @OneToMany(mappedBy = "author")
        List<Book> books;

        @ManyToMany
        List<Author> friends;
    }

    @Entity
    static class Book {
        @Id
        long id;

        @ManyToOne
        Author author;
    }

    private final EntityPath<Author> author = Entities.path(Author.class);
    private final EntityPath<Book> book = Entities.path(Book.class);
    private final ToMany<Author, Book> books = author.toMany("books", Book.class);
    private final ToOne<Book, Author> writer = book.toOne("author", Author.class);

    @Test
    void pathIsSelectedAsItsColumnsWithoutDeferredOnes() {
        Select<Author> statement = select(author);

        assertThat(author.expressions())
                .isEqualTo(List.of(author.table().column("id"), author.table().column("name")));
        assertThat(statement.from()).containsExactly(author.table());
    }

    @Test
    void columnsAreAskedForByAttribute() {
        assertThat(author.column("name", String.class)).isSameAs(author.table().column("name"));
        assertThat(author.column("biography", String.class))
                .isSameAs(author.table().column("biography"));
        assertThatThrownBy(() -> author.column("name", Integer.class))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Author.name is of java.lang.String, not java.lang.Integer");
        assertThatThrownBy(() -> author.column("books", Book.class))
                .hasMessage("Author.books is a relationship, not a column");
        assertThatThrownBy(() -> author.toOne("books", Book.class))
                .hasMessage("Author.books leads to many objects, not one");
        assertThatThrownBy(() -> author.toMany("books", Author.class))
                .hasMessage("Author.books leads to " + Book.class.getName() + ", not " + Author.class.getName());
    }

    @Test
    void aliasHasItsOwnColumns() {
        EntityPath<Author> alias = author.as("a");
        ColumnReference<String> name = alias.column("name", String.class);

        assertThat(name.table()).isEqualTo(author.table().as("a"));
        assertThat(alias).isEqualTo(author.as("a")).isNotEqualTo(author).hasToString("Author as a");
        assertThat(alias.as("b")).isEqualTo(author.as("b"));
        assertThat(select(alias).from()).containsExactly(author.table().as("a"));
    }

    @Test
    void entityIsReadFromAQuery() {
        var recent =
                select(author).where(author.column("id", Long.class).gt(5L)).subquery("recent");
        EntityPath<Author> path = author.from(recent);

        assertThat(path.column("name", String.class).table()).isSameAs(recent);
        assertThat(path.expressions()).hasSize(2);
    }

    @Test
    void relationshipsAreJoinedByTheirKeys() {
        assertThat(books.on(book))
                .isEqualTo(new Comparison(
                        author.table().column("id"), Operator.EQ, book.table().column("author_id")));
        assertThat(writer.on(author.as("w")))
                .isEqualTo(new Comparison(
                        book.table().column("author_id"),
                        Operator.EQ,
                        author.as("w").column("id", Long.class)));
        assertThat(writer.key(Long.class)).isSameAs(book.table().column("author_id"));
        assertThat(books.target()).isEqualTo(book);
        assertThat(select(author).join(book, books.on(book)).from()).hasSize(1);
    }

    @Test
    void tableOfPairsIsJoinedByExists() {
        ToMany<Author, Author> friends = author.toMany("friends", Author.class);
        assertThat(friends.on(author.as("friend"))).isInstanceOf(Exists.class);
    }

    @Test
    void relationshipsAreConditions() {
        assertThat(books.any(book, book.column("id", Long.class).gt(1L))).isInstanceOf(Exists.class);
        assertThat(writer.has(author, author.column("name", String.class).eq("x")))
                .isInstanceOf(Exists.class);
    }

    @Test
    void loaderOptionsAreValuesThatReadAsWritten() {
        LoaderOption<Author> option = selectinload(books).joinedload(writer);

        assertThat(option).hasToString("selectinload(Author.books).joinedload(Book.author)");
        assertThat(option).isEqualTo(selectinload(books).joinedload(writer)).isNotEqualTo(selectinload(books));
        assertThat(option.steps())
                .extracting(LoaderStep::strategy)
                .containsExactly(LoadStrategy.SELECTIN, LoadStrategy.JOINED);
        assertThat(option.steps()).extracting(LoaderStep::name).containsExactly("Author.books", "Book.author");
        assertThat(selectinload(books).where(book.column("id", Long.class).gt(1L)))
                .hasToString("selectinload(Author.books).where(…)");
        assertThat(Loading.containsEager(books)).hasToString("containsEager(Author.books)");
        assertThat(select(author).options(option, raiseload(author)).options()).hasSize(2);
        assertThat(raiseload(author)).hasToString("raiseload(Author.*)");
    }
}
