package dev.azoth.orm.criteria;

import static dev.azoth.orm.Loading.criteria;
import static dev.azoth.orm.Loading.immediateload;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.orm.Loading.withoutCriteria;
import static dev.azoth.orm.criteria.Library.author;
import static dev.azoth.orm.criteria.Library.authorId;
import static dev.azoth.orm.criteria.Library.authorName;
import static dev.azoth.orm.criteria.Library.book;
import static dev.azoth.orm.criteria.Library.bookId;
import static dev.azoth.orm.criteria.Library.books;
import static dev.azoth.orm.criteria.Library.tag;
import static dev.azoth.orm.criteria.Library.tags;
import static dev.azoth.orm.criteria.Library.title;
import static dev.azoth.orm.criteria.Library.writer;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.NoResultException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.criteria.Library.Archivable;
import dev.azoth.orm.criteria.Library.Author;
import dev.azoth.orm.criteria.Library.Book;
import dev.azoth.orm.criteria.Library.Tag;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Criteria on entities. Answers three complaints: that policies on rows are sold separately or written anew in each project, and that filters do not reach what is
 * loaded by its key.
 */
@EveryDatabase
class CriteriaTest {
    private final Database database;
    private final SessionFactory sessions;
    private final SessionFactory all;

    CriteriaTest(Database database) {
        this.database = database;
        this.all = SessionFactory.create(database.engine());
        this.sessions = SessionFactory.create(
                database.engine(),
                options -> options.criteria(
                        Archivable.class,
                        entity -> entity.column("archived", Boolean.class).eq(false)));
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Library.TABLES);
    }

    @BeforeEach
    void fill() {
        all.begin(session -> {
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

    @AfterEach
    void empty() {
        all.begin(session -> {
            for (Book each :
                    session.execute(select(book).options(selectinload(tags))).all()) {
                each.tags.clear();
            }
            session.flush();
            session.execute(delete(book));
            session.execute(delete(author));
            session.execute(delete(tag));
        });
    }

    private List<String> sent(Runnable work) {
        return database.statements().during(work).stream()
                .map(each -> each.replaceAll("[`\"]", ""))
                .toList();
    }

    @Test
    void queriesLeaveRowsOut() {
        try (Session session = sessions.open()) {
            assertThat(sent(() -> assertThat(session.execute(select(author)).all())
                            .extracting(each -> each.name)
                            .containsExactly("Ann")))
                    .containsExactly(
                            "SELECT author.id, author.name, author.archived FROM author WHERE author.archived = ?");
            EntityPath<Book> other = book.as("other");
            assertThat(session.execute(select(other).orderBy(other.column("id", Integer.class)))
                            .all())
                    .extracting(each -> each.id)
                    .containsExactly(1, 3, 4);
            assertThat(session.execute(select(count()).from(book)).one()).isEqualTo(3);
            assertThat(session.execute(select(bookId).from(book.table()).orderBy(bookId))
                            .all())
                    .containsExactly(1, 3, 4);
        }
    }

    @Test
    void joinsLeaveThemOutOfEitherSide() {
        try (Session session = sessions.open()) {
            Select<Row> inner = select(title, authorName)
                    .from(book)
                    .join(author, writer.on(author))
                    .orderBy(bookId);
            assertThat(session.execute(inner).all())
                    .extracting(row -> row.get(title))
                    .containsExactly("one", "four");
            Select<Row> left = select(title, authorName)
                    .from(book)
                    .leftJoin(author, writer.on(author))
                    .orderBy(bookId);
            assertThat(session.execute(left).all())
                    .extracting(row -> row.get(title) + " " + row.get(authorName))
                    .containsExactly("one Ann", "three null", "four Ann");
            Select<Row> right = select(title, authorName)
                    .from(author)
                    .rightJoin(book, writer.on(author))
                    .orderBy(bookId);
            assertThat(session.execute(right).all())
                    .extracting(row -> row.get(title) + " " + row.get(authorName))
                    .containsExactly("one Ann", "three null", "four Ann");
            Select<Row> crossed = select(title, authorName).from(author).crossJoin(book);
            assertThat(session.execute(crossed).all()).hasSize(3);
            assertThatThrownBy(() -> session.execute(
                            select(title, authorName).from(author).fullJoin(book, writer.on(author))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "a FULL JOIN keeps rows that meet no criterion: author or book has one, so join a subquery of it, or"
                                    + " leave the criterion out for this query");
        }
    }

    @Test
    void subqueriesLeaveThemOut() {
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(authorName).where(books.any(book, title.eq("two"))))
                            .all())
                    .isEmpty();
            assertThat(session.execute(select(authorName)
                                    .where(authorId.in(
                                            select(writer.key(Integer.class)).from(book))))
                            .all())
                    .containsExactly("Ann");
            CommonTableExpression shelf = select(bookId, title).from(book).cte("shelf");
            assertThat(session.execute(select(count()).from(shelf)).one()).isEqualTo(3);
            assertThat(session.execute(select(bookId)
                                    .from(book)
                                    .unionAll(select(authorId).from(author)))
                            .all())
                    .containsExactlyInAnyOrder(1, 3, 4, 1);
        }
    }

    @Test
    void keysFindWhatQueriesWould() {
        try (Session session = sessions.open()) {
            assertThat(session.get(Book.class, 2)).isEmpty();
            Book one = session.get(Book.class, 1).orElseThrow();
            one.archived = true;
            assertThat(session.get(Book.class, 1)).isEmpty();
            one.archived = false;
            assertThat(session.get(Book.class, 1)).isPresent();
            session.execute(update(book).set(title, "renamed").where(bookId.eq(1)));
            assertThat(one.title).isEqualTo("renamed");
        }
    }

    @Test
    void lookupsAndStreamsLeaveThemOut() {
        try (Session session = sessions.open()) {
            assertThat(session.getMultiple(Book.class, List.of(1, 2, 4)))
                    .extracting(each -> each.id)
                    .containsExactly(1, 4);
            session.get(Book.class, 1).orElseThrow().archived = true;
            assertThat(session.getMultiple(Book.class, List.of(1, 4)))
                    .extracting(each -> each.id)
                    .containsExactly(4);
            assertThatThrownBy(() -> session.getOne(Book.class, 2)).isInstanceOf(NoResultException.class);
            assertThat(session.lookup(book, o -> o.options(withoutCriteria())).get(2))
                    .isPresent();
            session.rollback();
            List<Integer> seen = new ArrayList<>();
            session.partitions(select(book), 2).forEach(some -> some.forEach(each -> seen.add(each.id)));
            assertThat(seen).doesNotContain(2).contains(1, 4);
            List<Integer> streamed = session.stream(select(bookId), 2).all();
            assertThat(streamed).containsExactlyInAnyOrderElementsOf(seen);
        }
    }

    @Test
    void everyStrategyLeavesThemOut() {
        for (LoaderOption<Book> option :
                List.of(selectinload(books), joinedload(books), subqueryload(books), immediateload(books))) {
            try (Session session = sessions.open()) {
                Author ann = session.execute(
                                select(author).where(authorId.eq(1)).options(option))
                        .one();
                assertThat(ann.books)
                        .extracting(each -> each.id)
                        .as("%s", option)
                        .containsExactly(1, 4);
            }
        }
        try (Session session = sessions.open()) {
            Author ann = session.get(Author.class, 1).orElseThrow();
            assertThat(ann.books).extracting(each -> each.id).containsExactly(1, 4);
            assertThat(ann.books.get(0).tags).hasSize(1);
            Book three = session.get(Book.class, 3).orElseThrow();
            assertThat(three.author.get()).isNull();
            three.title = "three, of nobody to be seen";
            session.commit();
        }
        all.begin(session -> assertThat(
                        session.get(Book.class, 3).orElseThrow().author.get().name)
                .isEqualTo("Bob"));
    }

    @Test
    void limitCountsWhatIsLeft() {
        try (Session session = sessions.open()) {
            List<Author> page = session.execute(select(author)
                            .options(joinedload(books))
                            .orderBy(authorId)
                            .limit(1))
                    .all();
            assertThat(page).hasSize(1);
            assertThat(page.get(0).books).extracting(each -> each.id).containsExactly(1, 4);
        }
    }

    @Test
    void changesLeaveThemAlone() {
        try (Session session = sessions.open()) {
            assertThat(sent(() -> assertThat(
                                    session.execute(update(book).set(title, "x").where(bookId.in(1, 2)))
                                            .rowCount())
                            .isEqualTo(1)))
                    .allSatisfy(sql -> assertThat(sql).contains("book.archived = ?"));
            assertThat(session.execute(delete(book).where(bookId.in(2, 4))).rowCount())
                    .isEqualTo(1);
            assertThatThrownBy(() -> session.execute(update(book), List.of(Map.of("id", 2, "title", "hidden"))))
                    .isInstanceOf(StaleDataException.class);
            assertThat(session.execute(update(book).set(title, "y").where(bookId.eq(2)), withoutCriteria())
                            .rowCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void refreshFindsWhatQueriesWould() {
        try (Session session = sessions.open()) {
            Book one = session.get(Book.class, 1).orElseThrow();
            session.connection()
                    .execute(update(book.table())
                            .set(book.column("archived", Boolean.class), true)
                            .where(bookId.eq(1)));
            assertThatThrownBy(() -> session.refresh(one))
                    .isInstanceOf(NoResultException.class)
                    .hasMessage("Book#1 cannot be refreshed: its row is gone");
        }
    }

    @Test
    void bypassIsExplicit() {
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(book).options(withoutCriteria())).all())
                    .hasSize(4);
            assertThat(session.execute(select(count()).from(book), withoutCriteria(Archivable.class))
                            .one())
                    .isEqualTo(4);
            assertThat(session.connection().execute(select(count()).from(book)).one())
                    .isEqualTo(4);
        }
        try (Session session = sessions.open(options -> options.withoutCriteria())) {
            assertThat(session.get(Book.class, 2)).isPresent();
            assertThat(session.get(Author.class, 1).orElseThrow().books).hasSize(3);
        }
        try (Session session = sessions.open(options -> options.criteria(book, title.ne("one")))) {
            assertThat(session.execute(select(bookId).from(book).orderBy(bookId))
                            .all())
                    .containsExactly(3, 4);
        }
    }

    @Test
    void criterionOfAQueryHoldsForWhatItsObjectsLoadLater() {
        try (Session session = all.open()) {
            Author ann = session.execute(select(author)
                            .where(authorId.eq(1))
                            .options(criteria(book, title.ne("one").and(bookId.lt(4)))))
                    .one();
            assertThat(ann.books).extracting(each -> each.id).containsExactly(2);
        }
        try (Session session = sessions.open()) {
            Author bob = session.execute(
                            select(author).where(authorName.eq("Bob")).options(withoutCriteria()))
                    .one();
            assertThat(bob.books).hasSize(1);
            Author ann = session.execute(select(author).where(authorId.eq(1)).options(withoutCriteria()))
                    .one();
            assertThat(ann.books).hasSize(3);
        }
    }

    @Test
    void criterionHasSubqueriesAndIsOfNoOtherName() {
        var busy = authorId.in(select(writer.key(Integer.class)).from(book).where(title.eq("three")));
        try (Session session = all.open()) {
            assertThat(session.execute(select(authorName).from(author), criteria(author, busy))
                            .all())
                    .containsExactly("Bob");
            EntityPath<Author> other = author.as("o");
            assertThat(session.execute(select(other), criteria(author, busy)).all())
                    .extracting(each -> each.name)
                    .containsExactly("Bob");
            assertThatThrownBy(() -> criteria(other, busy))
                    .hasMessage(
                            "rows of Author as o cannot be changed, which is another name or a query: name the entity itself");
        }
    }
}
