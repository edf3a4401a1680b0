package dev.azoth.dialect.h2;

import static dev.azoth.sql.Sql.expression;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.azoth.DataException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.compliance.EveryType;
import dev.azoth.testing.compliance.RoundTrip;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnDatabase("h2")
class H2TypeTest {
    @Test
    void whatOthersDoNotKeepComesBack(Database db) {
        new EveryType(db.engine()).unusualNumbers();
        new RoundTrip(db.engine()).of(Types.TEXT, "\uD83D");
    }

    @Test
    void aTextTooLongForItsColumnIsRefusedInManyRowsToo(Database db) {
        MetaData metadata = new MetaData();
        Column<String> code = Column.of("code", Types.VARCHAR(3));
        Table table = Table.of(metadata, "short_codes", code);
        metadata.createAll(db.engine());
        assertThatThrownBy(() -> db.engine()
                        .begin(c -> c.execute(insert(table), List.of(Map.of(code, "abc"), Map.of(code, "abcd")))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Value too long for column \"code CHARACTER VARYING(3)\"\n");
    }

    @Test
    void aNumberIsRoundedInManyRowsAsInOne(Database db) {
        MetaData metadata = new MetaData();
        Column<BigDecimal> price = Column.of("price", Types.NUMERIC(5, 2));
        Table table = Table.of(metadata, "prices", price);
        metadata.createAll(db.engine());
        BigDecimal fine = new BigDecimal("1.236");
        db.engine().begin(c -> {
            c.execute(insert(table).values(price, fine));
            c.execute(insert(table), List.of(Map.of(price, fine), Map.of(price, fine)));
            assertThat(c.execute(select(price)).all()).containsOnly(new BigDecimal("1.24"));
            assertThat(c.execute(select(price).where(price.in(fine))).all()).isEmpty();
        });
    }

    @Test
    void aValueOfUnknownTypeIsReadAsJavaHasIt(Database db) {
        assertThat(unknown(db, "DATE '2024-02-29'")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(unknown(db, "TIME '23:59:59.999999'")).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
        assertThat(unknown(db, "TIMESTAMP '2024-03-31 02:30:00'")).isEqualTo(LocalDateTime.of(2024, 3, 31, 2, 30));
        assertThat(unknown(db, "TIMESTAMP WITH TIME ZONE '2024-03-31 02:30:00+00'"))
                .isEqualTo(Instant.parse("2024-03-31T02:30:00Z"));
        assertThat(unknown(db, "JSON '{\"a\": 1}'")).isEqualTo(Json.parse("{\"a\": 1}"));
        assertThat(unknown(db, "ARRAY[DATE '2024-02-29', NULL]"))
                .asInstanceOf(LIST)
                .containsExactly(LocalDate.of(2024, 2, 29), null);
        assertThat(unknown(db, "CAST('x' AS CLOB)")).isEqualTo("x");
        assertThat(unknown(db, "CAST(X'0102' AS BLOB)")).isEqualTo(new byte[] {1, 2});
        assertThat(unknown(db, "X'0102'")).isEqualTo(new byte[] {1, 2});
    }

    private static Object unknown(Database db, String sql) {
        return db.engine()
                .transaction(c -> c.execute(select(expression(sql, Types.NULL))).one());
    }
}
