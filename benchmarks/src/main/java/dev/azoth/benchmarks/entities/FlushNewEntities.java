package dev.azoth.benchmarks.entities;

import dev.azoth.benchmarks.ebean.EbeanItem;
import dev.azoth.benchmarks.hibernate.HibernateItem;
import dev.azoth.orm.Session;
import io.ebean.Transaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hibernate.StatelessSession;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Ten thousand new objects into their table, their keys back, in one transaction that is undone. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FlushNewEntities {
    private static final int BATCH = 1_000;

    /** A batch of the driver that returns generated keys, by hand. */
    @Benchmark
    public Object jdbc(Mappers mappers) throws SQLException {
        List<Long> keys = new ArrayList<>();
        try (Connection connection = mappers.pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO bench_item (category, title, code, price, published, stock, rating, available, note)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < Peers.ITEMS; i++) {
                Object[] row = Peers.row(i);
                for (int column = 0; column < row.length; column++) {
                    statement.setObject(column + 1, row[column]);
                }
                statement.addBatch();
                if ((i + 1) % BATCH == 0) {
                    statement.executeBatch();
                    try (ResultSet generated = statement.getGeneratedKeys()) {
                        while (generated.next()) {
                            keys.add(generated.getLong(1));
                        }
                    }
                }
            }
            connection.rollback();
        }
        return keys;
    }

    /** A session of Azoth; the database numbers the rows. */
    @Benchmark
    public Object azoth(Mappers mappers) {
        try (Session session = mappers.azoth.open()) {
            for (int i = 0; i < Peers.ITEMS; i++) {
                session.add(new Item(Peers.row(i)));
            }
            session.flush();
            return session;
        }
    }

    /** A session of Hibernate; the database numbers the rows. */
    @Benchmark
    public Object hibernateIdentity(Mappers mappers) {
        try (org.hibernate.Session session = mappers.hibernate.openSession()) {
            session.beginTransaction();
            for (int i = 0; i < Peers.ITEMS; i++) {
                session.persist(new HibernateItem(Peers.row(i)));
            }
            session.flush();
            session.getTransaction().rollback();
            return session;
        }
    }

    /** A session of Hibernate with numbers of a sequence, over a driver that rewrites batches. */
    @Benchmark
    public Object hibernateSequence(Mappers mappers) {
        try (org.hibernate.Session session = mappers.hibernateNumbered.openSession()) {
            session.beginTransaction();
            for (int i = 0; i < Peers.ITEMS; i++) {
                session.persist(new HibernateItem(Peers.row(i)));
            }
            session.flush();
            session.getTransaction().rollback();
            return session;
        }
    }

    /** Hibernate without a session's bookkeeping, with numbers of a sequence, over a driver that rewrites batches: the best that it can. */
    @Benchmark
    public Object hibernateStateless(Mappers mappers) {
        try (StatelessSession session = mappers.hibernateNumbered.openStatelessSession()) {
            session.beginTransaction();
            List<HibernateItem> items = new ArrayList<>();
            for (int i = 0; i < Peers.ITEMS; i++) {
                items.add(new HibernateItem(Peers.row(i)));
            }
            session.insertMultiple(items);
            session.getTransaction().rollback();
            return items;
        }
    }

    /** Ebean; the database numbers the rows. */
    @Benchmark
    public Object ebean(Mappers mappers) {
        try (Transaction transaction = mappers.ebean.beginTransaction()) {
            List<EbeanItem> items = new ArrayList<>();
            for (int i = 0; i < Peers.ITEMS; i++) {
                items.add(new EbeanItem(Peers.row(i)));
            }
            mappers.ebean.saveAll(items);
            transaction.flush();
            transaction.rollback();
            return items;
        }
    }
}
