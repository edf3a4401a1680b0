package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.all;
import static dev.azoth.sql.Sql.allEqual;
import static dev.azoth.sql.Sql.allOf;
import static dev.azoth.sql.Sql.and;
import static dev.azoth.sql.Sql.any;
import static dev.azoth.sql.Sql.bitAnd;
import static dev.azoth.sql.Sql.bitOr;
import static dev.azoth.sql.Sql.bitXor;
import static dev.azoth.sql.Sql.caseOf;
import static dev.azoth.sql.Sql.charLength;
import static dev.azoth.sql.Sql.falseCondition;
import static dev.azoth.sql.Sql.function;
import static dev.azoth.sql.Sql.not;
import static dev.azoth.sql.Sql.or;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.shiftLeft;
import static dev.azoth.sql.Sql.shiftRight;
import static dev.azoth.sql.Sql.sql;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.trueCondition;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.sql.Sql.variants;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Comparisons, cases, patterns and bits. */
@EveryDatabase
class OperatorTest {
    private static final Condition old = customer.age.gt(35);

    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    private static List<Long> found(Database db, Condition... conditions) {
        return db.all(select(customer.id).where(conditions).orderBy(customer.id));
    }

    private static <T> T one(Database db, Expression<T> expression) {
        return db.all(select(expression).from(customer).where(customer.id.eq(1L)))
                .get(0);
    }

    @Test
    void aCaseComparesOneValue(Database db) {
        db.expect(select(caseOf(customer.name).when("ann", 1).when("bob", 2).otherwise(0))
                        .orderBy(customer.id))
                .sql(
                        "h2",
                        "SELECT CASE customer.name WHEN ? THEN CAST(? AS INTEGER) WHEN ? THEN ? ELSE ? END FROM customer ORDER BY customer.id")
                .sql(
                        "SELECT CASE customer.name WHEN ? THEN ? WHEN ? THEN ? ELSE ? END FROM customer ORDER BY customer.id")
                .parameters("ann", 1, "bob", 2, 0)
                .rows(1, 2, 0);
    }

