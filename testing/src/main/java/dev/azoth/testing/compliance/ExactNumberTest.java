package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.add;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.multiply;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.subtract;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.sumDecimal;
import static dev.azoth.sql.Sql.sumLong;
import static dev.azoth.sql.Sql.values;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Row;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers computed exactly, whatever their classes. */
@EveryDatabase
class ExactNumberTest {
    @PrepareDatabase
    static void open(Database db) {
        Shop.open(db.engine());
    }

    private static void gives(Database db, Expression<BigDecimal> computed, String... expected) {
        try (Connection connection = db.engine().connect()) {
            List<BigDecimal> read = connection
                    .execute(select(order.id).orderBy(order.id).withOnly(computed))
                    .all();
            assertThat(read).hasSize(expected.length);
            for (int i = 0; i < expected.length; i++) {
                assertThat(read.get(i)).isEqualByComparingTo(expected[i]);
            }
        }
    }

    @Test
    void numbersOfDifferentClassesAreComputed(Database db) {
        gives(db, multiply(order.total, order.pieces), "73.50", "40.00", "15.75");
        gives(db, multiply(order.pieces, order.total), "73.50", "40.00", "15.75");
        gives(db, add(order.id, order.total), "11.50", "22.00", "8.25");
        gives(db, subtract(order.total, order.id), "9.50", "18.00", "2.25");
        gives(db, multiply(order.pieces, literal(Integer.MAX_VALUE)), "15032385529", "4294967294", "6442450941");
        assertThatThrownBy(() -> multiply(order.total, literal(1.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(" is no exact number");
    }

    @Test
    void resultsHaveRoom(Database db) {
        assertThat(order.total.times(order.total).type()).isEqualTo(Types.NUMERIC(20, 4));
        assertThat(order.total.plus(order.total).type()).isEqualTo(Types.NUMERIC(11, 2));
        assertThat(order.total.times(BigDecimal.TEN).type()).isEqualTo(Types.NUMERIC(10, 2));
        assertThat(sum(order.total).type()).isEqualTo(Types.NUMERIC(38, 2));
        gives(db, order.total.times(order.total), "110.25", "400", "27.5625");
    }

    @Test
    void sumsDoNotOverflow(Database db) {
        Column<Integer> n = Column.of("n", Types.INTEGER);
        var large = values("large", n).row(Integer.MAX_VALUE).row(Integer.MAX_VALUE);
        try (Connection connection = db.engine().connect()) {
            Row sums = connection
                    .execute(select(sumDecimal(large.get(n)), sumLong(large.get(n))))
                    .one();
            assertThat((BigDecimal) sums.get(0)).isEqualByComparingTo("4294967294");
            assertThat(sums.get(1)).isEqualTo(4_294_967_294L);
            assertThatThrownBy(
                            () -> connection.execute(select(sum(large.get(n)))).one())
                    .isInstanceOf(DatabaseException.class);
        }
    }
}
