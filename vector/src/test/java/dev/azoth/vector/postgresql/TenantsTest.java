package dev.azoth.vector.postgresql;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.Types;
import dev.azoth.vector.Creation;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Search;
import dev.azoth.vector.document.StoreOptions;
import dev.azoth.vector.document.Tenancy;
import dev.azoth.vector.filter.Filter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Partitions and indexes of tenants, and rows that the server itself watches over. */
@OnDatabase("postgresql")
class TenantsTest {
    private static final float[] VECTOR = {1, 2, 3};
    private final Database db;

    TenantsTest(Database db) {
        this.db = db;
    }

    @AfterEach
    void forget() throws SQLException {
        run("DROP TABLE IF EXISTS docs");
    }

    private void run(String... statements) throws SQLException {
        try (var connection = db.jdbc();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private DocumentStore open(Engine engine, Tenancy tenancy, Consumer<StoreOptions> more) {
        return DocumentStore.open(engine, "docs", o -> {
            o.dimensions(3).tenancy(tenancy).index(VectorIndex.hnsw());
            more.accept(o);
        });
    }

    private static Document document(String id, float... vector) {
        return Document.of("text of " + id).withId(id).withEmbedding(vector);
    }

    private String plan(String tenant) {
        return db.engine().transaction(connection -> {
            connection.executeDriverSql("SET LOCAL enable_seqscan = off");
            connection.executeDriverSql("SET LOCAL enable_sort = off");
            return String.join(
                    "\n",
                    connection
                            .execute(Sql.text("EXPLAIN SELECT id FROM docs WHERE tenant = '" + tenant
                                            + "' ORDER BY embedding <=> '[1,2,3]' LIMIT 3")
                                    .column("QUERY PLAN", Types.TEXT))
                            .map(row -> row.get("QUERY PLAN", String.class))
                            .all());
        });
    }

    @Test
    void aPartitionHasAnIndexOfItsOwnAndIsDroppedAtOnce() {
        DocumentStore docs = open(db.engine(), Tenancy.partitioned(), o -> {});
        docs.addTenant("acme");
        docs.addTenant("zenith");
        docs.tenant("acme").add(document("1", VECTOR), document("2", 3, 2, 1));
        docs.tenant("zenith").add(document("1", VECTOR));
        assertThat(docs.isApproximate()).isTrue();
        assertThat(plan("acme"))
                .contains("Index Scan using docs_")
                .contains("embedding_idx")
                .doesNotContain("Append");
        assertThat(docs.tenant("acme").search(Search.vector(VECTOR)).hits()).hasSize(2);
        docs.dropTenant("acme");
        assertThat(docs.tenant("acme").count()).isZero();
        assertThat(docs.tenant("zenith").count()).isOne();
        assertThatThrownBy(() -> docs.tenant("acme").add(document("3", VECTOR)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "the tenant acme has no place in the collection docs: store.addTenant(\"acme\") makes its partition");
    }

    /** Where others give a small tenant too few, since the index finds documents of a large one first. */
    @Test
    void aSmallTenantFindsAllThatItHasInEveryLayout() throws SQLException {
        Random random = new Random(1);
        for (Tenancy tenancy : List.of(Tenancy.shared(), Tenancy.indexed(), Tenancy.partitioned())) {
            DocumentStore docs = open(db.engine(), tenancy, o -> {});
            docs.addTenant("large");
            docs.addTenant("small");
            List<Document> many = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                many.add(document("l" + i, 1 + random.nextFloat() / 100, 1 + random.nextFloat() / 100, 1));
            }
            docs.tenant("large").add(many);
            for (int i = 0; i < 20; i++) {
                docs.tenant("small").add(document("s" + i, random.nextFloat() + 0.01f, random.nextFloat(), -1));
            }
            run("ANALYZE docs");
            for (int i = 0; i < 15; i++) {
                assertThat(docs.tenant("small")
                                .search(Search.vector(new float[] {1, 1, 1}).topK(20))
                                .hits())
                        .hasSize(20);
            }
            docs.drop();
        }
    }

    @Test
    void anIndexOfATenantServesItsSearches() throws SQLException {
        DocumentStore docs = open(db.engine(), Tenancy.indexed(), o -> {});
        docs.tenant("acme").add(document("1", VECTOR));
        docs.addTenant("acme");
        docs.tenant("zenith").add(document("1", VECTOR));
        assertThat(plan("acme")).contains("Index Scan using docs_");
        assertThat(plan("zenith")).doesNotContain("Index Scan using docs_");
        assertThat(docs.tenant("zenith").search(Search.vector(VECTOR)).hits()).hasSize(1);
        docs.dropTenant("acme");
        assertThat(docs.tenant("acme").count()).isZero();
        assertThat(db.engine().inspect().table("docs").orElseThrow().indexes())
                .extracting(index -> index.name())
                .containsExactly("docs_gin");
    }

    /** A role that neither owns the table nor bypasses its policies, on one connection that everybody uses one after the other. */
    @Test
    void theServerShowsATenantsRowsAloneToARoleThatCannotCheat() throws SQLException {
        for (Tenancy tenancy : List.of(
                Tenancy.shared().withRowSecurity(),
                Tenancy.indexed().withRowSecurity(),
                Tenancy.partitioned().withRowSecurity())) {
            DocumentStore owner = open(db.engine(), tenancy, o -> {});
            for (String tenant : List.of("acme", "zenith")) {
                owner.addTenant(tenant);
                owner.tenant(tenant).add(document("1", VECTOR));
            }
            run(
                    "DROP ROLE IF EXISTS azoth_tenant_app",
                    "CREATE ROLE azoth_tenant_app LOGIN PASSWORD 'app' NOSUPERUSER NOBYPASSRLS",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON docs TO azoth_tenant_app");
            String url = db.url().replaceFirst("//[^@/]*@", "//azoth_tenant_app:app@");
            try (Engine engine = Engine.create(url, o -> o.poolSize(1))) {
                cannotCheat(engine, open(engine, tenancy, o -> o.creation(Creation.REQUIRE)));
            } finally {
                run("DROP OWNED BY azoth_tenant_app", "DROP ROLE azoth_tenant_app");
            }
            owner.drop();
        }
    }

    private static void cannotCheat(Engine engine, DocumentStore docs) {
        DocumentStore acme = docs.tenant("acme");
        DocumentStore zenith = docs.tenant("zenith");
        acme.add(document("2", VECTOR));
        acme.upsert(document("2", 3, 2, 1));
        assertThat(acme.search(Search.vector(VECTOR)).hits()).hasSize(2);
        assertThat(seen(engine)).as("the setting ends with its transaction").isZero();
        assertThat(zenith.count()).isOne();
        assertThatThrownBy(() -> acme.add(document("1", VECTOR))).isInstanceOf(DatabaseException.class);
        assertThat(seen(engine)).as("nor does it outlive a failure").isZero();

        engine.begin(connection -> {
            DocumentStore here = docs.in(connection);
            here.tenant("acme")
                    .forEach(
                            Filter.all(List.of()), each -> here.tenant("zenith").count());
            assertThat(here.tenant("acme").delete("2")).isOne();
            // statements of one's own, without a word about tenants
            assertThat(rows(connection, docs)).isOne();
            assertThat(connection.execute(Sql.delete(docs.table())).rowCount()).isOne();
            connection.rollback();
            assertThat(rows(connection, docs)).isZero();
        });
        engine.begin(connection -> {
            docs.in(connection).tenant("acme").count();
            try (var nested = connection.beginNested()) {
                docs.in(connection).tenant("zenith").count();
                nested.rollback();
            }
            assertThat(rows(connection, docs))
                    .as("a savepoint brings the tenant back")
                    .isEqualTo(2);
            assertThatThrownBy(() -> connection.execute(
                            Sql.update(docs.table()).set(docs.table().tenant().orElseThrow(), "zenith")))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("row-level security policy");
            connection.rollback();
        });
        assertThat(acme.count()).isEqualTo(2);
    }

    private static long rows(Connection connection, DocumentStore docs) {
        return connection.execute(select(count()).from(docs.table())).one();
    }

    private static long seen(Engine engine) {
        return engine.transaction(connection -> connection
                .execute(Sql.text("SELECT count(*) AS seen FROM docs").column("seen", Types.BIGINT))
                .one()
                .get("seen", Long.class));
    }

    @Test
    void theOwnerIsBoundToo() throws SQLException {
        run(
                "CREATE EXTENSION IF NOT EXISTS vector",
                "DROP ROLE IF EXISTS azoth_tenant_owner",
                "CREATE ROLE azoth_tenant_owner LOGIN PASSWORD 'owner' NOSUPERUSER NOBYPASSRLS",
                "GRANT ALL ON SCHEMA public TO azoth_tenant_owner");
        String url = db.url().replaceFirst("//[^@/]*@", "//azoth_tenant_owner:owner@");
        try (Engine engine = Engine.create(url, o -> o.poolSize(1))) {
            DocumentStore docs = open(engine, Tenancy.partitioned().withRowSecurity(), o -> {});
            docs.addTenant("acme");
            docs.tenant("acme").add(document("1", VECTOR));
            assertThat(seen(engine)).isZero();
            assertThat(docs.tenant("acme").count()).isOne();
            docs.dropTenant("acme");
            docs.drop();
        } finally {
            run("DROP OWNED BY azoth_tenant_owner", "DROP ROLE azoth_tenant_owner");
        }
    }

    @Test
    void anotherTenancyThanItWasMadeWithIsRefused() {
        open(db.engine(), Tenancy.partitioned(), o -> {});
        assertThatThrownBy(() -> open(db.engine(), Tenancy.shared().withRowSecurity(), o -> {}))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the collection docs was made with partitions and without row security, and is opened with"
                        + " Tenancy[layout=SHARED, rowSecurity=true]: open it with what it was made with");
    }
}
