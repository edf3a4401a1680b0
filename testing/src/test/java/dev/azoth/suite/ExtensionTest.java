package dev.azoth.suite;

import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CustomFrom;
import dev.azoth.sql.DerivedColumn;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Select;
import dev.azoth.sql.SqlOutput;
import dev.azoth.sql.Structure;
import dev.azoth.sql.SyntaxExtension;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.compliance.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EveryDatabase
class ExtensionTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void hintsAreForTheirDialect(Database db) {
        db.expect(select(customer.name)
                        .where(customer.id.eq(1L))
                        .distinct()
                        .statementHint("MAX_EXECUTION_TIME(1000)", "mysql")
                        .prefix("STRAIGHT_JOIN", "mysql", "mariadb")
                        .hint(customer, "USE INDEX (PRIMARY)", "mysql", "mariadb")
                        .hint(customer, "NOT INDEXED", "sqlite"))
                .sql(
                        "mysql",
                        "SELECT /*+ MAX_EXECUTION_TIME(1000) */ STRAIGHT_JOIN DISTINCT customer.name FROM customer"
                                + " USE INDEX (PRIMARY) WHERE customer.id = ?")
                .sql(
                        "mariadb",
                        "SELECT STRAIGHT_JOIN DISTINCT customer.name FROM customer USE INDEX (PRIMARY) WHERE customer.id = ?")
                .sql("sqlite", "SELECT DISTINCT customer.name FROM customer NOT INDEXED WHERE customer.id = ?")
                .sql("SELECT DISTINCT customer.name FROM customer WHERE customer.id = ?")
                .rows("ann");
        db.expect(select(customer.as("c").get(customer.name))
                        .limit(1)
                        .suffix("OFFSET 1", "sqlite", "h2", "duckdb", "postgresql"))
                .sql("mysql", "SELECT c.name FROM customer AS c LIMIT ?")
                .sql("mariadb", "SELECT c.name FROM customer AS c LIMIT ?")
                .sql("SELECT c.name FROM customer AS c LIMIT ? OFFSET 1");
        assertThatThrownBy(() -> select(customer.id).prefix("a; DROP TABLE b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no piece of SQL to be put in: a; DROP TABLE b");
        assertThatThrownBy(() -> select(customer.id).statementHint("a */ b", "mysql"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> select(customer.id).hint(customer, "USE INDEX (i)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("say for which dialects the hint is: USE INDEX (i)");
    }

    record Clause(Point point, Expression<?> operand) implements SyntaxExtension {
        @Override
        public void render(SqlOutput out) {
            out.sql(point == Point.AFTER_WHERE ? "AND 1 < " : "").argument(operand);
        }

        @Override
        public void describe(Structure out) {
            out.value(point).node(operand);
        }
    }

    @Test
    void aClauseOfOnesOwnStandsAtItsPoint(Database db) {
        db.expect(select(customer.id)
                        .where(customer.id.ge(2L))
                        .orderBy(customer.id)
                        .limit(1)
                        .ext(new Clause(SyntaxExtension.Point.AFTER_WHERE, value(5))))
                .sql("SELECT customer.id FROM customer WHERE customer.id >= ? AND 1 < ? ORDER BY customer.id LIMIT ?")
                .parameters(2L, 5, 1L)
                .rows(2L);
    }

    record Doubled(Expression<Integer> number) implements CustomFrom {
        @Override
        public String name() {
            return "doubled";
        }

        @Override
        public List<? extends ColumnReference<?>> columns() {
            return List.of(new DerivedColumn<>(this, "twice", INTEGER));
        }

        @Override
        public void render(SqlOutput out) {
            out.sql("(SELECT 2 * ").operand(number).sql(" AS twice)");
        }

        @Override
        public void describe(Structure out) {
            out.node(number);
        }
    }

    @Test
    void somethingOfOnesOwnStandsInFrom(Database db) {
        Doubled doubled = new Doubled(value(3, INTEGER).plus(1));
        if (!db.name().equals("h2")) {
            db.expect(select(doubled.get("twice", Integer.class)).from(doubled))
                    .sql("SELECT doubled.twice FROM (SELECT 2 * (? + ?) AS twice) AS doubled")
                    .rows(8);
        }
        assertThatThrownBy(() -> doubled.get(customer.id)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void partsOfAStatementAreReplaced(Database db) {
        var big = select(order.customerId, max(order.total).as("most"))
                .from(order)
                .where(order.pieces.gt(1))
                .groupBy(order.customerId)
                .cte("big");
        Select<?> before = select(customer.name, big.get("most"))
                .from(customer)
                .join(big, big.get(order.customerId).eq(customer.id))
                .orderBy(customer.id);
        Select<?> after = Rewriter.rewrite(before, node -> node.equals(order.pieces) ? order.pieces.times(-1) : null);
        db.expect(after)
                .sql("WITH big AS (SELECT purchase.customer_id, max(purchase.total) AS most FROM purchase"
                        + " WHERE purchase.pieces * ? > ? GROUP BY purchase.customer_id)"
                        + " SELECT customer.name, big.most FROM customer JOIN big ON big.customer_id = customer.id"
                        + " ORDER BY customer.id")
                .rows();
        assertThatThrownBy(() -> Rewriter.rewrite(before, node -> node == customer ? value(1) : null))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void parametersGetValues(Database db) {
        var query = select(customer.id)
                .where(customer.name.eq(parameter("name", TEXT)).or(customer.age.eq(parameter("age", INTEGER))))
                .orderBy(customer.id);
        db.expect(Rewriter.parameters(query, Map.of("name", "ann", "age", 41)))
                .parameters("ann", 41)
                .rows(1L, 2L);
        assertThatThrownBy(() -> Rewriter.parameters(query, Map.of("nose", 1)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the statement has no parameters [nose]");
        assertThatThrownBy(() -> Rewriter.parameters(query, Map.of("age", "old")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the parameter age takes java.lang.Integer, not java.lang.String");
    }
}
