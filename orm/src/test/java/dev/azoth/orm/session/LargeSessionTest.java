package dev.azoth.orm.session;

import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A million objects go through one session in a heap that holds few of them: read, changed, and only read. */
@OnDatabase({"sqlite", "postgresql", "mysql"})
class LargeSessionTest {
    private static final int ROWS = 1_000_000;

    @Entity
    @Table(name = "meter")
    static class Meter {
        @Id
        long id;

        int reading;

        String place = "";
    }

    /** What runs in the small heap. */
    static final class Small {
        private static final EntityPath<Meter> METER = Entities.path(Meter.class);

        private Small() {}

        public static void main(String[] arguments) {
            try (Engine engine = Engine.create(arguments[0])) {
                engine.createAll(Entities.metadata(Meter.class));
                engine.begin(Small::fill);
                SessionFactory sessions = SessionFactory.create(engine, Meter.class);
                try (Session session = sessions.open()) {
                    read(session);
                    change(session);
                }
            }
        }

        private static void fill(Connection connection) {
            Iterable<@Nullable Object[]> rows = Small::rows;
            connection.copyIn(METER.table(), new ParameterRows(List.of("id", "reading", "place"), rows));
        }

        private static Iterator<@Nullable Object[]> rows() {
            return LongStream.range(0, ROWS)
                    .mapToObj(i -> new @Nullable Object[] {i, 1, "the place of the meter with the number " + i})
                    .iterator();
        }

        private static void read(Session session) {
            long sum = 0;
            for (Meter each : session.stream(select(METER).options(readOnly()))) {
                sum += each.reading;
            }
            System.out.println("read " + sum);
        }

        /** Of a part of them, since each change is kept by the database until the end. */
        private static void change(Session session) {
            for (List<Meter> part : session.partitions(select(METER), 1_000)) {
                part.stream().filter(each -> each.id % 20 == 0).forEach(each -> each.reading = 2);
            }
            session.commit();
            long sum = session.execute(select(sum(METER.column("reading", Integer.class))))
                    .one()
                    .longValue();
            System.out.println("changed " + sum + " of "
                    + session.execute(select(count()).from(METER)).one());
        }
    }

    @Test
    void aMillionObjectsGoThroughASmallHeap(Database db) throws Exception {
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Small.class.getName(),
                        db.url())
                .redirectErrorStream(true)
                .start();
        String output = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(small.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains("read " + ROWS).contains("changed " + (ROWS + ROWS / 20) + " of " + ROWS);
    }
}
