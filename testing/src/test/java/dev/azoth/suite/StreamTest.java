package dev.azoth.suite;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ParameterRows;
import dev.azoth.engine.Result;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Row;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A million rows go in and come out in a JVM of 128 MB, whose heap they would fill several times. */
@EveryDatabase
class StreamTest {
    private static final int ROWS = 1_000_000;

    /** What the small JVM runs. */
    static final class Small {
        static final MetaData METADATA = new MetaData();
        static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
        static final Column<String> text = Column.of("text", VARCHAR(100)).notNull();
        static final Table event = Table.of(METADATA, "event", id, text);

        private Small() {}

        public static void main(String[] arguments) {
            try (Engine engine = Engine.create(arguments[0])) {
                METADATA.createAll(engine);
                engine.begin(Small::fill);
                long sum = engine.transaction(Small::sum);
                System.out.println("sum " + sum);
            }
        }

        private static void fill(Connection connection) {
            Iterable<@Nullable Object[]> rows = () -> rows(ROWS);
            connection.execute(insert(event), ParameterRows.of(List.of(id, text), rows));
        }

        private static Iterator<@Nullable Object[]> rows(int number) {
            return IntStream.range(0, number)
                    .mapToObj(i -> new Object[] {i, "the text of the event with the number " + i})
                    .iterator();
        }

        private static long sum(Connection connection) {
            long sum = 0;
            try (Result<Row> rows = connection.stream(select(id, text).from(event))) {
                for (Row row : rows) {
                    sum += row.get(id) + row.get(text).length() / 1_000;
                }
            }
            return sum + connection.execute(select(count()).from(event)).one() - ROWS;
        }
    }

    @Test
    void aMillionRowsStreamThroughASmallHeap(Database db) throws Exception {
        // H2 in memory has the rows themselves in the heap: on a file it streams like the others
        String url = db.name().equals("h2")
                ? "h2:file:"
                        + Path.of("target", "stream-" + ProcessHandle.current().pid())
                                .toAbsolutePath()
                : db.url();
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Small.class.getName(),
                        url)
                .redirectErrorStream(true)
                .start();
        String output = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(small.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains("sum " + (long) ROWS * (ROWS - 1) / 2);
    }
}
