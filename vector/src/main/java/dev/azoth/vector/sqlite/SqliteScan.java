package dev.azoth.vector.sqlite;

import dev.azoth.engine.Connection;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import dev.azoth.type.Types;
import dev.azoth.vector.document.DocumentTable;
import dev.azoth.vector.document.VectorSink;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * Reads many vectors by each row of a result: SQLite puts them one behind the other, which takes it less time than the driver's three calls for each of them.
 *
 * <p>Their numbers come in a second text, whose parts are in the same order, as both are of the same rows.
 */
final class SqliteScan {
    /** So much fits into a processor's cache, with room for what SQLite reads. */
    private static final int BYTES = 1 << 19;

    private final Connection connection;
    private final DocumentTable table;
    private final int rows;

    SqliteScan(Connection connection, DocumentTable table) {
        this.connection = connection;
        this.table = table;
        this.rows = Math.max(1, BYTES / (table.vectorType().dimensions() * Float.BYTES));
    }

    /** In a database of UTF-16, SQLite would take the bytes for text to be converted. */
    static boolean isFor(Connection connection) {
        Row encoding = connection
                .execute(Sql.text("SELECT encoding FROM pragma_encoding"))
                .one();
        return "UTF-8".equals(encoding.get(0));
    }

    void run(Optional<Condition> condition, VectorSink sink) {
        long last = Long.MIN_VALUE;
        long read = rows;
        while (read == rows) { // a page that is not full is the last
            Row page = connection.execute(page(last, condition)).one();
            read = (Long) Objects.requireNonNull(page.get(0));
            if (read > 0) {
                last = (Long) Objects.requireNonNull(page.get(1));
                String numbers = (String) Objects.requireNonNull(page.get(2));
                sink.take((byte[]) Objects.requireNonNull(page.get(3)), new Numbers(numbers));
            }
        }
    }

    private Select<Row> page(long after, Optional<Condition> condition) {
        Select<Row> some = Sql.select(table.number, table.embedding).where(table.number.gt(after));
        Subquery page = condition
                .map(some::where)
                .orElse(some)
                .orderBy(table.number)
                .limit(rows)
                .subquery("page");
        return Sql.select(
                        Sql.count(),
                        Sql.max(page.get(table.number)),
                        Sql.function("group_concat", Types.TEXT, page.get(table.number)),
                        Sql.function("group_concat", Types.BLOB, page.get(table.embedding), Sql.literal("")))
                .from(page);
    }

    /** Numbers between commas, read when the first of them is asked for. */
    private static final class Numbers implements IntToLongFunction {
        private final String text;
        private long[] numbers = {};

        Numbers(String text) {
            this.text = text;
        }

        @Override
        public long applyAsLong(int place) {
            if (numbers.length == 0) {
                numbers = Arrays.stream(text.split(","))
                        .mapToLong(Long::parseLong)
                        .toArray();
            }
            return numbers[place];
        }
    }
}
