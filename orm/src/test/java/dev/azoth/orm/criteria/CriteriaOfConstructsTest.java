package dev.azoth.orm.criteria;

import static dev.azoth.orm.Loading.containsEager;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.criteria.Library.author;
import static dev.azoth.orm.criteria.Library.authorId;
import static dev.azoth.orm.criteria.Library.authorName;
import static dev.azoth.orm.criteria.Library.book;
import static dev.azoth.orm.criteria.Library.bookId;
import static dev.azoth.orm.criteria.Library.books;
import static dev.azoth.orm.criteria.Library.tags;
import static dev.azoth.orm.criteria.Library.title;
import static dev.azoth.orm.criteria.Library.writer;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.nested;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.criteria.Library.Archivable;
import dev.azoth.orm.criteria.Library.Author;
import dev.azoth.orm.criteria.Library.Book;
import dev.azoth.orm.criteria.Library.Tag;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Criteria reach the constructs that read entities in other ways than a plain query does. */
@EveryDatabase
class CriteriaOfConstructsTest {
    private final SessionFactory sessions;

    CriteriaOfConstructsTest(Database database) {
        this.sessions = SessionFactory.create(
                database.engine(),
                options -> options.criteria(
                        Archivable.class,
                        entity -> entity.column("archived", Boolean.class).eq(false)));
    }

    @PrepareDatabase
    static void fill(Database database) {
        database.engine().createAll(Library.TABLES);
        SessionFactory.create(database.engine()).begin(session -> {
            Tag sea = new Tag("sea");
            Author ann = new Author(1, "Ann", false);
            Author bob = new Author(2, "Bob", true);
            session.addAll(ann, bob, sea);
            session.addAll(
                    new Book(1, "one", false, ann, sea),
                    new Book(2, "two", true, ann, sea),
                    new Book(3, "three", false, bob),
                    new Book(4, "four", false, ann));
        });
    }

    @Test
    void aJoinThatFillsARelationship() {
        try (Session session = sessions.open()) {
            Select<Author> joined = select(author)
                    .join(book, writer.on(author))
                    .where(title.ne("four"))
                    .options(containsEager(books));

            Author ann = session.execute(joined).one();

            assertThat(ann.books).extracting(each -> each.id).containsExactly(1);
        }
        try (Session session = sessions.open()) {
            List<Book> all = session.execute(select(book)
                            .leftJoin(author, writer.on(author))
                            .orderBy(bookId)
                            .options(containsEager(book.toOne("author", Author.class))))
                    .all();

            assertThat(all).extracting(each -> each.author.get() == null).containsExactly(false, true, false);
        }
    }

    @Test
    void nestedRows() {
        try (Session session = sessions.open()) {
            var written = nested(select(book).orderBy(bookId).options(selectinload(tags)))
                    .on(writer.key(Integer.class).eq(authorId));
            for (var each : List.of(written, written.select())) {
                Select<Row> query = select(authorName, each).from(author);

                Row ann = session.execute(query).one();

                assertThat(ann.get(each)).extracting(found -> found.id).containsExactly(1, 4);
            }
            var titles = nested(select(title).from(book).orderBy(bookId))
                    .on(writer.key(Integer.class).eq(authorId));
            assertThat(session.execute(select(authorName, titles).from(author))
                            .one()
                            .get(titles))
                    .containsExactly("one", "four");
        }
    }

    /** A bug: the row knew the subquery only as it was sent, with the criterion in it. */
    @Test
    void subqueriesThatAreSelected() {
        try (Session session = sessions.open()) {
            Expression<Long> written = select(count())
                    .from(book)
                    .where(writer.key(Integer.class).eq(authorId))
                    .scalar();

            Row ann = session.execute(select(authorName, written).from(author)).one();

            assertThat(ann.get(written)).isEqualTo(2);
            assertThat(ann.get(authorName)).isEqualTo("Ann");
        }
    }

    @Test
    @Requires(Capability.LOCKS)
    void lockedRows() {
        try (Session session = sessions.open()) {
            List<Book> locked =
                    session.execute(select(book).orderBy(bookId).forUpdate()).all();

            assertThat(locked).extracting(each -> each.id).containsExactly(1, 3, 4);
            session.refresh(locked.get(0));
            session.rollback();
        }
    }

    @Test
    void entitiesOfSetOperationsAndSubqueries() {
        try (Session session = sessions.open()) {
            Select<Book> low = select(book).where(bookId.le(2));
            Select<Book> high = select(book).where(bookId.ge(3));
            assertThat(session.execute(low.unionAll(high)).all())
                    .extracting(each -> each.id)
                    .containsExactlyInAnyOrder(1, 3, 4);
            EntityPath<Book> some = book.from(low.subquery("s"));
            assertThat(session.execute(select(some)).all())
                    .extracting(each -> each.id)
                    .containsExactly(1);
            EntityPath<Book> common = book.from(high.cte("c"));
            assertThat(session.execute(select(common).orderBy(common.column("id", Integer.class)))
                            .all())
                    .extracting(each -> each.id)
                    .containsExactly(3, 4);
        }
    }

    /** What a program writes as text is not looked into: it has the rows that it says. */
    @Test
    void textIsWhatItSays() {
        try (Session session = sessions.open()) {
            EntityPath<Book> written = book.from(book.rows(text("SELECT * FROM book"), "t"));

            assertThat(session.execute(select(written)).all()).hasSize(4);
        }
    }

    @Test
    @Requires(Capability.LATERAL)
    void lateralSubqueries() {
        try (Session session = sessions.open()) {
            EntityPath<Book> newest = book.from(select(book)
                    .where(writer.key(Integer.class).eq(authorId))
                    .orderBy(bookId.desc())
                    .limit(2)
                    .lateral("newest"));

            List<Book> found = session.execute(
                            select(newest).from(author).crossJoin(newest).orderBy(newest.column("id", Integer.class)))
                    .all();

            assertThat(found).extracting(each -> each.id).containsExactly(1, 4);
        }
    }
}
