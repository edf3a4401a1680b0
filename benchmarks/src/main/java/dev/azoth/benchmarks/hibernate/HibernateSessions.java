package dev.azoth.benchmarks.hibernate;

import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Hibernate over a pool, as its documentation advises for many rows. */
public final class HibernateSessions {
    private static final int BATCH = 1_000;

    private HibernateSessions() {}

    /** Sessions whose items are numbered by an identity column. */
    public static SessionFactory identity(DataSource pool) {
        return configuration(pool).buildSessionFactory();
    }

    /** Sessions whose items are numbered by a sequence. */
    public static SessionFactory sequence(DataSource pool) {
        return configuration(pool).addResource("META-INF/numbered-items.xml").buildSessionFactory();
    }

    private static Configuration configuration(DataSource pool) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(HibernateItem.class)
                .addAnnotatedClass(HibernateAuthor.class)
                .addAnnotatedClass(HibernateBook.class)
                .setProperty("hibernate.jdbc.batch_size", BATCH)
                .setProperty("hibernate.order_inserts", true)
                .setProperty("hibernate.connection.provider_disables_autocommit", true)
                .setProperty("hibernate.query.plan_cache_enabled", true);
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        return configuration;
    }
}
