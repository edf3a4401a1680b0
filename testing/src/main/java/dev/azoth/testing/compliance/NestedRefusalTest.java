package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.construct;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.nested;
import static dev.azoth.sql.Sql.rowNumber;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DataException;
import dev.azoth.InvalidRequestException;
import dev.azoth.sql.Fetch;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What cannot be nested, or does not fit what it should become, is said. */
@EveryDatabase
class NestedRefusalTest {
    record Strict(int age, String name) {}

    record Wrong(String name, Set<NestedTest.Purchase> orders) {}

    @Test
    void whatDoesNotFitIsSaidBeforeAnythingRuns(Database db) {
        assertThatThrownBy(
                        () -> db.all(select(customer.name, NestedTest.orders()).as(Wrong.class)))
                .isInstanceOf(CompileException.class)
                .hasMessage(
                        "the columns selected do not fit the record " + Wrong.class.getName()
                                + ", by position\n  columns     name String, purchase List\n  components  name String, orders Set");
        assertThatThrownBy(() -> NestedTest.orders().on(order.pieces.gt(3)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("on(…) of a nested query takes equalities, not ");
        assertThatThrownBy(() -> NestedTest.orders().on(order.pieces.eq(order.pieces)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageEndingWith(" both sides are its own");
        // a bug: these counted the rows of all owners
        assertThatThrownBy(() ->
                        db.all(select(nested(select(order.id).orderBy(order.id).fetch(1, Fetch.WITH_TIES))
                                .on(order.customerId.eq(customer.id)))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageEndingWith("counts rows: use limit(…), not fetch(…, WITH_TIES)");
        assertThatThrownBy(() -> db.all(
                        select(nested(select(order.id).distinctOn(order.pieces).orderBy(order.pieces))
                                .on(order.customerId.eq(customer.id)))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("would count the rows of all owners together");
        // a bug: it saw the rows of all owners
        assertThatThrownBy(() -> db.all(select(nested(select(rowNumber().over(w -> w.orderBy(order.id)))
                                .from(order))
                        .on(order.customerId.eq(customer.id)))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("a window function, which would see the rows of all owners together");
        assertThatThrownBy(() -> db.all(select(customer.id, nested(select(order.id)))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the nested query of purchase does not say which rows belong to an owner: call on(…)");
        assertThatThrownBy(
                        () -> db.all(select(nested(select(count()).from(order)).on(order.customerId.eq(customer.id)))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "the nested query of purchase is an aggregate of all its rows: use it as a value, with scalar(),"
                                + " or group it");
        assertThatThrownBy(() -> db.all(
                        select(customer.name, NestedTest.orders()).union(select(customer.name, NestedTest.orders()))))
                .isInstanceOf(CompileException.class);
    }

    @Test
    void aNullWithoutAPlaceNamesTheStatement(Database db) {
        var strict =
                select(construct(Strict.class, customer.age, customer.name)).orderBy(customer.id);

        assertThatThrownBy(() -> db.all(strict))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.statement()).isPresent())
                .hasMessageContaining("column 1 is null, but the component age of " + Strict.class.getName());
    }

    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }
}