    @Test
    void valuesAreComparedThatAMapHas(Database db) {
        Map<Expression<?>, Object> form = new LinkedHashMap<>();
        form.put(customer.active, true);
        form.put(customer.age, null);

        db.expect(select(customer.name).where(allEqual(form)))
                .sql("h2", "SELECT customer.name FROM customer WHERE customer.active = ? AND customer.age IS NULL")
                .rows("cid");
        db.expect(select(customer.name)
                        .where(allEqual(
                                Map.of(customer.id, customer.age.minus(29).cast(Types.BIGINT)))))
                .rows("ann");
        db.expect(select(customer.id).where(allEqual(Map.of())).orderBy(customer.id))
                .rows(1L, 2L, 3L);
        assertThatThrownBy(() -> allEqual(Map.of(customer.id, "1")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("column id takes java.lang.Long, not java.lang.String");
    }

    @Test
    void constantsAreFolded(Database db) {
        db.expect(select(customer.id).where(and(trueCondition(), customer.id.eq(1L), allOf(List.of()))))
                .sql("SELECT customer.id FROM customer WHERE customer.id = ?")
                .rows(1L);
        db.expect(select(customer.id).where(or(falseCondition(), customer.id.eq(1L))))
                .sql("SELECT customer.id FROM customer WHERE customer.id = ?")
                .rows(1L);
        assertThat(old.and(falseCondition())).isEqualTo(falseCondition());
        assertThat(old.or(trueCondition())).isEqualTo(trueCondition());
        assertThat(not(trueCondition())).isEqualTo(falseCondition());
        assertThat(and(trueCondition(), trueCondition())).isEqualTo(trueCondition());
        assertThat(found(db, old.and(falseCondition()))).isEmpty();
    }

    @Test
    void unknownIsNeitherTrueNorFalse(Database db) {
        assertThat(found(db, old.isTrue())).containsExactly(2L);
        assertThat(found(db, old.isFalse())).containsExactly(1L);
        assertThat(found(db, old.isNotTrue())).containsExactly(1L, 3L);
        assertThat(found(db, old.isNotFalse())).containsExactly(2L, 3L);
        assertThat(found(db, not(old))).containsExactly(1L);
    }

    @Test
    void betweenInEitherOrder(Database db) {
        assertThat(found(db, customer.id.betweenSymmetric(3L, 2L))).containsExactly(2L, 3L);
        assertThat(found(db, customer.id.betweenSymmetric(2L, 3L).not())).containsExactly(1L);
    }

    @Test
    @Requires(Capability.QUANTIFIED_COMPARISON)
    void aComparisonWithOneOrAllRows(Database db) {
        var ages = select(customer.age).where(customer.age.isNotNull());
        assertThat(found(db, customer.age.gt(any(ages)))).containsExactly(2L);
        assertThat(found(db, customer.age.ge(all(ages)))).containsExactly(2L);
        assertThat(found(db, customer.age.gt(any(ages)).not())).containsExactly(1L);
        assertThat(found(db, customer.age.eq(any(ages)))).containsExactly(1L, 2L);
    }

    @Test
    void patternsOfExpressions(Database db) {
        Expression<String> n = value("n%").concat("");
        assertThat(found(db, customer.name.like(value("%").concat(n)))).containsExactly(1L);
        assertThat(found(db, customer.name.ilike(value("%").concat("N%")))).containsExactly(1L);
        assertThat(found(db, customer.name.concat("%x").contains(n))).containsExactly(1L);
        assertThat(found(db, customer.name.startsWith(value("a")))).containsExactly(1L);
        assertThat(found(db, customer.name.endsWith(value("d")))).containsExactly(3L);
        assertThat(found(db, customer.name.contains(value("_")))).isEmpty();
    }

    @Test
    void patternsOfAnyCase(Database db) {
        assertThat(found(db, customer.name.istartsWith("A"))).containsExactly(1L);
        assertThat(found(db, customer.name.iendsWith("D"))).containsExactly(3L);
        assertThat(found(db, customer.name.icontains("O"))).containsExactly(2L);
        assertThat(found(db, customer.name.startsWith("A"))).isEmpty();
        assertThat(found(db, customer.name.icontains("%"))).isEmpty();
    }

    @Test
    @Requires(Capability.REGULAR_EXPRESSIONS)
    void regularExpressions(Database db) {
        assertThat(found(db, customer.name.regexpMatch("^(a|b)"))).containsExactly(1L, 2L);
        assertThat(found(db, customer.name.regexpMatch("N{2}"))).isEmpty();
        assertThat(found(db, customer.name.iregexpMatch("N{2}"))).containsExactly(1L);
        assertThat(one(db, customer.name.regexpReplace("(n)", "<$1>"))).isEqualTo("a<n><n>");
        assertThat(one(db, customer.name.regexpReplace("n", "\\$1\\"))).isEqualTo("a$1\\$1\\");
        assertThat(one(db, customer.name.regexpSubstring("n+"))).isEqualTo("nn");
        assertThat(one(db, customer.name.regexpSubstring("x+"))).isNull();
    }

    @Test
    void bits(Database db) {
        assertThat(one(db, bitAnd(value(-3), value(6)))).isEqualTo(-3 & 6);
        assertThat(one(db, bitOr(value(-3), value(6)))).isEqualTo(-3 | 6);
        assertThat(one(db, bitXor(value(-3), value(6)))).isEqualTo(-3 ^ 6);
        assertThat(one(db, shiftLeft(value(3), 2))).isEqualTo(3 << 2);
        assertThat(one(db, shiftRight(value(-13), 2))).isEqualTo(-13 >> 2);
    }

    @Test
    @Requires(Capability.COLLATE)
    void anOrderOfTheDatabasesOwn(Database db) {
        String collation = switch (db.name()) {
            case "sqlite" -> "NOCASE";
            case "mysql", "mariadb" -> "utf8mb4_general_ci";
            default -> "C";
        };
        String sought = db.name().equals("postgresql") || db.name().equals("duckdb") ? "ann" : "ANN";
        assertThat(found(db, customer.name.collate(collation).eq(sought))).containsExactly(1L);
    }

    @Test
    @Requires(Capability.TRY_CAST)
    void aCastThatMayFail(Database db) {
        assertThat(one(db, customer.name.tryCast(Types.INTEGER))).isNull();
        assertThat(one(db, value("12").tryCast(Types.INTEGER))).isEqualTo(12);
    }

    @Test
    void operatorsAndTextsOfOnesOwn(Database db) {
        assertThat(found(db, customer.name.is("<", value("b")))).containsExactly(1L);
        db.expect(select(sql("{} + {} * 2", Types.INTEGER, order.pieces, order.pieces.plus(1)))
                        .where(order.id.eq(1L)))
                .sql("SELECT purchase.pieces + (purchase.pieces + ?) * 2 FROM purchase WHERE purchase.id = ?")
                .rows(23);
        assertThatThrownBy(() -> sql("{}", Types.INTEGER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 places {} in the text, but 0 expressions");
    }

    /** A function that a database has under another name, or not at all. */
    private static Expression<Integer> size(Expression<String> text) {
        return variants(function("length", Types.INTEGER, text))
                .on("mysql", function("char_length", Types.INTEGER, text))
                .on("mariadb", sql("char_length({})", Types.INTEGER, text));
    }

    @Test
    void functionsOfOnesOwnForEachDialect(Database db) {
        db.expect(select(size(customer.name)).where(customer.id.eq(1L)))
                .sql("mysql", "SELECT char_length(customer.name) FROM customer WHERE customer.id = ?")
                .sql("mariadb", "SELECT char_length(customer.name) FROM customer WHERE customer.id = ?")
                .sql("SELECT length(customer.name) FROM customer WHERE customer.id = ?")
                .rows(3);
        assertThat(found(db, size(customer.name).eq(charLength(customer.name)))).hasSize(3);
    }
}
