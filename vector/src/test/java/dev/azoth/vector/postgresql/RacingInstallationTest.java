package dev.azoth.vector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The database is empty: extension, table and indexes are all missing when everybody comes at once. */
@OnDatabase("postgresql")
class RacingInstallationTest {
    /** Others fail in some of them: {@code duplicate key value violates unique constraint "pg_extension_name_index"}. */
    @Test
    void fortyEnginesOpenACollectionAtOnce(Database db) throws Exception {
        race(db, 40, false);
    }

    /** Others do not take the lock: statements of theirs run against ours. */
    static void race(Database db, int threads, boolean others) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Boolean>> done = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                boolean other = others && i % 2 == 0;
                done.add(pool.submit(() -> other ? createExtension(db, start) : open(db, start)));
            }
            for (Future<Boolean> each : done) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean open(Database db, CyclicBarrier start) throws Exception {
        try (Engine engine = Engine.create(db.url(), o -> o.poolSize(2))) {
            engine.server();
            start.await();
            DocumentStore docs =
                    DocumentStore.open(engine, "docs", o -> o.dimensions(3).index(VectorIndex.hnsw()));
            docs.add(Document.of("x").withEmbedding(new float[] {1, 2, 3}));
            return docs.isApproximate();
        }
    }

    private static boolean createExtension(Database db, CyclicBarrier start) throws Exception {
        try (var connection = db.jdbc();
                var statement = connection.createStatement()) {
            start.await();
            statement.execute("CREATE EXTENSION IF NOT EXISTS vector");
        } catch (java.sql.SQLException lostTheRace) {
            assertThat(lostTheRace.getSQLState()).isIn("23505", "42710", "XX000");
        }
        return true;
    }
}
