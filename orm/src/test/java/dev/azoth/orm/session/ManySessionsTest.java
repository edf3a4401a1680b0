package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;

/**
 * Many sessions at once over few connections: 10,000 in virtual threads, where the JDK has them, none of which may hold on to its carrier while it waits; else 1,000 in threads of
 * the platform.
 */
@OnDatabase({"postgresql", "mariadb", "mysql", "h2"})
class ManySessionsTest {
    private static final int COUNTERS = 100;
    private static final int CONNECTIONS = 20;
    private static final EntityPath<Counter> COUNTER = Entities.path(Counter.class);

    @Entity
    @Table(name = "counter")
    static class Counter {
        @Id
        int id;

        int value;
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Entities.metadata(Counter.class));
        SessionFactory.create(database.engine())
                .begin(session -> IntStream.range(0, COUNTERS).forEach(i -> {
                    Counter counter = new Counter();
                    counter.id = i;
                    session.add(counter);
                }));
    }

    /** Virtual threads where there are any: this is compiled for JDKs without. */
    private static ExecutorService threads() throws ReflectiveOperationException {
        return isVirtual()
                ? (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null)
                : Executors.newFixedThreadPool(200);
    }

    private static boolean isVirtual() {
        return Runtime.version().feature() >= 21;
    }

    @Test
    void manySessionsShareFewConnections(Database database) throws Exception {
        int count = isVirtual() ? 10_000 : 1_000;
        try (Engine engine = Engine.create(
                        database.url(), o -> o.poolSize(CONNECTIONS).connectTimeout(Duration.ofMinutes(2)));
                Recording recording = new Recording()) {
            SessionFactory sessions = SessionFactory.create(engine, Counter.class);
            // a thread that waits while the JVM loads a class keeps its carrier: once for each class
            IntStream.range(0, 20).forEach(i -> work(sessions, i));
            recording
                    .enable("jdk.VirtualThreadPinned")
                    .withThreshold(Duration.ofMillis(20))
                    .withStackTrace();
            recording.start();
            ExecutorService threads = threads();
            List<Future<Integer>> all = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit(() -> work(sessions, i)))
                    .toList();
            int sum = 0;
            for (Future<Integer> each : all) {
                sum += each.get();
            }
            threads.shutdown();
            assertThat(sum).isEqualTo(count);
            recording.stop();
            assertThat(pinnedHere(recording)).isEmpty();
        }
    }

    /** Reads an object; one in ten changes it. */
    private static int work(SessionFactory sessions, int number) {
        return sessions.transaction(session -> {
            if (number % 10 == 0) {
                // the lock comes first: MariaDB refuses rows that changed since the transaction's first read
                session.lookup(COUNTER, o -> o.forUpdate()).getOne(number % COUNTERS).value++;
            } else {
                session.getOne(Counter.class, number % COUNTERS);
            }
            return 1;
        });
    }

    /** Where a virtual thread waited and held on to its carrier below a frame of ours, and not in a driver's or the pool's own lock. */
    private static List<String> pinnedHere(Recording recording) throws Exception {
        Path file = Files.createTempFile("pinned", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(ManySessionsTest::isOurs)
                    .map(RecordedEvent::toString)
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isOurs(RecordedEvent event) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .map(each -> each.getMethod().getType().getName())
                        .filter(each -> !each.startsWith("java.") && !each.startsWith("jdk."))
                        .findFirst()
                        .filter(each -> each.startsWith("dev.azoth."))
                        .isPresent();
    }
}
