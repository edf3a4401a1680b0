package dev.azoth.benchmarks.entities;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.Sql;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.function.Consumer;

/**
 * The tables that all mappers read and write, and a pool of connections like Azoth's for each of the others. The database is PostgreSQL; its URL is in the
 * system property {@code azoth.url}.
 */
final class Peers {
    static final int ITEMS = 10_000;
    static final int AUTHORS = 100;
    static final int BOOKS = 10;

    private static final MetaData TABLES = Entities.metadata(Item.class, Author.class, Book.class);

    private Peers() {}

    private static String url() {
        String url = System.getProperty("azoth.url", "");
        if (!url.startsWith("postgresql")) {
            throw new IllegalArgumentException("these benchmarks want -Dazoth.url=postgresql://…, not '" + url + "'");
        }
        return url;
    }

    /** Azoth's engine; the tables are made anew and filled. */
    static Engine open() {
        Engine engine = Engine.create(url(), o -> o.poolSize(4));
        TABLES.dropAll(engine);
        TABLES.createAll(engine);
        engine.begin(connection -> {
            for (String each : new String[] {
                "DROP SEQUENCE IF EXISTS bench_item_numbers",
                "CREATE SEQUENCE bench_item_numbers START 1000000 INCREMENT 1000",
                "INSERT INTO bench_item (category, title, code, price, published, stock, rating, available, note)"
                        + " SELECT i % 1000, 'The item with the number ' || i, 'I-' || (1000000 + i), 5 + i % 5000 / 100.0,"
                        + " TIMESTAMP '2020-01-01' + i * INTERVAL '1 minute', i % 50, i / 3.0, i % 2 = 0, 'note ' || i"
                        + " FROM generate_series(0, " + (ITEMS - 1) + ") AS i",
                "INSERT INTO bench_author (name) SELECT 'author ' || i FROM generate_series(1, " + AUTHORS + ") AS i",
                "INSERT INTO bench_author_book (author_id, title, isbn, price, stock)"
                        + " SELECT a.id, 'book ' || i, '978-' || a.id || '-' || i, 5 + i, i"
                        + " FROM bench_author AS a, generate_series(1, " + BOOKS + ") AS i",
                "CREATE INDEX ON bench_author_book (author_id)",
                "ANALYZE bench_item, bench_author, bench_author_book"
            }) {
                connection.execute(Sql.text(each));
            }
        });
        return engine;
    }

    /** A pool for another mapper. */
    static HikariDataSource pool(Consumer<HikariConfig> options) {
        DatabaseUrl url = DatabaseUrl.parse(url());
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://" + url.host() + ":" + url.port() + "/" + url.database());
        url.user().ifPresent(config::setUsername);
        url.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(4);
        config.setAutoCommit(false);
        options.accept(config);
        return new HikariDataSource(config);
    }

    /** The values of a new item, but for its key. */
    static Object[] row(int i) {
        return new Object[] {
            (long) (i % 1_000),
            "The item with the number " + i,
            "I-" + (1_000_000 + i),
            BigDecimal.valueOf(500 + i % 5_000, 2),
            LocalDateTime.of(2020, 1, 1, 0, 0).plusMinutes(i),
            i % 50,
            i / 3.0,
            i % 2 == 0,
            "note " + i
        };
    }
}
