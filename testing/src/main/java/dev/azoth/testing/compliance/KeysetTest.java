package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Keyset;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class KeysetTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void aPageBeginsAfterAPosition(Database db) {
        Keyset<Long> pages = Keyset.of(select(order.id).orderBy(order.customerId.asc(), order.pieces.desc()));
        String condition = "SELECT purchase.id FROM purchase WHERE purchase.customer_id %s ?"
                + " AND (purchase.customer_id %s ? OR purchase.customer_id = ? AND purchase.pieces %s ?) ORDER BY ";
        db.expect(pages.after(1L, 7).limit(1))
                .sql(condition.formatted(">=", ">", "<") + "purchase.customer_id, purchase.pieces DESC LIMIT ?")
                .parameters(1L, 1L, 1L, 7, 1L)
                .rows(2L);
        db.expect(pages.before(2L, 3))
                .sql(condition.formatted("<=", "<", ">") + "purchase.customer_id DESC, purchase.pieces")
                .rows(2L, 1L);
    }

    /** Forwards and backwards page by page, every row comes once; whatever is null. */
    @Test
    void everyRowIsOnOnePage(Database db) {
        List<Select<Row>> queries = List.of(
                select(customer.id, customer.age).orderBy(customer.age.asc().nullsFirst(), customer.id.asc()),
                select(customer.id, customer.age).orderBy(customer.age.asc().nullsLast(), customer.id.desc()),
                select(customer.id, customer.age).orderBy(customer.age.desc().nullsFirst(), customer.id.asc()),
                select(customer.id, customer.age).orderBy(customer.age.desc().nullsLast(), customer.id.desc()),
                select(customer.id, customer.active).orderBy(customer.active.asc(), customer.id.desc()));
        try (Connection connection = db.engine().connect()) {
            for (Select<Row> query : queries) {
                List<Row> all = connection.execute(query).all();
                Keyset<Row> pages = Keyset.of(query);
                List<Row> met =
                        new ArrayList<>(connection.execute(query.limit(1)).all());
                for (int i = 1; i < all.size(); i++) {
                    met.add(connection
                            .execute(pages.after(pages.position(met.get(i - 1))).limit(1))
                            .one());
                }
                assertThat(met).isEqualTo(all);
                Row last = all.get(all.size() - 1);
                assertThat(connection.execute(pages.after(pages.position(last))).all())
                        .isEmpty();
                List<Row> back = new ArrayList<>(
                        connection.execute(pages.before(pages.position(last))).all());
                java.util.Collections.reverse(back);
                assertThat(back).isEqualTo(all.subList(0, all.size() - 1));
            }
        }
    }

    @Test
    void aPositionFitsTheOrder(Database db) {
        Keyset<Long> pages = Keyset.of(select(customer.id).orderBy(customer.age, customer.id));
        assertThatThrownBy(() -> pages.after(1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("a position has a value for each of 2 orderings, not 1: [1]");
        assertThatThrownBy(() -> pages.after(null, 1L))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "the position has a null for customer.age, of which the order does not say where nulls come:"
                                + " call nullsFirst() or nullsLast()");
        assertThatThrownBy(() -> pages.after("x", 1L))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("column age takes java.lang.Integer, not java.lang.String");
        assertThatThrownBy(() -> Keyset.of(select(customer.id)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("pages need an order: call orderBy(…), with the primary key last");
        assertThatThrownBy(() -> Keyset.of(select(order.customerId, count())
                        .groupBy(order.customerId)
                        .orderBy(order.customerId)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the pages of a query with groupBy(…) or offset(…) begin at no row: make it a subquery");
    }
}
