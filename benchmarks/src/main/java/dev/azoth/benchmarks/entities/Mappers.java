package dev.azoth.benchmarks.entities;

import com.zaxxer.hikari.HikariDataSource;
import dev.azoth.benchmarks.ebean.EbeanDatabases;
import dev.azoth.benchmarks.hibernate.HibernateSessions;
import dev.azoth.engine.Engine;
import dev.azoth.orm.SessionFactory;
import io.ebean.Database;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** All mappers over the same tables, each as its documentation advises. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the setup first
public class Mappers {
    Engine engine;
    SessionFactory azoth;
    HikariDataSource pool;
    HikariDataSource rewriting;
    org.hibernate.SessionFactory hibernate;
    org.hibernate.SessionFactory hibernateNumbered;
    Database ebean;

    /** Makes and fills the tables, and starts the mappers. */
    @Setup(Level.Trial)
    public void open() {
        engine = Peers.open();
        azoth = SessionFactory.create(engine, Item.class, Author.class, Book.class);
        pool = Peers.pool(config -> {});
        rewriting = Peers.pool(config -> config.addDataSourceProperty("reWriteBatchedInserts", "true"));
        hibernate = HibernateSessions.identity(pool);
        hibernateNumbered = HibernateSessions.sequence(rewriting);
        ebean = EbeanDatabases.of(pool);
    }

    /** Closes all. */
    @TearDown(Level.Trial)
    public void close() {
        ebean.shutdown();
        hibernateNumbered.close();
        hibernate.close();
        rewriting.close();
        pool.close();
        engine.close();
    }
}
