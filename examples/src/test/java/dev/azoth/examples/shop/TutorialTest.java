package dev.azoth.examples.shop;

import static dev.azoth.examples.shop.Category_.category;
import static dev.azoth.examples.shop.Customer_.customer;
import static dev.azoth.examples.shop.OrderLine_.orderLine;
import static dev.azoth.examples.shop.Order_.order;
import static dev.azoth.examples.shop.Payment_.payment;
import static dev.azoth.examples.shop.Product_.product;
import static dev.azoth.examples.shop.Stock_.stock;
import static dev.azoth.examples.shop.Transfer_.transfer;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.raiseload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DetachedException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.Row;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.StatementCounter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tutorial, step by step. */
@EveryDatabase
class TutorialTest {
    private SessionFactory sessions;
    private final StatementCounter counter = new StatementCounter();

    @BeforeEach
    void fill(Database database) {
        sessions = new ShopData(40).fill(database.engine());
        database.engine().listen(counter);
    }

    @Test
    void anEngineAndItsTables(Database database) {
        // tag::tutorial-engine
        Engine engine = Engine.create("sqlite://"); // or postgresql://scott:tiger@localhost/shop, mysql://…

        engine.begin(connection -> {
            String hello = connection
                    .execute(text("SELECT 'hello world' AS hello").withOnly("hello", TEXT))
                    .one();
            System.out.println(hello);
        });
        // end::tutorial-engine
        // tag::tutorial-tables
        MetaData tables = Entities.metadata(Order.class, Stock.class, Review.class); // and all that they lead to
        tables.createAll(engine); // those that are not there yet
        // end::tutorial-tables
        assertThat(tables.tables()).hasSizeGreaterThan(12);
        engine.close();
    }

    @Test
    void objectsBecomeRows(Database database) {
        // tag::tutorial-add
        try (Session session = sessions.open()) {
            Customer cafe = new Customer("CAFE1", "Café Längst", new Address("Torg 1", "Umeå", "SE"));
            session.add(cafe); // pending: no statement yet
            System.out.println(session.pending()); // [INSERT Customer (new) (code, company, …)]

            session.flush(); // INSERT INTO customer …
            session.commit();
        }
        // end::tutorial-add
        // tag::tutorial-get
        try (Session session = sessions.open()) {
            Customer cafe = session.get(Customer.class, "CAFE1").orElseThrow();
            Customer same = session.execute(select(customer).where(customer.code.eq("CAFE1")))
                    .one();
            System.out.println(cafe == same); // true: one object for one row
        }
        // end::tutorial-get
        try (Session session = sessions.open()) {
            Customer cafe = session.get(Customer.class, "CAFE1").orElseThrow();
            // tag::tutorial-change
            cafe.company = "Café Kortast";
            cafe.address = new Address("Torg 2", "Umeå", "SE");
            List<PendingChange> changes = session.pending(); // one UPDATE, of company and street
            session.rollback(); // the object is what it was
            System.out.println(cafe.company); // Café Längst
            // end::tutorial-change
            assertThat(changes)
                    .singleElement()
                    .satisfies(each -> assertThat(each.kind()).isEqualTo(PendingChange.Kind.UPDATE));
            assertThat(cafe.company).isEqualTo("Café Längst");
            // tag::tutorial-delete
            session.delete(cafe);
            session.commit();
            System.out.println(session.state(cafe)); // DETACHED
            // end::tutorial-delete
            assertThat(session.state(cafe)).isEqualTo(EntityState.DETACHED);
            assertThat(session.get(Customer.class, "CAFE1")).isEmpty();
        }
    }

    @Test
    void questions(Database database) {
        try (Session session = sessions.open()) {
            // tag::tutorial-select
            List<Product> dear = session.execute(select(product)
                            .where(product.price.gt(new BigDecimal("40")), product.discontinued.eq(false))
                            .orderBy(product.price.desc())
                            .limit(5))
                    .all();

            List<Row> names = session.execute(select(product.name, category.name)
                            .from(product)
                            .join(category, product.category.on(category))
                            .orderBy(category.name, product.name))
                    .all();
            String first = names.get(0).get(product.name); // typed by the column
            // end::tutorial-select
            assertThat(dear).hasSizeLessThanOrEqualTo(5);
            assertThat(first).startsWith("Product");
            // tag::tutorial-group
            record Assortment(String category, long products) {}

            List<Assortment> assortments = session.execute(select(category.name, count(product.id))
                            .from(category)
                            .leftJoin(product, product.category.on(category))
                            .groupBy(category.name)
                            .having(count(product.id).ge(3L))
                            .orderBy(category.name)
                            .as(Assortment.class))
                    .all();
            // end::tutorial-group
            assertThat(assortments)
                    .hasSize(5)
                    .allSatisfy(each -> assertThat(each.products()).isEqualTo(10));
            // tag::tutorial-exists
            List<Customer> busy = session.execute(select(customer)
                            .where(customer.orders.any(order, order.state.eq(OrderState.OPEN)))
                            .orderBy(customer.code))
                    .all();

            List<Product> nowhere = session.execute(select(product)
                            .where(product.stocks.any(stock, stock.pieces.gt(0)).not()))
                    .all();
            // end::tutorial-exists
            assertThat(busy).isNotEmpty();
            assertThat(nowhere).isEmpty();
            // tag::tutorial-subclasses
            List<Payment> payments = session.execute(select(payment)).all(); // CardPayments and Transfers

            List<Transfer> transfers = session.execute(select(transfer)
                            .where(transfer.account.startsWith("SE"))
                            .orderBy(transfer.paid))
                    .all();
            // end::tutorial-subclasses
            assertThat(payments)
                    .hasAtLeastOneElementOfType(CardPayment.class)
                    .hasAtLeastOneElementOfType(Transfer.class);
            assertThat(transfers).isNotEmpty();
        }
    }

