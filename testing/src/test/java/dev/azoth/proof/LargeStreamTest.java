package dev.azoth.proof;

import static dev.azoth.sql.Sql.generateSeries;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.Result;
import dev.azoth.sql.Expression;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Ten million rows come out of the servers in a JVM of 128 MB; of others fewer, or as many as {@code -Dazoth.rows} says. */
@EveryDatabase
class LargeStreamTest {
    private static final int BLOCK = 10_000;

    /** What the small JVM runs: each of so many blocks beside each number. */
    static final class Small {
        private Small() {}

        public static void main(String[] arguments) {
            int blocks = Integer.parseInt(arguments[1]) / BLOCK;
            try (Engine engine = Engine.create(arguments[0])) {
                System.out.println("sum " + engine.transaction(connection -> sum(connection, blocks)));
            }
        }

        private static long sum(Connection connection, int blocks) {
            var block = generateSeries(value(0), value(blocks - 1)).named("b");
            var number = generateSeries(value(1), value(BLOCK)).named("n");
            Expression<Integer> row =
                    block.get("value", Integer.class).times(BLOCK).plus(number.get("value", Integer.class));
            long sum = 0;
            try (Result<Integer> rows =
                    connection.stream(select(row).from(block).crossJoin(number))) {
                for (int each : rows) {
                    sum += each;
                }
            }
            return sum;
        }
    }

    @Test
    void tenMillionRowsStreamThroughASmallHeap(Database db) throws Exception {
        boolean isServer = Set.of("postgresql", "mysql").contains(db.name());
        long rows = Long.getLong("azoth.rows", isServer ? 10_000_000L : 100_000L);
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Small.class.getName(),
                        db.url(),
                        String.valueOf(rows))
                .redirectErrorStream(true)
                .start();
        String output = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(small.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains("sum " + rows * (rows + 1) / 2);
    }
}
