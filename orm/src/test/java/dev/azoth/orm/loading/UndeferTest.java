package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.undefer;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns that are loaded when they are asked for, loaded with the rows. */
@EveryDatabase
class UndeferTest {
    private static final ColumnReference<Long> ID = Trade.customer.column("id", Long.class);
    private static final ColumnReference<String> BIOGRAPHY = Trade.customer.column("biography", String.class);
    private static final Select<Customer> CUSTOMERS = select(Trade.customer).orderBy(ID);

    private final Database database;

    UndeferTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    private static List<String> biographies(List<Customer> customers) {
        return customers.stream()
                .map(each -> String.valueOf(each.biography.get()))
                .toList();
    }

    @Test
    void columnComesWithTheRows() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));
            Sent.during(
                            database,
                            () -> assertThat(biographies(
                                            session.all(CUSTOMERS.options(undefer(Trade.customer, BIOGRAPHY)))))
                                    .containsExactly("counts", "builds", "null", "dances"))
                    .was("SELECT customer.id, customer.name, customer.home_id, customer.biography FROM customer"
                            + " ORDER BY customer.id");
        }
    }

    @Test
    void columnComesAtTheEndOfAPath() {
        for (var option : List.of(joinedload(Trade.buyer), selectinload(Trade.buyer))) {
            try (HeldObjects session = new HeldObjects(database)) {
                List<Purchase> found = session.all(select(Trade.purchase)
                        .orderBy(Trade.purchase.column("id", Long.class))
                        .limit(3)
                        .options(option.undefer(BIOGRAPHY)));
                Sent.during(
                                database,
                                () -> assertThat(found)
                                        .extracting(each ->
                                                each.customer.get().biography.get())
                                        .containsExactly("counts", "counts", "builds"))
                        .wasNothing();
            }
        }
    }

    @Test
    void objectOfTheSessionGetsWhatItLacks() {
        SessionFactory sessions = SessionFactory.create(database.engine());
        try (Session session = sessions.open()) {
            List<Customer> held = session.execute(CUSTOMERS).all();
            held.get(1).biography = Lazy.of("changed");

            session.execute(CUSTOMERS.options(undefer(Trade.customer, BIOGRAPHY)));

            assertThat(held).allMatch(each -> each.biography.isLoaded());
            assertThat(biographies(held)).containsExactly("counts", "changed", "null", "dances");
            assertThat(session.pending()).as("it was flushed before the query").isEmpty();
            session.rollback();
        }
    }

    @Test
    void plainMembersAreLoadedAnyway() {
        try (HeldObjects session = new HeldObjects(database)) {
            assertThat(session.all(CUSTOMERS.options(undefer(Trade.customer, ID))))
                    .hasSize(4);
            assertThatThrownBy(() -> session.all(
                            CUSTOMERS.options(undefer(Trade.customer, Trade.city.column("name", String.class)))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("undefer(name) names no column of Customer under its own name:"
                            + " take it from the entity, not from an alias");
        }
    }
}
