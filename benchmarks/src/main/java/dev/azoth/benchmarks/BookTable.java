package dev.azoth.benchmarks;

import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.BOOLEAN;
import static dev.azoth.type.Types.DOUBLE;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.NUMERIC;
import static dev.azoth.type.Types.TIMESTAMP;
import static dev.azoth.type.Types.VARCHAR;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** The table that is read: eight columns of the usual kinds. */
final class BookTable extends Table {
    static final MetaData METADATA = new MetaData();
    static final BookTable book = new BookTable();

    final Column<Long> id = column("id", BIGINT).primaryKey().identity();
    final Column<Long> authorId = column("author_id", BIGINT).notNull();
    final Column<String> title = column("title", VARCHAR(100)).notNull();
    final Column<String> isbn = column("isbn", VARCHAR(20)).notNull();
    final Column<BigDecimal> price = column("price", NUMERIC(10, 2)).notNull();
    final Column<LocalDateTime> published = column("published", TIMESTAMP).notNull();
    final Column<Integer> stock = column("stock", INTEGER).notNull();
    final Column<Double> rating = column("rating", DOUBLE);
    final Column<Boolean> available = column("available", BOOLEAN).notNull();

    private BookTable() {
        super("bench_book", METADATA);
    }
}
