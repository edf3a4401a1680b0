package dev.azoth.benchmarks.entities;

import static dev.azoth.sql.Sql.select;

import dev.azoth.benchmarks.ebean.EbeanItem;
import dev.azoth.benchmarks.hibernate.HibernateItem;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hibernate.StatelessSession;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Ten thousand rows of ten columns into objects. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadEntities {
    private static final EntityPath<Item> ITEM = Entities.path(Item.class);

    /** By hand. */
    @Benchmark
    public Object jdbc(Mappers mappers) throws SQLException {
        List<Item> items = new ArrayList<>();
        try (Connection connection = mappers.pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT id, category, title, code, price, published, stock, rating, available, note FROM bench_item");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Item item = new Item();
                item.id = row.getLong(1);
                item.category = row.getLong(2);
                item.title = row.getString(3);
                item.code = row.getString(4);
                item.price = row.getBigDecimal(5);
                item.published = row.getObject(6, LocalDateTime.class);
                item.stock = row.getInt(7);
                item.rating = row.getDouble(8);
                item.available = row.getBoolean(9);
                item.note = row.getString(10);
                items.add(item);
            }
            connection.rollback();
        }
        return items;
    }

    /** A session of Azoth. */
    @Benchmark
    public Object azoth(Mappers mappers) {
        try (Session session = mappers.azoth.open()) {
            return session.execute(select(ITEM)).all();
        }
    }

    /** A session of Hibernate. */
    @Benchmark
    public Object hibernate(Mappers mappers) {
        try (org.hibernate.Session session = mappers.hibernate.openSession()) {
            session.beginTransaction();
            List<HibernateItem> items = session.createSelectionQuery("from HibernateItem", HibernateItem.class)
                    .getResultList();
            session.getTransaction().rollback();
            return items;
        }
    }

    /** A session of Hibernate that will not look for changes. */
    @Benchmark
    public Object hibernateReadOnly(Mappers mappers) {
        try (org.hibernate.Session session = mappers.hibernate.openSession()) {
            session.beginTransaction();
            List<HibernateItem> items = session.createSelectionQuery("from HibernateItem", HibernateItem.class)
                    .setReadOnly(true)
                    .getResultList();
            session.getTransaction().rollback();
            return items;
        }
    }

    /** Hibernate without a session's bookkeeping. */
    @Benchmark
    public Object hibernateStateless(Mappers mappers) {
        try (StatelessSession session = mappers.hibernate.openStatelessSession()) {
            session.beginTransaction();
            List<HibernateItem> items = session.createSelectionQuery("from HibernateItem", HibernateItem.class)
                    .getResultList();
            session.getTransaction().rollback();
            return items;
        }
    }

    /** Ebean. */
    @Benchmark
    public Object ebean(Mappers mappers) {
        return mappers.ebean.find(EbeanItem.class).findList();
    }
}
