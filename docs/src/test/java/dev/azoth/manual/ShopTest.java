package dev.azoth.manual;

import static dev.azoth.manual.Shop.order;
import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.insert;

import dev.azoth.engine.Engine;
import dev.azoth.testing.Database;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A database with three users and three orders. */
abstract class ShopTest {
    @BeforeEach
    void fill(Database database) {
        Engine engine = database.engine();
        Shop.METADATA.dropAll(engine);
        Shop.METADATA.createAll(engine);
        engine.begin(connection -> {
            connection.execute(
                    insert(user),
                    List.of(
                            Map.of(user.name, "sandy", user.email, "sandy@example.org"),
                            Map.of(user.name, "patrick", user.email, "patrick@example.org"),
                            Map.of(user.name, "squidward", user.email, "squid@example.org")));
            connection.execute(
                    insert(order),
                    List.of(
                            Map.of(order.userId, 1L, order.total, new BigDecimal("12.50")),
                            Map.of(order.userId, 1L, order.total, new BigDecimal("30.00")),
                            Map.of(order.userId, 2L, order.total, new BigDecimal("7.25"))));
        });
    }
}
