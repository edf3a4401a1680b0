package dev.azoth.examples.shop;

import static dev.azoth.examples.shop.OrderLine_.orderLine;
import static dev.azoth.examples.shop.Order_.order;
import static dev.azoth.examples.shop.Product_.product;
import static dev.azoth.examples.shop.Stock_.stock;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sumLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.StaleDataException;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders are taken whole or not at all, and what they change is in the database. */
@EveryDatabase
class OrdersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    private SessionFactory sessions;

    @BeforeEach
    void fill(Database database) {
        sessions = new ShopData(20).fill(database.engine());
    }

    private long pieces(long productId) {
        return sessions.transaction(session -> session.execute(select(sumLong(stock.pieces))
                        .from(stock)
                        .where(stock.product.key(Long.class).eq(productId)))
                .one());
    }

    private List<Long> products() {
        return sessions.transaction(session ->
                session.execute(select(product.id).orderBy(product.id).limit(2)).all());
    }

    @Test
    void anOrderTakesItsPiecesFromTheStocks(Database database) {
        List<Long> products = products();
        long before = pieces(products.get(0));

        Long placed = sessions.transaction(session -> {
            Order order = new Orders(session).place("C1001", DAY, Map.of(products.get(0), 3, products.get(1), 1));
            session.flush();
            return order.id;
        });

        assertThat(pieces(products.get(0))).isEqualTo(before - 3);
        try (Session session = sessions.open()) {
            Order found = session.execute(
                            select(order).where(order.id.eq(placed)).options(selectinload(order.lines)))
                    .one();
            assertThat(found.customer.get().company).isEqualTo("Company 1");
            assertThat(found.lines).extracting(each -> each.pieces).containsExactlyInAnyOrder(3, 1);
        }
    }

    @Test
    void anOrderOfMoreThanThereIsChangesNothing(Database database) {
        List<Long> products = products();
        long before = pieces(products.get(0));

        assertThatThrownBy(() -> sessions.begin(session ->
                        new Orders(session).place("C1001", DAY, Map.of(products.get(0), 1, products.get(1), 1_000))))
                .isInstanceOf(Orders.OutOfStockException.class)
                .hasMessageStartingWith("1000 pieces of Product 1 were ordered, and there are ");

        assertThat(pieces(products.get(0))).isEqualTo(before);
    }

    @Test
    void twoWhoTakeTheSamePiecesCannotBothHaveThem(Database database) {
        Long some = products().get(0);
        long before = pieces(some);
        try (Session slow = sessions.open()) {
            new Orders(slow).place("C1001", DAY, Map.of(some, 1));
            slow.connection().rollback(); // it read what is there, and holds no lock

            sessions.begin(quick -> new Orders(quick).place("C1002", DAY, Map.of(some, 1)));

            assertThatThrownBy(slow::commit)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("Stock#(");
        }
        assertThat(pieces(some)).isEqualTo(before - 1);
    }

    @Test
    void cancelledOrdersGiveBackWhatTheyTook(Database database) {
        Long some = products().get(0);
        long before = pieces(some);
        sessions.begin(session -> new Orders(session).place("C1039", DAY, Map.of(some, 5)));

        int cancelled = sessions.transaction(session -> new Orders(session).cancel("C1039"));

        assertThat(cancelled).isOne();
        assertThat(pieces(some)).isEqualTo(before);
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(order.state)
                                    .from(order)
                                    .where(order.customer.key(String.class).eq("C1039")))
                            .all())
                    .containsExactly(OrderState.CANCELLED);
            assertThat(session.execute(select(orderLine.pieces)
                                    .from(orderLine)
                                    .where(orderLine.order.has(
                                            order,
                                            order.customer.key(String.class).eq("C1039"))))
                            .all())
                    .containsExactly(5);
        }
    }

    @Test
    void aShippedOrderIsShipped(Database database) {
        sessions.begin(session -> {
            Order open =
                    new Orders(session).place("C1002", DAY, Map.of(products().get(0), 1));
            session.flush();
            Shipper shipper = session.execute(select(Shipper_.shipper).limit(1)).one();
            new Orders(session).ship(open, shipper, DAY.plusDays(1));
        });

        try (Session session = sessions.open()) {
            Order found =
                    session.execute(select(order).where(order.ordered.eq(DAY))).one();
            assertThat(found.state).isEqualTo(OrderState.SHIPPED);
            assertThat(found.shipped).isEqualTo(DAY.plusDays(1));
            assertThat(found.version).isOne();
        }
    }
}
