package dev.azoth.benchmarks.ebean;

import io.ebean.Database;
import io.ebean.DatabaseBuilder;
import javax.sql.DataSource;

/** Ebean over a pool. */
public final class EbeanDatabases {
    private static final int BATCH = 1_000;

    private EbeanDatabases() {}

    /** A database that sends batches. */
    public static Database of(DataSource pool) {
        DatabaseBuilder builder = Database.builder()
                .name("bench")
                .dataSource(pool)
                .defaultDatabase(false)
                .ddlGenerate(false)
                .ddlRun(false)
                .persistBatchSize(BATCH);
        builder.addClass(EbeanItem.class);
        builder.addClass(EbeanAuthor.class);
        builder.addClass(EbeanBook.class);
        return builder.build();
    }
}
