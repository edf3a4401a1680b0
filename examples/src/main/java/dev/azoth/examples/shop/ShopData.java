package dev.azoth.examples.shop;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.SessionFactory;
import dev.azoth.schema.MetaData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A company of some size, made by chance but the same each time: all its objects, new and not yet in any session. */
public final class ShopData {
    static final MetaData TABLES = Entities.metadata(
            Territory.class,
            Employee.class,
            Customer.class,
            Category.class,
            Stock.class,
            Order.class,
            Payment.class,
            Review.class);

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 365;

    final List<Region> regions = new ArrayList<>();
    final List<Territory> territories = new ArrayList<>();
    final List<Employee> employees = new ArrayList<>();
    final List<CustomerGroup> groups = new ArrayList<>();
    final List<Customer> customers = new ArrayList<>();
    final List<Category> categories = new ArrayList<>();
    final List<Supplier> suppliers = new ArrayList<>();
    final List<Warehouse> warehouses = new ArrayList<>();
    final List<Product> products = new ArrayList<>();
    final List<Shipper> shippers = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<Review> reviews = new ArrayList<>();

    private final Random random = new Random(15);

    /** The company with so many orders. */
    public ShopData(int orders) {
        company();
        assortment();
        for (int i = 0; i < orders; i++) {
            this.orders.add(order());
        }
        for (int i = 0; i < products.size(); i++) {
            reviews.add(new Review(
                    products.get(i),
                    any(customers),
                    1 + random.nextInt(5),
                    i % 7 == 0 ? "\u2764\ufe0f again" : "fine"));
        }
    }

    /** Makes the tables anew and writes all objects in one transaction. */
    // tag::shop-fill
    public SessionFactory fill(Engine engine) {
        TABLES.dropAll(engine);
        TABLES.createAll(engine);
        SessionFactory sessions = SessionFactory.create(engine);
        sessions.begin(session -> {
            session.addAll(regions);
            session.addAll(territories);
            session.addAll(employees);
            session.addAll(groups);
            session.addAll(customers);
            session.addAll(categories);
            session.addAll(suppliers);
            session.addAll(warehouses);
            session.addAll(products); // and their stocks, by cascade
            session.addAll(shippers);
            session.addAll(orders); // and their lines and payments
            session.addAll(reviews);
        });
        return sessions;
    }
    // end::shop-fill

    private void company() {
        for (String each : List.of("North", "East", "South", "West")) {
            regions.add(new Region(regions.size() + 1, each));
        }
        for (int i = 0; i < 12; i++) {
            territories.add(new Territory("T" + (100 + i), "District " + i, regions.get(i % regions.size())));
        }
        for (int i = 0; i < 12; i++) {
            Employee employee =
                    new Employee("Employee " + i, i == 0 ? "Director" : "Clerk", START.minusDays(1_000 - 50L * i));
            if (i > 0) {
                employee.manager = Lazy.of(employees.get((i - 1) / 3));
            }
            employee.territories.add(territories.get(i));
            employees.add(employee);
        }
        for (String each : List.of("wholesale", "restaurants", "abroad")) {
            groups.add(new CustomerGroup(each));
        }
        List<String> countries = List.of("SE", "DE", "IT", "JP");
        for (int i = 0; i < 40; i++) {
            String country = countries.get(i % countries.size());
            Customer customer = new Customer(
                    "C" + (1_000 + i), "Company " + i, new Address("Street " + i, "City " + i % 10, country));
            customer.groups.add(groups.get(i % groups.size()));
            customers.add(customer);
        }
    }

    private void assortment() {
        for (String each : List.of("Tea", "Coffee", "Spices", "Sweets", "Order & \"Select\"")) {
            categories.add(new Category(each, "All about " + each));
        }
        for (int i = 0; i < 6; i++) {
            suppliers.add(new Supplier("Supplier " + i, new Address("Port " + i, "Harbour", "SE")));
        }
        for (int i = 0; i < 3; i++) {
            warehouses.add(new Warehouse("Warehouse " + i, new Address("Lane " + i, "City " + i, "SE")));
        }
        for (int i = 0; i < 50; i++) {
            Product product = new Product(
                    "Product " + i,
                    BigDecimal.valueOf(150 + random.nextInt(5_000), 2),
                    categories.get(i % categories.size()),
                    suppliers.get(i % suppliers.size()));
            for (Warehouse each : warehouses) {
                product.stocks.add(new Stock(product, each, random.nextInt(60), 20));
            }
            products.add(product);
        }
        for (String each : List.of("Swift", "Steady")) {
            shippers.add(new Shipper(each));
        }
    }

    private Order order() {
        // the last customers never order
        Order order =
                new Order(customers.get(random.nextInt(customers.size() - 4)), START.plusDays(random.nextInt(DAYS)));
        order.employee = Lazy.of(any(employees));
        Set<Product> chosen = new LinkedHashSet<>();
        int different = 1 + random.nextInt(5);
        while (chosen.size() < different) {
            chosen.add(any(products));
        }
        chosen.forEach(each -> order.with(each, 1 + random.nextInt(10)));
        int fate = random.nextInt(10);
        if (fate == 0) {
            order.state = OrderState.CANCELLED;
        } else if (fate < 9) {
            order.state = OrderState.SHIPPED;
            order.shipped = order.ordered.plusDays(2 + random.nextInt(16));
            order.shipper = Lazy.of(any(shippers));
            order.payments.add(payment(order));
        }
        return order;
    }

    private Payment payment(Order order) {
        BigDecimal amount = order.lines.stream()
                .map(each -> each.price.multiply(BigDecimal.valueOf(each.pieces)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        LocalDate paid = order.ordered.plusDays(1);
        return random.nextBoolean()
                ? new CardPayment(order, amount, paid, "" + (1_000 + random.nextInt(9_000)))
                : new Transfer(order, amount, paid, "SE00" + random.nextInt(1_000_000));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
