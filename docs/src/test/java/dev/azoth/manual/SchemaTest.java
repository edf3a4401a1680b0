package dev.azoth.manual;

import static dev.azoth.schema.NamingConvention.Kind.FOREIGN_KEY;
import static dev.azoth.schema.NamingConvention.Kind.PRIMARY_KEY;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.inspect.Inspector;
import dev.azoth.inspect.TableDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.NamingConvention;
import dev.azoth.schema.QueryTable;
import dev.azoth.schema.Table;
import dev.azoth.schema.View;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@EveryDatabase
class SchemaTest extends ShopTest {
    @Test
    void theInspectorTellsWhatIsThere(Database database) {
        Engine engine = database.engine();
        List<String> lines = new ArrayList<>();
        // tag::schema-inspect
        Inspector inspector = engine.inspect();
        for (String name : inspector.tables()) {
            TableDescription table = inspector.table(name).orElseThrow();
            for (TableDescription.ColumnDescription column : table.columns()) {
                lines.add(name + "." + column.name() + " " + column.declaration()
                        + (column.nullable() ? "" : " not null"));
            }
            table.foreignKeys().forEach(key -> lines.add(key.columns() + " refers to " + key.table() + key.targets()));
        }
        // end::schema-inspect
        assertThat(lines).anyMatch(line -> line.equals("[user_id] refers to user_account[id]"));
    }

    @Test
    void aTableIsReadWithThoseItRefersTo(Database database) {
        Engine engine = database.engine();
        // tag::schema-reflect
        MetaData found = new MetaData();
        Table orders = engine.reflect(found, "customer_order");
        // end::schema-reflect
        assertThat(found.tables()).hasSize(2);
        assertThat(orders.foreignKeys()).hasSize(1);
    }

    @Test
    void whatTablesAreIsSaid(Database database) {
        MetaData metadata = new MetaData();
        // tag::schema-comments
        Column<Long> id = Column.of("id", Types.BIGINT).primaryKey().comment("given by the supplier");
        Table part = Table.of(metadata, "part", id);
        part.comment("what machines are made of");
        // end::schema-comments
        metadata.createAll(database.engine());
        Table found = Table.reflect(database.engine(), "part");
        metadata.dropAll(database.engine());
        assertThat(found.comment()).isEqualTo(database.name().equals("sqlite") ? Optional.empty() : part.comment());
        assertThat(id.comment()).isPresent();
    }

    @Test
    void constraintsHaveNames(Database database) {
        // tag::schema-naming
        MetaData metadata = new MetaData(NamingConvention.STANDARD
                .with(PRIMARY_KEY, key -> "pk_" + key.table())
                .with(FOREIGN_KEY, key -> "fk_" + key.table() + "_" + key.referredTable()));
        // end::schema-naming
        Column<Long> id = Column.of("id", Types.BIGINT).primaryKey();
        Column<Long> above = Column.of("above", Types.BIGINT).references(id);
        Table part = Table.of(metadata, "part", id, above);
        assertThat(part.primaryKeyName()).contains("pk_part");
        assertThat(part.foreignKeys()).extracting(ForeignKey::name).containsExactly("fk_part_part");
        metadata.createAll(database.engine());
        metadata.dropAll(database.engine());
    }

    @Test
    void theOrderOfTablesIsThatOfTheirKeys() {
        // tag::schema-sorted
        List<Table> tables = Shop.METADATA.sorted().tables(); // user_account, customer_order
        // end::schema-sorted
        assertThat(tables).containsExactly(Shop.user, Shop.order);
    }

    @Test
    void queriesAreKept(Database database) {
        Engine engine = database.engine();
        Shop.OrderTable order = Shop.order;
        // tag::schema-views
        View large = View.of("large_order", select(order.id, order.total).where(order.total.gt(new BigDecimal("15"))));
        large.create(engine);
        Select<Long> ids = select(large.get("id", Long.class));
        large.drop(engine);

        QueryTable copy = QueryTable.of("order_copy", select(order.id, order.total));
        copy.create(engine);
        copy.drop(engine);
        // end::schema-views
        assertThat(ids.from()).containsExactly(large);
    }
}
