package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.construct;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.nested;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.rowNumber;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.engine.Result;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.TableAlias;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that become records of records, and of the rows of other queries. */
@EveryDatabase
class NestedTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> shelf =
            Column.of("shelf", Types.INTEGER).primaryKey();
    private static final Column<String> room =
            Column.of("room", Types.VARCHAR(20)).notNull();
    private static final Table shelves = Table.of(METADATA, "shelf", shelf, room);
    private static final Column<Integer> book = Column.of("book", Types.INTEGER).primaryKey();
    private static final Column<Integer> on = Column.of("shelf", Types.INTEGER);
    private static final Column<String> in =
            Column.of("room", Types.VARCHAR(20)).notNull();
    private static final Table books = Table.of(METADATA, "book", book, on, in);
    private static final int SHELVES = 1_200;

    record Purchase(long id, BigDecimal total) {}

    record Person(String name, @Nullable Integer age) {}

    record Customer(Person person, List<Purchase> orders) {}

    record Buyer(String name, Optional<Purchase> last) {}

    record Part(long id, List<Integer> pieces) {}

    record Whole(String name, List<Part> parts) {}

    record Bought(BigDecimal total, @Nullable Person by) {}

    record Shelf(int number, List<Integer> books) {}

    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
        METADATA.createAll(db.engine());
        db.engine().begin(connection -> {
            List<@Nullable Object[]> some = new ArrayList<>();
            IntStream.range(0, SHELVES).forEach(i -> some.add(new Object[] {i, i % 2 == 0 ? "red" : "blue"}));
            connection.execute(insert(shelves), ParameterRows.of(List.of(shelf, room), some));
            List<@Nullable Object[]> all = new ArrayList<>();
            IntStream.range(0, SHELVES).forEach(i -> all.add(new Object[] {i, i / 3, i % 2 == 0 ? "red" : "blue"}));
            connection.execute(insert(books), ParameterRows.of(List.of(book, on, in), all));
        });
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    static Nested<Purchase, List<Purchase>> orders() {
        return nested(select(order.id, order.total).orderBy(order.id.desc()).as(Purchase.class))
                .on(order.customerId.eq(customer.id))
                .select();
    }

    @Test
    void partsOfARowBecomeARecord(Database db) {
        db.expect(select(order.total, construct(Person.class, customer.name, customer.age))
                        .from(order)
                        .join(customer, customer.id.eq(order.customerId))
                        .orderBy(order.id)
                        .as(Bought.class))
                .sql("SELECT purchase.total, customer.name, customer.age FROM purchase JOIN customer"
                        + " ON customer.id = purchase.customer_id ORDER BY purchase.id")
                .rows(
                        new Bought(money("10.50"), new Person("ann", 30)),
                        new Bought(money("20.00"), new Person("ann", 30)),
                        new Bought(money("5.25"), new Person("bob", 41)));
    }

    @Test
    void aRecordIsNullWhenAllItsColumnsAre(Database db) {
        var bought = select(customer.name, construct(Purchase.class, order.id, order.total))
                .from(customer)
                .leftJoin(order, order.customerId.eq(customer.id))
                .where(customer.id.ge(2L))
                .orderBy(customer.id);

        List<Row> rows = db.all(bought);

        assertThat(rows).extracting(row -> row.get(1)).containsExactly(new Purchase(3, money("5.25")), null);
        assertThat(rows.get(0).names()).containsExactly("name", "purchase");
        assertThat(db.all(select(construct(Person.class, customer.name, customer.age))
                        .where(customer.id.eq(3L))))
                .containsExactly(new Person("cid", null));
    }

    @Test
    void rowsOfAnotherQueryAreNested(Database db) {
        var customers = select(construct(Person.class, customer.name, customer.age), orders())
                .orderBy(customer.id)
                .as(Customer.class);

        List<String> sent = db.statements()
                .during(() -> assertThat(db.all(customers))
                        .containsExactly(
                                new Customer(
                                        new Person("ann", 30),
                                        List.of(new Purchase(2, money("20.00")), new Purchase(1, money("10.50")))),
                                new Customer(new Person("bob", 41), List.of(new Purchase(3, money("5.25")))),
                                new Customer(new Person("cid", null), List.of())));

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0))
                .isEqualTo("SELECT customer.name, customer.age, customer.id FROM customer ORDER BY customer.id");
        assertThat(sent.get(1))
                .startsWith("SELECT purchase.id, purchase.total, purchase.customer_id FROM purchase"
                        + " WHERE purchase.customer_id ")
                .endsWith(" ORDER BY purchase.id DESC");
    }

    @Test
    @Requires(Capability.WINDOWS)
    void ofEachOwnerTheFirstRowsAreRead(Database db) {
        var buyers =
                select(customer.name, orders().first()).orderBy(customer.id).as(Buyer.class);

        db.statements()
                .expect(
                        2,
                        () -> assertThat(db.all(buyers))
                                .containsExactly(
                                        new Buyer("ann", Optional.of(new Purchase(2, money("20.00")))),
                                        new Buyer("bob", Optional.of(new Purchase(3, money("5.25")))),
                                        new Buyer("cid", Optional.empty())));
        Select<Purchase> second = select(order.id, order.total)
                .orderBy(order.total)
                .limit(5)
                .offset(1)
                .as(Purchase.class);
        assertThat(db.all(select(nested(second).on(customer.id.eq(order.customerId)))
                        .orderBy(customer.id)))
                .containsExactly(List.of(new Purchase(2, money("20.00"))), List.of(), List.of());
    }

    @Test
    @Requires(Capability.WINDOWS)
    void queriesAreNestedToAnyDepth(Database db) {
        TableAlias same = order.as("same");
        var pieces = nested(select(same.get(order.pieces)).orderBy(same.get(order.pieces)))
                .on(same.get(order.id).eq(order.id))
                .select();
        Select<Part> parts = select(order.id, pieces).orderBy(order.id).as(Part.class);
        var whole = select(customer.name, nested(parts).on(order.customerId.eq(customer.id)))
                .orderBy(customer.id)
                .as(Whole.class);
        List<Whole> expected = List.of(
                new Whole("ann", List.of(new Part(1, List.of(7)), new Part(2, List.of(2)))),
                new Whole("bob", List.of(new Part(3, List.of(3)))),
                new Whole("cid", List.of()));

        db.statements().expect(3, () -> assertThat(db.all(whole)).isEqualTo(expected));
        var limited = select(customer.name, nested(parts.limit(9)).on(order.customerId.eq(customer.id)))
                .orderBy(customer.id)
                .as(Whole.class);
        db.statements().expect(3, () -> assertThat(db.all(limited)).isEqualTo(expected));
    }

    @Test
    void ownersAreReadInPages(Database db) {
        var all = select(
                        shelf,
                        nested(select(book).orderBy(book.desc()))
                                .on(on.eq(shelf))
                                .select())
                .orderBy(shelf)
                .as(Shelf.class);

        db.statements().expect(4, () -> {
            List<Shelf> read = db.all(all);
            assertThat(read).hasSize(SHELVES);
            assertThat(read.get(399)).isEqualTo(new Shelf(399, List.of(1199, 1198, 1197)));
            assertThat(read.get(400)).isEqualTo(new Shelf(400, List.of()));
        });
        db.statements().expect(2, () -> {
            try (Connection connection = db.engine().connect()) {
                assertThat(connection.execute(all).first()).contains(new Shelf(0, List.of(2, 1, 0)));
            }
        });
    }

    @Test
    void ownersStream(Database db) {
        var all = select(
                        shelf,
                        nested(select(book).orderBy(book)).on(on.eq(shelf)).select())
                .orderBy(shelf);
        try (Connection connection = db.engine().connect()) {
            if (!db.has(Capability.WORK_BESIDE_STREAMS)) {
                assertThatThrownBy(() -> connection.stream(all))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageEndingWith(
                                " can run nothing while a result streams, and so no nested query: use execute(…)");
                return;
            }
            try (Result<Row> rows = connection.stream(all, 100)) {
                int books = 0;
                for (Row row : rows) {
                    books += ((List<?>) row.get(1)).size();
                }
                assertThat(books).isEqualTo(SHELVES);
            }
        }
    }

    @Test
    void severalColumnsMayBelongTogether(Database db) {
        var all = select(
                        shelf,
                        nested(select(book).orderBy(book))
                                .on(on.eq(shelf).and(in.eq(room)))
                                .select())
                .where(shelf.le(1))
                .orderBy(shelf)
                .as(Shelf.class);

        db.statements()
                .expect(
                        2,
                        () -> assertThat(db.all(all))
                                .containsExactly(new Shelf(0, List.of(0, 2)), new Shelf(1, List.of(3, 5))));
    }

    @Test
    void groupsAndSetsAreNested(Database db) {
        var spent = nested(select(sum(order.pieces).as("pieces")).from(order).groupBy(order.pieces.gt(5)))
                .on(order.customerId.eq(customer.id))
                .asSet();

        assertThat(db.all(select(spent).orderBy(customer.id))).containsExactly(Set.of(7, 2), Set.of(3), Set.of());
    }

    @Test
    @Requires(Capability.WINDOWS)
    void rowsAreNumberedWithinTheirOwners(Database db) {
        var numbered = nested(select(rowNumber()
                                .over(w -> w.partitionBy(order.customerId).orderBy(order.id.desc())))
                        .from(order)
                        .orderBy(order.id))
                .on(order.customerId.eq(customer.id));

        assertThat(db.all(select(numbered).orderBy(customer.id)))
                .containsExactly(List.of(2L, 1L), List.of(1L), List.of());
    }

    @Test
    void nestedQueriesHaveValuesAndParametersOfTheirOwn(Database db) {
        for (int least : new int[] {3, 7}) {
            var some = select(nested(select(order.id)
                                    .where(order.pieces.ge(least), order.id.lt(parameter("below", Types.BIGINT)))
                                    .orderBy(order.id))
                            .on(order.customerId.eq(customer.id))
                            .select())
                    .where(customer.id.le(2L))
                    .orderBy(customer.id);
            try (Connection connection = db.engine().connect()) {
                assertThat(connection.execute(some, Map.of("below", 9L)).all())
                        .containsExactly(List.of(1L), least == 3 ? List.of(3L) : List.of());
            }
        }
    }

    @Test
    void aRowTellsOfWhatItsOwnStatementNested(Database db) {
        for (long least : new long[] {1, 2}) {
            var some = nested(select(order.id).where(order.id.ge(least)).orderBy(order.id))
                    .on(order.customerId.eq(customer.id));
            List<Row> rows = db.all(select(customer.name, some).where(customer.id.eq(1L)));

            assertThat(rows.get(0).get(some)).containsExactlyElementsOf(least == 1 ? List.of(1L, 2L) : List.of(2L));
            assertThat(rows.get(0).mapping()).containsKeys("name", "purchase");
        }
    }

    @Test
    void whoReadsOnAfterTheTransactionIsTold(Database db) {
        var all = select(shelf, nested(select(book)).on(on.eq(shelf)).select()).orderBy(shelf);
        try (Connection connection = db.engine().connect()) {
            Result<Row> rows = connection.execute(all);
            rows.iterator().next();
            connection.commit();
            assertThatThrownBy(rows::all)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("the transaction ended before all rows were read");
        }
    }
}
