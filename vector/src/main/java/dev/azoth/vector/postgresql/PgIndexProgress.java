package dev.azoth.vector.postgresql;

import dev.azoth.AzothException;
import dev.azoth.engine.Engine;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import dev.azoth.type.Types;
import dev.azoth.vector.IndexBuild;
import java.util.function.Consumer;

/** Tells how far the build of an index is, by a thread with a connection of its own, until it is closed. */
final class PgIndexProgress implements AutoCloseable {
    private static final long PAUSE_MILLISECONDS = 200;

    private static final String QUERY = """
            SELECT phase, GREATEST(tuples_done, blocks_done) AS done, GREATEST(tuples_total, blocks_total) AS total
            FROM pg_stat_progress_create_index WHERE pid = :process""";

    private final Engine engine;
    private final int process;
    private final Consumer<IndexBuild.Progress> told;
    private final Thread thread;
    private volatile boolean closed;

    PgIndexProgress(Engine engine, int process, Consumer<IndexBuild.Progress> told) {
        this.engine = engine;
        this.process = process;
        this.told = told;
        this.thread = new Thread(this::watch, "azoth-index-progress");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void watch() {
        while (!closed) {
            try {
                ask();
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (AzothException e) {
                return; // the build itself says what is wrong with the database
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void ask() {
        for (Row row : engine.transaction(connection -> connection
                .execute(Sql.text(QUERY)
                        .bind("process", process)
                        .column("phase", Types.TEXT)
                        .column("done", Types.BIGINT)
                        .column("total", Types.BIGINT))
                .all())) {
            told.accept(new IndexBuild.Progress(
                    row.get("phase", String.class), row.get("done", Long.class), row.get("total", Long.class)));
        }
    }

    /** Waits for the last call to end. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