    @Test
    void relatedObjects(Database database) {
        try (Session session = sessions.open()) {
            Customer some = session.get(Customer.class, "C1003").orElseThrow();
            Product tea = session.execute(select(product).orderBy(product.id).limit(1))
                    .one();
            // tag::tutorial-related
            Order placed = new Order(some, LocalDate.of(2026, 3, 29)).with(tea, 3);
            session.add(placed); // and its line, by cascade
            session.flush(); // the order first, then the line with the order's key
            System.out.println(some.orders.contains(placed)); // true: both sides are in step

            placed.lines.clear();
            session.flush(); // DELETE FROM order_line …: orphans go
            // end::tutorial-related
            assertThat(some.orders).contains(placed);
            assertThat(session.execute(select(count()).from(orderLine).where(orderLine.order.eq(placed)))
                            .one())
                    .isZero();
        }
    }

    @Test
    void loading(Database database) {
        try (Session session = sessions.open()) {
            // tag::tutorial-lazy
            Order some =
                    session.execute(select(order).orderBy(order.id).limit(1)).one();
            System.out.println(some.customer.isLoaded()); // false
            System.out.println(some.customer.get().company); // loads it: visible in the type, Lazy<Customer>
            System.out.println(some.lines.size()); // loads the lines
            // end::tutorial-lazy
            assertThat(some.lines).isNotEmpty();
        }
        try (Session session = sessions.open()) {
            // tag::tutorial-options
            List<Order> orders = session.execute(select(order)
                            .where(order.state.eq(OrderState.SHIPPED))
                            .options(
                                    joinedload(order.customer),
                                    selectinload(order.lines)
                                            .selectinload(orderLine.product)
                                            .selectinload(product.category)))
                    .all(); // four statements, however many orders there are
            // end::tutorial-options
            counter.clear();
            orders.forEach(each ->
                    each.lines.forEach(line -> line.product.get().category.get()));
            assertThat(counter.count()).isZero();
        }
        try (Session session = sessions.open()) {
            // tag::tutorial-raise
            Order some = session.execute(
                            select(order).orderBy(order.id).limit(1).options(raiseload(order)))
                    .one();
            System.out.println(
                    some.lines.size()); // InvalidRequestException: names Order#1.lines and the option that loads it
            // end::tutorial-raise
        } catch (InvalidRequestException e) {
            assertThat(e).hasMessageContaining("selectinload(order.lines)");
            return;
        }
        throw new AssertionError("raiseload must refuse");
    }

    @Test
    void afterTheSession(Database database) {
        Order detached = sessions.transaction(session ->
                session.execute(select(order).orderBy(order.id).limit(1)).one());
        assertThatThrownBy(() -> detached.lines.size()).isInstanceOf(DetachedException.class);
        // tag::tutorial-merge
        detached.state = OrderState.CANCELLED; // changed outside of any session
        try (Session session = sessions.open()) {
            Order attached = session.merge(detached); // the session's object, with the state of the other
            session.commit(); // UPDATE orders …, if nobody changed the row meanwhile
            System.out.println(attached.lines.size()); // this one can load
        }
        // end::tutorial-merge
        assertThat(sessions.<Order>transaction(
                                session -> session.get(Order.class, detached.id).orElseThrow())
                        .state)
                .isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void savepoints(Database database) {
        if (database.name().equals("duckdb")) {
            try (Session session = sessions.open()) {
                assertThatThrownBy(session::beginNested).isInstanceOf(CompileException.class);
            }
            return;
        }
        try (Session session = sessions.open()) {
            Product some = session.execute(select(product).orderBy(product.id).limit(1))
                    .one();
            BigDecimal before = some.price;
            // tag::tutorial-nested
            try (SessionSavepoint savepoint = session.beginNested()) {
                some.price = new BigDecimal("1.00");
                session.flush();
                savepoint.rollback(); // in the database, and in the object
            }
            // end::tutorial-nested
            assertThat(some.price).isEqualTo(before);
        }
    }

    @Test
    void manyRowsAtOnce(Database database) {
        try (Session session = sessions.open()) {
            Category some = session.execute(
                            select(category).orderBy(category.id).limit(1))
                    .one();
            // tag::tutorial-core
            int raised = (int) session.execute(update(product.table())
                            .set(product.price, product.price.times(new BigDecimal("1.10")))
                            .where(product.category.eq(some)))
                    .rowCount();

            session.execute(insert(Region_.region.table())
                    .values(Region_.region.id, (short) 5)
                    .values(Region_.region.name, "Centre"));
            session.commit();
            // end::tutorial-core
            assertThat(raised).isEqualTo(10);
            assertThat(session.get(Region.class, (short) 5)).isPresent();
        }
    }
}
