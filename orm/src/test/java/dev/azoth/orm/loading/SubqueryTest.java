package dev.azoth.orm.loading;

import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.loading.Trade.Customer;
import dev.azoth.orm.loading.Trade.Purchase;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class SubqueryTest {
    private static final ColumnReference<Long> ID = Trade.purchase.column("id", Long.class);
    private static final Select<Purchase> PURCHASES =
            select(Trade.purchase).where(ID.lt(30L)).orderBy(ID);

    private final Database database;

    SubqueryTest(Database database) {
        this.database = database;
    }

    @PrepareDatabase
    static void create(Database database) {
        Trade.create(database);
    }

    @Test
    void ownersQueryStandsInsideThoseOfTheLevelsBelow() {
        try (HeldObjects session = new HeldObjects(database)) {
            var query = PURCHASES.options(subqueryload(Trade.lines).subqueryload(Trade.parts));

            Sent.during(database, () -> {
                        List<Purchase> found = session.all(query);
                        assertThat(found.get(0).lines.get(0).parts).hasSize(2);
                        assertThat(found.get(1).lines.get(0).parts).isEmpty();
                    })
                    .was(
                            "SELECT purchase.id, purchase.customer_id FROM purchase WHERE purchase.id < ?"
                                    + " ORDER BY purchase.id",
                            "SELECT line.purchase_id, line.number, line.quantity FROM line"
                                    + " JOIN (SELECT DISTINCT purchase.id FROM purchase WHERE purchase.id < ?) AS owners"
                                    + " ON line.purchase_id = owners.id ORDER BY line.number",
                            "SELECT part.id, part.line_purchase_id, part.line_number FROM part"
                                    + " JOIN (SELECT DISTINCT line.purchase_id, line.number FROM line"
                                    + " JOIN (SELECT DISTINCT purchase.id FROM purchase WHERE purchase.id < ?) AS owners"
                                    + " ON line.purchase_id = owners.id) AS owners"
                                    + " ON part.line_purchase_id = owners.purchase_id"
                                    + " AND part.line_number = owners.number ORDER BY part.id");
        }
    }

    @Test
    void pageStaysAPage() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));
            ColumnReference<Long> id = Trade.customer.column("id", Long.class);
            var query = select(Trade.customer).orderBy(id).limit(1).options(subqueryload(Trade.clubs));

            Sent.during(database, () -> {
                        Customer ada = session.one(query);
                        assertThat(ada.clubs).hasSize(2);
                    })
                    .was(
                            "SELECT customer.id, customer.name, customer.home_id FROM customer"
                                    + " ORDER BY customer.id LIMIT ?",
                            "SELECT membership.customer_id, club.id, club.name FROM membership"
                                    + " JOIN club ON club.id = membership.club_id"
                                    + " JOIN (SELECT DISTINCT page.id FROM (SELECT customer.id, customer.name,"
                                    + " customer.home_id FROM customer ORDER BY customer.id LIMIT ?) AS page) AS owners"
                                    + " ON membership.customer_id = owners.id");
        }
    }

    @Test
    void objectsThatCameByTheirKeysAreAskedForByTheirKeys() {
        try (HeldObjects session = new HeldObjects(database)) {
            session.all(select(Trade.city));
            var query = PURCHASES.options(selectinload(Trade.buyer).subqueryload(Trade.badge));

            Sent.during(
                            database,
                            () -> assertThat(session.all(query)
                                            .get(0)
                                            .customer
                                            .get()
                                            .badge
                                            .get()
                                            .id)
                                    .isEqualTo(7))
                    .wasStatements(3);
        }
    }
}
