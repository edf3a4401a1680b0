package dev.azoth.orm.loading;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.RepeatedLoads;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import org.junit.jupiter.api.Test;

@EveryDatabase
class RepeatedLoadsTest {
    private final Database database;

    RepeatedLoadsTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    private static int total(Iterable<Customer> customers) {
        int total = 0;
        for (Customer each : customers) {
            total += each.purchases.size();
        }
        return total;
    }

    @Test
    void lazyLoadsInALoopAreFound() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.repeatedLoads = RepeatedLoads.failAbove(2);

            assertThatThrownBy(() -> total(session.all(select(Trade.customer))))
                    .isInstanceOf(InvalidRequestException.class)
                    .extracting(thrown -> thrown.getMessage().replaceAll("java:\\d+", "java:1"))
                    .isEqualTo("""
                            One line asked the same of the database 3 times in a session: this is N+1.
                              asked for  Customer.purchases
                              at         RepeatedLoadsTest.total (RepeatedLoadsTest.java:1)
                              instead    select(customer).options(selectinload(customer.purchases))
                              or         allow more than 2; see docs/orm/loading.md#raise""");
        }
    }

    @Test
    void queriesAndKeysInALoopAreFound() {
        var id = Trade.customer.column("id", Long.class);
        EntityMapping<Customer> mapping = EntityMapping.of(Customer.class);
        try (HeldObjects session = new HeldObjects(database)) {
            session.repeatedLoads = RepeatedLoads.failAbove(1);

            assertThatThrownBy(() -> {
                        for (long i = 1; i <= 4; i++) {
                            session.queries.execute(select(id).where(id.eq(i)));
                        }
                    })
                    .hasMessageContaining("asked for  the same query, with other values");
            assertThatThrownBy(() -> {
                        for (long i = 1; i <= 4; i++) {
                            session.queries.load(mapping, mapping.key(i));
                        }
                    })
                    .hasMessageContaining("asked for  Customer by its key");
        }
    }

    @Test
    void nothingIsCountedWhenItIsOff() {
        try (HeldObjects session = new HeldObjects(database)) {
            assertThat(total(session.all(select(Trade.customer)))).isEqualTo(4);
        }
    }
}
