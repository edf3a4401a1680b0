package dev.azoth.benchmarks.entities;

import static dev.azoth.sql.Sql.select;

import dev.azoth.benchmarks.hibernate.HibernateItem;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Session;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A flush of ten thousand loaded objects of which none was changed. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls the setup first
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DirtyCheck {
    private Session azoth;
    private org.hibernate.Session hibernate;
    private List<Item> items;
    private List<HibernateItem> hibernateItems;

    /** Loads the objects. */
    @Setup(Level.Trial)
    public void load(Mappers mappers) {
        azoth = mappers.azoth.open();
        items = azoth.execute(select(Entities.path(Item.class))).all();
        hibernate = mappers.hibernate.openSession();
        hibernate.beginTransaction();
        hibernateItems = hibernate
                .createSelectionQuery("from HibernateItem", HibernateItem.class)
                .getResultList();
    }

    /** Lets them go. */
    @TearDown(Level.Trial)
    public void close() {
        azoth.close();
        hibernate.getTransaction().rollback();
        hibernate.close();
    }

    /** Azoth. */
    @Benchmark
    public Object azoth() {
        azoth.flush();
        return items;
    }

    /** Hibernate. */
    @Benchmark
    public Object hibernate() {
        hibernate.flush();
        return hibernateItems;
    }
}
