package dev.azoth.suite;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.crossJoin;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.generateSeries;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.table;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.compile.CartesianProduct;
import dev.azoth.engine.Engine;
import dev.azoth.engine.FromLint;
import dev.azoth.sql.Statement;
import dev.azoth.sql.TableAlias;
import org.junit.jupiter.api.Test;

class LintTest {
    private static final String MESSAGE =
            "no condition connects customer and purchase, so every row of the one is paired with"
                    + " every row of the other: join them, or say crossJoin(…)";

    @Test
    void aProductThatNobodySaidIsTold() {
        TableAlias other = customer.as("o");
        assertThat(CartesianProduct.in(select(customer.id, order.id))).contains(MESSAGE);
        assertThat(CartesianProduct.in(select(count())
                        .from(customer, order)
                        .where(customer.id.gt(1L), order.id.gt(1L))
                        .subquery()
                        .query()))
                .contains(MESSAGE);
        assertThat(CartesianProduct.in(
                        select(select(count()).from(customer, order).scalar())))
                .contains(MESSAGE);
        assertThat(CartesianProduct.in(select(count())
                        .from(customer, order, other)
                        .where(order.customerId.eq(other.get(customer.id)))))
                .contains(MESSAGE.replace("purchase", "o, purchase"));
    }

    @Test
    void aProductThatIsMeantIsNot() {
        TableAlias other = customer.as("o");
        var numbers = generateSeries(value(1), value(2)).named("n");
        for (Statement<?> fine : new Statement<?>[] {
            select(count()).from(crossJoin(customer, order)),
            select(count()).from(customer, order).where(customer.id.eq(order.customerId)),
            select(count())
                    .from(customer, order, other)
                    .where(customer.id
                            .eq(order.customerId)
                            .and(other.get(customer.id).plus(order.id).gt(3L))),
            select(count()).from(customer, numbers),
            select(select(count()).from(order).where(order.id.gt(customer.id)).scalar())
                    .from(customer),
            select(count()).from(table("a"))
        }) {
            assertThat(CartesianProduct.in(fine)).isEmpty();
        }
    }

    @Test
    void soIsAProductInAChange() {
        String message = MESSAGE.replace("join them, or say crossJoin(…)", "say in where(…) which belong together");
        var all = update(order).from(customer).set(order.pieces, 1).where(order.id.gt(1L));
        assertThat(CartesianProduct.in(all)).contains(message);
        assertThat(CartesianProduct.in(delete(order).using(customer).where(customer.id.gt(1L))))
                .contains(message);
        assertThat(CartesianProduct.in(all.where(order.customerId.eq(customer.id))))
                .isEmpty();
        assertThat(CartesianProduct.in(delete(order).where(order.id.gt(1L)))).isEmpty();
    }

    @Test
    void anEngineRefusesItOrWarns() {
        try (Engine engine = Engine.create("h2:mem:", options -> options.fromLint(FromLint.FAIL))) {
            assertThatThrownBy(() -> engine.compile(select(customer.id, order.id)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(MESSAGE);
        }
        for (FromLint lint : new FromLint[] {FromLint.WARN, FromLint.OFF}) {
            try (Engine engine = Engine.create("h2:mem:", options -> options.fromLint(lint))) {
                assertThatCode(() -> engine.compile(select(customer.id, order.id)))
                        .doesNotThrowAnyException();
            }
        }
    }
}
