package dev.azoth.suite;

import static dev.azoth.engine.IsolationLevel.AUTOCOMMIT;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.exists;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One set of tables for the schemas of many tenants. */
@EveryDatabase
class TranslatedSchemaTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Long> id = Column.of("id", BIGINT).primaryKey().identity();
    private static final Column<String> name =
            Column.of("name", VARCHAR(20)).notNull().indexed();
    private static final Table customer = Table.of(METADATA, "customer", id, name);
    private static final Column<Long> owner = Column.of("customer_id", BIGINT).references(id);
    private static final Column<Long> number = Column.of("number", BIGINT).primaryKey();
    private static final Table invoice = Table.of(METADATA, "invoice", number, owner);

    private static List<String> schemas(Database db, Connection connection) {
        List<String> tenants = List.of(schema(), schema());
        tenants.forEach(each -> connection
                .isolation(AUTOCOMMIT)
                .execute(text(isOfFiles(db) ? "ATTACH ':memory:' AS " + each : "CREATE SCHEMA " + each)));
        return tenants;
    }

    /** A server may have the databases of other tests. */
    private static String schema() {
        return "tenant_" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static boolean isOfFiles(Database db) {
        return db.name().equals("sqlite");
    }

    private static void drop(Database db, Connection connection, List<String> tenants) {
        tenants.forEach(each -> connection.execute(text((isOfFiles(db) ? "DETACH " : "DROP SCHEMA ") + each)));
    }

    @Test
    void everyStatementGoesToTheSchemaMeant(Database db) {
        try (Connection connection = db.engine().connect()) {
            List<String> tenants = schemas(db, connection);
            for (String tenant : tenants) {
                connection.options(o -> o.translateSchema("", tenant));
                connection.createAll(METADATA);
                connection.commit();

                List<Map<String, String>> rows = LongStream.range(0, 300)
                        .mapToObj(i -> Map.of("name", tenant + i))
                        .toList();
                assertThat(connection
                                .execute(insert(customer).returning(id), rows)
                                .all())
                        .hasSize(300);
                connection.copyIn(invoice, List.of(Map.of("number", 1L, "customer_id", 1L)));
                connection.execute(update(customer).set(name, "second").where(id.eq(2L)));
                connection.execute(delete(customer).where(id.gt(200L)));
                connection.commit();
            }
            for (String tenant : tenants) {
                connection.options(o -> o.translateSchema("", tenant));
                assertThat(connection
                                .execute(select(name)
                                        .where(exists(
                                                select(literal(1)).from(invoice).where(owner.eq(id))))
                                        .orderBy(id))
                                .all())
                        .containsExactly(tenant + 0);
                assertThat(connection
                                .execute(select(name).where(id.gt(198L)).orderBy(id))
                                .all())
                        .containsExactly(tenant + 198, tenant + 199);
                connection.rollback();
                connection.dropAll(METADATA);
                connection.commit();
            }
            drop(db, connection, tenants);
        }
    }

    @Test
    void anEngineMayBeOneOfATenant(Database db) {
        Engine tenant = db.engine()
                .withOptions(o -> o.execution(e -> e.translateSchema("", "a").translateSchema("b", "")));
        Table elsewhere = Table.reflected(new MetaData(), "b", "thing");
        Column<Long> key = elsewhere.add(Column.of("id", BIGINT));

        assertThat(tenant.compile(select(id, key).from(customer, elsewhere)).sql())
                .isEqualTo("SELECT a.customer.id, thing.id AS id_1 FROM a.customer, thing");
        assertThat(db.engine()
                        .compile(select(id, key).from(customer, elsewhere))
                        .sql())
                .isEqualTo("SELECT customer.id, b.thing.id AS id_1 FROM customer, b.thing");
        assertThat(tenant.compile(select(id, key).from(customer, elsewhere)).sql())
                .isEqualTo("SELECT a.customer.id, thing.id AS id_1 FROM a.customer, thing");
    }

    @Test
    void aSchemaMayHaveAnyName(Database db) {
        String hostile = "x`\"; DROP TABLE customer; --";
        Engine tenant = db.engine().withOptions(o -> o.execution(e -> e.translateSchema("", hostile)));
        String quoted =
                tenant.compile(select(id)).sql().replace("SELECT ", "").replaceAll("\\.customer\\.id FROM .*", "");

        assertThat(quoted).isIn("\"x`\"\"; DROP TABLE customer; --\"", "`x``\"; DROP TABLE customer; --`");
        assertThat(tenant.compile(delete(customer)).sql()).isEqualTo("DELETE FROM " + quoted + ".customer");
    }
}
