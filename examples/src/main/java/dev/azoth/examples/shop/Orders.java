package dev.azoth.examples.shop;

import static dev.azoth.examples.shop.OrderLine_.orderLine;
import static dev.azoth.examples.shop.Order_.order;
import static dev.azoth.examples.shop.Product_.product;
import static dev.azoth.examples.shop.Stock_.stock;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Takes orders, ships and cancels them. The caller commits. */
public final class Orders {
    private final Session session;

    public Orders(Session session) {
        this.session = session;
    }

    /** There is less of a product than was ordered. */
    public static final class OutOfStockException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutOfStockException(String message) {
            super(message);
        }
    }

    /**
     * Takes an order.
     *
     * @param pieces how many pieces of which products, by their keys
     * @throws OutOfStockException if there is too little of a product; nothing was changed then
     * @throws dev.azoth.StaleDataException by the flush, if somebody else took of the same stocks meanwhile, as their versions tell: to be done again
     */
    // tag::shop-place
    public Order place(String customerCode, LocalDate day, Map<Long, Integer> pieces) {
        Customer customer = session.get(Customer.class, customerCode)
                .orElseThrow(() -> new IllegalArgumentException("no customer " + customerCode));
        List<Product> products = session.execute(
                        select(product).where(product.id.in(pieces.keySet())).orderBy(product.id))
                .all();
        List<Stock> stocks = session.execute(select(stock)
                        .where(stock.product.key(Long.class).in(pieces.keySet()))
                        .orderBy(stock.product.key(Long.class), stock.warehouse.key(Long.class)))
                .all();
        Order placed = new Order(customer, day);
        for (Product each : products) {
            placed.with(each, pieces.getOrDefault(each.id, 0));
        }
        placed.lines.forEach(each -> checkThere(each, stocks));
        placed.lines.forEach(each -> take(each, stocks));
        session.add(placed); // its lines come along
        return placed;
    }
    // end::shop-place

    private static List<Stock> of(OrderLine line, List<Stock> stocks) {
        return stocks.stream()
                .filter(each -> each.product.get() == line.product.get())
                .toList();
    }

    private static void checkThere(OrderLine line, List<Stock> stocks) {
        int there = of(line, stocks).stream().mapToInt(each -> each.pieces).sum();
        if (there < line.pieces) {
            throw new OutOfStockException(line.pieces + " pieces of " + line.product.orElseThrow().name
                    + " were ordered, and there are " + there);
        }
    }

    private static void take(OrderLine line, List<Stock> stocks) {
        int wanted = line.pieces;
        for (Stock each : of(line, stocks)) {
            int taken = Math.min(wanted, each.pieces);
            each.pieces -= taken;
            wanted -= taken;
        }
    }

    /** Sends an order away. */
    public void ship(Order shipped, Shipper shipper, LocalDate day) {
        shipped.shipper = Lazy.of(shipper);
        shipped.shipped = day;
        shipped.state = OrderState.SHIPPED;
    }

    /** Cancels the open orders of a customer: what they took goes back. Gives how many there were. */
    // tag::shop-cancel
    public int cancel(String customerCode) {
        List<Order> open = session.execute(select(order)
                        .where(order.customer.key(String.class).eq(customerCode), order.state.eq(OrderState.OPEN))
                        .options(selectinload(order.lines)
                                .selectinload(orderLine.product)
                                .selectinload(product.stocks)))
                .all();
        for (Order each : open) {
            each.state = OrderState.CANCELLED;
            each.lines.forEach(line -> line.product.orElseThrow().stocks.get(0).pieces += line.pieces);
        }
        return open.size();
    }
    // end::shop-cancel
}
