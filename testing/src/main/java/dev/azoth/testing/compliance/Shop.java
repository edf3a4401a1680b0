package dev.azoth.testing.compliance;

import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.BOOLEAN;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.NUMERIC;
import static dev.azoth.type.Types.VARCHAR;

import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two tables with a few rows, for tests that only read. */
public final class Shop {
    /** The tables. */
    public static final MetaData METADATA = new MetaData();
    /** Three customers. */
    public static final Customers customer = new Customers();
    /** Three orders, of two of them. */
    public static final Orders order = new Orders();

    /** Who buys. */
    public static final class Customers extends Table {
        public final Column<Long> id = column("id", BIGINT).primaryKey();
        public final Column<String> name = column("name", VARCHAR(30)).notNull();
        public final Column<Integer> age = column("age", INTEGER);
        public final Column<Boolean> active = column("active", BOOLEAN).notNull();

        Customers() {
            super("customer", METADATA);
        }
    }

    /** What they bought. */
    public static final class Orders extends Table {
        public final Column<Long> id = column("id", BIGINT).primaryKey();
        public final Column<Long> customerId =
                column("customer_id", BIGINT).notNull().references(() -> customer.id);
        public final Column<BigDecimal> total = column("total", NUMERIC(10, 2)).notNull();
        public final Column<Integer> pieces = column("pieces", INTEGER).notNull();

        Orders() {
            super("purchase", METADATA);
        }
    }

    private Shop() {}

    /** Creates and fills the tables. */
    public static void open(Engine engine) {
        METADATA.createAll(engine);
        engine.begin(connection -> {
            connection.execute(
                    Sql.insert(customer),
                    List.of(person(1, "ann", 30, true), person(2, "bob", 41, false), person(3, "cid", null, true)));
            connection.execute(
                    Sql.insert(order),
                    List.of(purchase(1, 1, "10.50", 7), purchase(2, 1, "20.00", 2), purchase(3, 2, "5.25", 3)));
        });
    }

    private static Map<Column<?>, Object> person(long id, String name, @Nullable Integer age, boolean active) {
        Map<Column<?>, Object> row = new LinkedHashMap<>();
        row.put(customer.id, id);
        row.put(customer.name, name);
        row.put(customer.age, age);
        row.put(customer.active, active);
        return row;
    }

    private static Map<Column<?>, Object> purchase(long id, long customerId, String total, int pieces) {
        return Map.of(
                order.id, id, order.customerId, customerId, order.total, new BigDecimal(total), order.pieces, pieces);
    }
}
