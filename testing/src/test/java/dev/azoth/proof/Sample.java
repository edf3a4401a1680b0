package dev.azoth.proof;

import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.BOOLEAN;
import static dev.azoth.type.Types.DATE;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.NUMERIC;
import static dev.azoth.type.Types.TEXT;
import static dev.azoth.type.Types.TIMESTAMP;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** One of two tables with a column of each type. */
final class Sample extends Table {
    static final MetaData METADATA = new MetaData();
    static final Sample first = new Sample("t");
    static final Sample second = new Sample("u");

    final Column<Integer> id = column("id", INTEGER).primaryKey();
    final Column<Integer> whole = column("i", INTEGER);
    final Column<Long> large = column("l", BIGINT);
    final Column<BigDecimal> decimal = column("n", NUMERIC(10, 2));
    final Column<String> text = column("s", TEXT);
    final Column<Boolean> flag = column("f", BOOLEAN);
    final Column<LocalDate> date = column("d", DATE);
    final Column<LocalDateTime> time = column("w", TIMESTAMP);

    private Sample(String name) {
        super(name, METADATA);
    }
}
