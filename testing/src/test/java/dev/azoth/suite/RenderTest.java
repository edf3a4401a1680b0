package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.dialect.Dialects;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.compliance.PlainSql;
import dev.azoth.testing.compliance.Shop;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements as text with their values in it; each value of each type is tried with its type, hostile texts with the others. */
@EveryDatabase
class RenderTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    private static void finds(Database db, Statement<?> statement, String... expected) {
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.execute(statement).all().stream().map(String::valueOf))
                    .containsExactly(expected);
            assertThat(PlainSql.rows(connection, db.engine().render(statement)))
                    .as(db.engine().render(statement))
                    .containsExactly(expected);
        }
    }

    @Test
    void aStatementShowsItsValues(Database db) {
        Select<Long> found = select(customer.id)
                .where(customer.name.in("ann", "o'hara"), customer.age.gt(-3).or(customer.active.eq(true)))
                .limit(5);

        assertThat(db.engine().render(found))
                .isEqualTo("SELECT customer.id FROM customer WHERE customer.name IN ('ann', 'o''hara')"
                        + " AND (customer.age > -3 OR customer.active = TRUE) LIMIT 5");
        finds(db, found, "1");
    }

    @Test
    void listsNullsAndNegatives(Database db) {
        finds(db, select(customer.id).where(customer.id.in(List.of())));
        finds(db, select(customer.name).where(customer.id.notIn(List.of()), customer.id.in(2L)), "bob");
        finds(db, select(order.pieces.minus(-5).minus(value(-2).negate())).where(order.id.eq(1L)), "10");
        finds(db, select(customer.id).where(customer.age.isNotDistinctFrom((Integer) null)), "3");
    }

    @Test
    void everyPartOfAQuery(Database db) {
        var big = select(order.customerId, order.total)
                .from(order)
                .where(order.total.ge(new BigDecimal("1.00")))
                .cte("big");
        finds(
                db,
                select(customer.name)
                        .from(customer)
                        .where(customer.id.in(select(big.get(order.customerId)).from(big)))
                        .union(select(value("it's")))
                        .orderBy(customer.name)
                        .limit(1),
                "ann");
    }

    @Test
    void sensitiveValuesAndParametersAreNotWritten(Database db) {
        Insert<Row> secret = insert(customer)
                .values(customer.id, 9L)
                .values(customer.name, value("hidden", Types.TEXT.sensitive()))
                .values(customer.age, parameter("age", Types.INTEGER));

        assertThat(db.engine().render(secret)).isEqualTo("INSERT INTO customer (id, name, age) VALUES (9, ***, :age)");
        try (Connection connection = db.engine().connect()) {
            assertThatThrownBy(() -> PlainSql.rows(connection, db.engine().render(secret)))
                    .hasCauseInstanceOf(SQLException.class);
        }
    }

    @Test
    void aStatementTellsItselfInStandardSql(Database db) {
        assertThat(update(customer).set(customer.name, "o'hara").where(customer.id.eq(1L)))
                .hasToString("UPDATE customer SET name = 'o''hara' WHERE customer.id = 1");
        assertThat(db.engine().compile(select(customer.id)).sql()).isEqualTo("SELECT customer.id FROM customer");
    }

    @Test
    void aSchemaIsAScript(Database db) {
        MetaData metadata = new MetaData();
        Column<Integer> id = Column.of("id", Types.INTEGER).primaryKey().identity();
        Table.of(metadata, "script_first", id, Column.of("name", Types.VARCHAR(20)));
        Table.of(
                metadata,
                "script_second",
                Column.of("id", Types.INTEGER).primaryKey(),
                Column.of("first_id", Types.INTEGER).references(id));
        List<String> script = Dialects.createAll(metadata, db.name());
        assertThat(script).anyMatch(statement -> statement.startsWith("CREATE") && statement.contains("script_first"));
        db.engine().begin(connection -> script.forEach(connection::executeDriverSql));
        assertThat(db.engine().inspect().tables()).contains("script_first", "script_second");
        metadata.dropAll(db.engine());
    }
}
