package dev.azoth.manual;

import static dev.azoth.manual.Shop.order;
import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.construct;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.nested;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Result;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EveryDatabase
class ResultsTest extends ShopTest {
    // tag::results-record
    record Customer(String name, long orders, BigDecimal spent) {}
    // end::results-record

    @Test
    void waysToReadAResult(Database database) {
        try (Connection connection = database.engine().connect()) {
            // tag::results-ways
            Select<String> names = select(user.name).orderBy(user.id);

            List<String> all = connection.execute(names).all();
            Optional<String> first = connection.execute(names).first();
            String only = connection.execute(names.where(user.id.eq(1L))).one(); // none or two are errors
            Optional<String> perhaps =
                    connection.execute(names.where(user.id.eq(9L))).oneOrEmpty();
            // end::results-ways
            assertThat(all).hasSize(3);
            assertThat(first).contains("sandy");
            assertThat(only).isEqualTo("sandy");
            assertThat(perhaps).isEmpty();
        }
    }

    @Test
    void rowsKnowTheirColumns(Database database) {
        try (Connection connection = database.engine().connect()) {
            // tag::results-row
            Row row = connection
                    .execute(select(user.id, user.name, count(order.id).as("orders"))
                            .from(user)
                            .join(order, order.userId.eq(user.id))
                            .where(user.id.eq(1L))
                            .groupBy(user.id, user.name))
                    .one();

            String name = row.get(user.name); // typed by the column
            long orders = row.get("orders", Long.class); // by the label, its class checked
            Map<String, Object> values = row.mapping();
            // end::results-row
            assertThat(name).isEqualTo("sandy");
            assertThat(orders).isEqualTo(2);
            assertThat(values).containsKeys("id", "name", "orders");
        }
    }

    @Test
    void rowsBecomeRecords(Database database) {
        try (Connection connection = database.engine().connect()) {
            // tag::results-into
            List<Customer> customers = connection
                    .execute(select(
                                    user.name,
                                    count(order.id).as("orders"),
                                    sum(order.total).as("spent"))
                            .from(user)
                            .join(order, order.userId.eq(user.id))
                            .groupBy(user.id, user.name)
                            .orderBy(user.name)
                            .as(Customer.class))
                    .all();
            // end::results-into
            assertThat(customers).extracting(Customer::name).containsExactly("patrick", "sandy");
        }
    }

    // tag::results-nested-records
    record Contact(String email) {}

    record Purchase(long id, BigDecimal total) {}

    record Account(String name, Contact contact, List<Purchase> orders) {}
    // end::results-nested-records

    @Test
    void recordsHoldRecordsAndLists(Database database) {
        try (Connection connection = database.engine().connect()) {
            // tag::results-nested
            List<Account> accounts = connection
                    .execute(select(
                                    user.name,
                                    construct(Contact.class, user.email),
                                    nested(select(order.id, order.total)
                                                    .orderBy(order.total.desc())
                                                    .as(Purchase.class))
                                            .on(order.userId.eq(user.id)))
                            .orderBy(user.id)
                            .as(Account.class))
                    .all();
            // end::results-nested
            assertThat(accounts).hasSize(3);
            assertThat(accounts.get(0).orders()).hasSize(2);
        }
    }

    @Test
    void nestedRowsComeInTwoWays(Database database) {
        // tag::results-nested-ways
        Nested<Purchase, Map<Long, Purchase>> byId = nested(
                        select(order.id, order.total).as(Purchase.class))
                .on(order.userId.eq(user.id))
                .asMap(order.id)
                .select();
        // end::results-nested-ways
        try (Connection connection = database.engine().connect()) {
            assertThat(connection
                            .execute(select(byId).where(user.id.eq(1L)))
                            .one()
                            .keySet())
                    .containsExactlyInAnyOrder(1L, 2L);
        }
    }

    @Test
    void manyRowsComeBitByBit(Database database) {
        try (Connection connection = database.engine().connect()) {
            BigDecimal total = BigDecimal.ZERO;
            // tag::results-stream
            try (Result<BigDecimal> totals = connection.stream(select(order.total))) {
                for (List<BigDecimal> part : totals.partitions(1_000)) {
                    total = part.stream().reduce(total, BigDecimal::add);
                }
            }

            try (Stream<String> names = connection.stream(select(user.name)).stream()) {
                names.filter(name -> name.length() > 5).forEach(System.out::println);
            }
            // end::results-stream
            assertThat(total).isEqualByComparingTo("49.75");
        }
    }
}
