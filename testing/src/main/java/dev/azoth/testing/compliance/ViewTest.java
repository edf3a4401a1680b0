package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.QueryTable;
import dev.azoth.schema.Table;
import dev.azoth.schema.View;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries under a name, and their rows kept as tables. */
@EveryDatabase
class ViewTest {
    private static final List<String> HOSTILE = List.of("ann", "' \\ ? :x \" -- ", "bob'; DROP TABLE customer; --");

    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void aQueryIsKeptUnderAName(Database db) {
        CommonTableExpression big =
                select(order.customerId, order.pieces).where(order.pieces.gt(2)).cte("big");
        View buyers = View.of(
                "buyers",
                select(customer.id, customer.name.as("buyer name"), big.get(order.pieces))
                        .from(customer)
                        .join(big, big.get(order.customerId).eq(customer.id))
                        .where(customer.name.in(HOSTILE).or(customer.name.eq("bob"))));
        buyers.create(db.engine());
        try {
            db.expect(select(buyers.get("buyer name", String.class))
                            .where(buyers.get("pieces", Integer.class).lt(9))
                            .orderBy(buyers.get("id")))
                    .rows("ann", "bob");
            assertThatThrownBy(() -> buyers.refresh(db.engine()))
                    .isInstanceOf(CompileException.class)
                    .hasMessage("buyers keeps no rows: only a materialized view is refreshed");
        } finally {
            buyers.drop(db.engine());
        }
        assertThatThrownBy(() -> View.of("v", select(customer.id).where(customer.id.eq(parameter("id", Types.BIGINT))))
                        .create(db.engine()))
                .isInstanceOf(CompileException.class)
                .hasMessage("v has parameters, whose values are only known when a statement runs: give values");
    }

    @Test
    void viewsAreCreatedAfterTheirTablesAndDroppedBeforeThem(Database db) {
        MetaData metadata = new MetaData();
        Table item =
                Table.of(metadata, "viewed item", Column.of("id", Types.INTEGER).primaryKey());
        View all = View.of("all items", select(item.column("id", Integer.class)));
        View some = View.of(
                "some items",
                select(all.get("id", Integer.class))
                        .where(all.get("id", Integer.class).gt(1)));
        metadata.view(all);
        metadata.view(some);
        db.engine().createAll(metadata);
        db.engine().createAll(metadata);
        db.engine().begin(c -> {
            c.execute(insert(item).values(item.column("id", Integer.class), 1));
            c.execute(insert(item).values(item.column("id", Integer.class), 2));
        });
        db.expect(select(some.get("id", Integer.class))).rows(2);
        db.engine().dropAll(metadata);
        db.engine().dropAll(metadata);
        assertThat(db.engine().inspect().views(null)).doesNotContain("all items", "some items");
    }

    @Test
    @Requires(Capability.MATERIALIZED_VIEWS)
    void aViewMayKeepItsRows(Database db) {
        View all = View.of("all_orders", select(order.id)).materialized();
        all.create(db.engine());
        all.refresh(db.engine());
        db.expect(select(count()).from(all)).rows(3L);
        all.drop(db.engine());
    }

    @Test
    void rowsOfAQueryBecomeATable(Database db) {
        QueryTable copy =
                QueryTable.of("copy \" of", select(order.id, order.total).where(order.id.ge(2L)));
        copy.create(db.engine());
        db.expect(select(copy.get("id", Long.class)).orderBy(copy.get("id"))).rows(2L, 3L);
        copy.drop(db.engine());
        if (!db.has(Capability.TEMPORARY_ROWS)) {
            return;
        }
        QueryTable own = QueryTable.of("own_names", select(customer.name)).temporary();
        try (Connection connection = db.engine().connect()) {
            own.create(connection);
            assertThat(connection.execute(select(count()).from(own)).one()).isEqualTo(3L);
            own.drop(connection);
        }
    }
}
