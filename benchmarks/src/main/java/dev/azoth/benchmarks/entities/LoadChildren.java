package dev.azoth.benchmarks.entities;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;

import dev.azoth.benchmarks.ebean.EbeanAuthor;
import dev.azoth.benchmarks.hibernate.HibernateAuthor;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Session;
import dev.azoth.orm.ToMany;
import io.ebean.FetchConfig;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A hundred authors with ten books each. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LoadChildren {
    private static final EntityPath<Author> AUTHOR = Entities.path(Author.class);
    private static final ToMany<Author, Book> BOOKS = AUTHOR.toMany("books", Book.class);

    /** Azoth, in two statements. */
    @Benchmark
    public int azothSelectin(Mappers mappers) {
        return azoth(mappers, selectinload(BOOKS));
    }

    /** Azoth, in one statement. */
    @Benchmark
    public int azothJoined(Mappers mappers) {
        return azoth(mappers, joinedload(BOOKS));
    }

    private static int azoth(Mappers mappers, LoaderOption<?> option) {
        try (Session session = mappers.azoth.open()) {
            return session.execute(select(AUTHOR).options(option)).all().stream()
                    .mapToInt(Author::books)
                    .sum();
        }
    }

    /** Hibernate, in one statement. */
    @Benchmark
    public int hibernateJoinFetch(Mappers mappers) {
        try (org.hibernate.Session session = mappers.hibernate.openSession()) {
            session.beginTransaction();
            int books = count(session.createSelectionQuery(
                            "from HibernateAuthor a left join fetch a.books", HibernateAuthor.class)
                    .getResultList());
            session.getTransaction().rollback();
            return books;
        }
    }

    /** Hibernate, in two statements: the second with the first as its subquery. */
    @Benchmark
    public int hibernateSubselect(Mappers mappers) {
        try (org.hibernate.Session session = mappers.hibernate.openSession()) {
            session.beginTransaction();
            session.setSubselectFetchingEnabled(true);
            int books = count(session.createSelectionQuery("from HibernateAuthor", HibernateAuthor.class)
                    .getResultList());
            session.getTransaction().rollback();
            return books;
        }
    }

    /** Hibernate, in two statements: the second with the keys of the first. */
    @Benchmark
    public int hibernateBatch(Mappers mappers) {
        try (org.hibernate.Session session = mappers.hibernate.openSession()) {
            session.beginTransaction();
            session.setFetchBatchSize(Peers.AUTHORS);
            int books = count(session.createSelectionQuery("from HibernateAuthor", HibernateAuthor.class)
                    .getResultList());
            session.getTransaction().rollback();
            return books;
        }
    }

    private static int count(List<HibernateAuthor> authors) {
        return authors.stream().mapToInt(HibernateAuthor::books).sum();
    }

    /** Ebean, in two statements. */
    @Benchmark
    public int ebeanFetchQuery(Mappers mappers) {
        return count(mappers.ebean.find(EbeanAuthor.class).fetch("books", FetchConfig.ofQuery()));
    }

    /** Ebean, in one statement. */
    @Benchmark
    public int ebeanFetch(Mappers mappers) {
        return count(mappers.ebean.find(EbeanAuthor.class).fetch("books"));
    }

    private static int count(io.ebean.Query<EbeanAuthor> query) {
        return query.findList().stream().mapToInt(EbeanAuthor::books).sum();
    }
}
