package dev.azoth.testing.compliance;

import static dev.azoth.sql.Bound.unboundedFollowing;
import static dev.azoth.sql.Bound.unboundedPreceding;
import static dev.azoth.sql.Sql.bitAndAgg;
import static dev.azoth.sql.Sql.bitNot;
import static dev.azoth.sql.Sql.bitOrAgg;
import static dev.azoth.sql.Sql.bitXorAgg;
import static dev.azoth.sql.Sql.countDistinct;
import static dev.azoth.sql.Sql.currentUser;
import static dev.azoth.sql.Sql.prefixed;
import static dev.azoth.sql.Sql.randomUuid;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Frame;
import dev.azoth.sql.Operator;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Types;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What expressions can say beside the operators that everybody uses. */
@EveryDatabase
class ExpressionTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    private static List<Long> found(Database db, Condition... conditions) {
        return db.all(select(customer.id).where(conditions).orderBy(customer.id));
    }

    private static <T> T one(Database db, Expression<T> expression) {
        return db.all(select(expression).from(order).where(order.id.eq(1L))).get(0);
    }

    @Test
    void patternsWithAnEscapeOfOnesOwn(Database db) {
        Expression<String> name = customer.name.concat("%");
        for (String escape : List.of("!", "\\", "'", "\"", "x", "?", ":")) {
            assertThat(found(db, name.like("ann" + escape + "%", escape.charAt(0))))
                    .as("with the escape %s", escape)
                    .containsExactly(1L);
        }
        assertThat(found(db, name.like(value("%b!%"), '!').not())).containsExactly(1L, 3L);
        assertThat(found(db, name.ilike("%B!%", '!'))).containsExactly(2L);
        assertThat(found(db, customer.name.notLike("%n%"))).containsExactly(2L, 3L);
        assertThat(found(db, customer.name.notIlike("%N%"))).containsExactly(2L, 3L);
        assertThatThrownBy(() -> customer.name.like("a", '\ud83d'))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("an escape is one character");
    }

    @Test
    void whatIsForTextsOrNumbersIsRefusedForOthers(Database db) {
        assertThatThrownBy(() -> customer.age.like("1%"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LIKE is for texts, and INTEGER is none: cast(Types.TEXT) makes one of it");
        assertThatThrownBy(() -> customer.active.regexpMatch("t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a regular expression is for texts, and BOOLEAN is none: cast(Types.TEXT) makes one of it");
        assertThatThrownBy(() -> customer.name.plus("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("+ is for numbers and dates, and VARCHAR(30) is neither: texts are joined with concat(…),"
                        + " and cast(…) makes numbers of them");
        assertThat(found(db, customer.age.cast(Types.TEXT).like("3%"))).containsExactly(1L);
    }

    /** A text of a class of its own. */
    private record Name(String text) {}

    @Test
    void aValueIsTakenForAnotherType(Database db) {
        var type = Types.TEXT.convert(Name.class, Name::new, Name::text);
        db.expect(select(customer.name.coerce(type))
                        .where(customer.name.coerce(type).eq(new Name("ann"))))
                .sql("SELECT customer.name FROM customer WHERE customer.name = ?")
                .rows(new Name("ann"));
        db.expect(select(customer.age.plus(1).coerce(Types.BIGINT).times(2L)).where(customer.id.eq(1L)))
                .sql("SELECT (customer.age + ?) * ? FROM customer WHERE customer.id = ?")
                .rows(62L);
    }

    @Test
    void aQuotientIsCutTowardsLess(Database db) {
        for (int[] each : new int[][] {{7, 2}, {-7, 2}, {7, -2}, {-7, -2}, {-8, 2}, {8, -2}, {0, -3}}) {
            assertThat(one(db, order.pieces.minus(7).plus(each[0]).floorDividedBy(each[1])))
                    .as("%s by %s", each[0], each[1])
                    .isEqualTo(Math.floorDiv(each[0], each[1]));
        }
        assertThat(one(db, order.customerId.floorDividedBy(2L))).isZero();
        assertThatThrownBy(() -> order.total.floorDividedBy(order.total))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("floorDividedBy is for whole numbers, and NUMERIC(10, 2) is none: divide, and take floor(…)"
                        + " of that");
    }

    @Test
    @Requires(Capability.BIT_AGGREGATES)
    void bitsOfManyRows(Database db) {
        db.expect(select(bitAndAgg(order.pieces), bitOrAgg(order.pieces), bitXorAgg(order.pieces))
                        .from(order))
                .sql(
                        "h2",
                        "SELECT bit_and_agg(purchase.pieces), bit_or_agg(purchase.pieces), bit_xor_agg(purchase.pieces) FROM purchase")
                .rows(List.of(2, 7, 6));
        db.expect(select(bitAndAgg(order.pieces).filter(order.pieces.gt(100)), bitOrAgg(order.pieces.negate()))
                        .from(order))
                .rows(Arrays.asList(null, -7 | -2 | -3));
    }

    @Test
    void bitsAreTurnedRound(Database db) {
        assertThat(one(db, bitNot(order.pieces))).isEqualTo(~7);
        assertThat(one(db, bitNot(value(-3)))).isEqualTo(2);
    }

    @Test
    void uuidsAreMade(Database db) {
        try (Connection connection = db.engine().connect()) {
            List<UUID> made =
                    connection.execute(select(randomUuid()).from(order)).all();
            assertThat(made).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @Test
    @Requires(Capability.USERS)
    void thereIsAUser(Database db) {
        assertThat(one(db, currentUser())).isNotNull();
    }

    @Test
    @Requires(Capability.COUNT_OF_ROWS)
    void differentRowsAreCounted(Database db) {
        db.expect(select(
                                countDistinct(customer.age, customer.active),
                                countDistinct(customer.active, value(1)).filter(customer.id.gt(1L)))
                        .from(customer))
                .rows(List.of(2L, 2L));
    }

    @Test
    @Requires({Capability.EXCLUDE_UNORDERED, Capability.WINDOWS})
    void aFrameWithoutAnOrderLeavesRowsOut(Database db) {
        db.expect(select(sum(order.pieces)
                                .over(w -> w.rows(unboundedPreceding(), unboundedFollowing())
                                        .exclude(Frame.Exclusion.CURRENT_ROW)))
                        .orderBy(order.id))
                .rows(5, 10, 9);
    }

    @Test
    void operatorsOfOnesOwnBindAsIsSaid(Database db) {
        Operator atLeast = Operator.custom(">=", Operator.GE.precedence());
        db.expect(select(customer.id)
                        .where(
                                Condition.of(
                                        customer.age.plus(1).operator(atLeast, customer.age.times(1), Types.BOOLEAN)),
                                customer.id.lt(2L)))
                .sql("SELECT customer.id FROM customer WHERE customer.age + ? >= customer.age * ? AND customer.id < ?")
                .rows(1L);
        db.expect(select(prefixed("+", customer.age.plus(1), Types.INTEGER).times(2))
                        .where(customer.id.eq(1L)))
                .sql("SELECT (+(customer.age + ?)) * ? FROM customer WHERE customer.id = ?")
                .rows(62);
    }

    @Test
    @Requires(Capability.REGULAR_EXPRESSIONS)
    void aRegularExpressionMayBeAnyText(Database db) {
        for (String text : List.of("'", "\"", "; DROP TABLE customer", "ü", "%s", "--")) {
            assertThat(one(db, value("a" + text).regexpReplace(text, text + text)))
                    .as("with %s", text)
                    .isEqualTo("a" + text + text);
            assertThat(one(db, value("a" + text).regexpSubstring("[^a]+"))).isEqualTo(text);
        }
        assertThatThrownBy(() -> one(db, value("a").regexpSubstring("("))).isInstanceOf(DatabaseException.class);
    }
}
