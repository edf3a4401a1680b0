package dev.azoth.vector.postgresql;

import dev.azoth.DatabaseException;
import dev.azoth.InvalidRequestException;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Ddl;
import dev.azoth.schema.Index;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import dev.azoth.type.Types;
import dev.azoth.vector.IndexedVector;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.DocumentTable;
import dev.azoth.vector.document.Tenancy;
import dev.azoth.vector.document.TenantStorage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Partitions and indexes of tenants, and a policy by a setting of the transaction. */
final class PgTenants implements TenantStorage {
    /** Of those who change what tenants have, one at a time. */
    private static final long LOCK = 1573678846307946497L;

    /** Asked once for a statement, and not for each row; where nothing is set it is null or empty, and no tenant's name. */
    private static final String POLICY = "(SELECT current_setting('" + Tenancy.SETTING + "', true))";

    @Override
    public void declare(DocumentTable table) {
        Tenancy tenancy = table.tenancy().orElseThrow();
        if (tenancy.layout() == Tenancy.Layout.PARTITIONED) {
            table.tenant().orElseThrow().primaryKey();
            table.ddl(Ddl.Moment.IN_CREATE, postgresql("PARTITION BY LIST (tenant)"));
        }
        if (tenancy.rowSecurity()) {
            String name = name(table, table.name());
            guard(name).forEach(sql -> table.ddl(Ddl.Moment.AFTER_CREATE, postgresql(sql)));
            table.ddl(
                    Ddl.Moment.AFTER_CREATE,
                    postgresql("CREATE POLICY azoth_tenant ON " + name + " USING (tenant = " + POLICY + ")"));
        }
    }

    private static Ddl postgresql(String sql) {
        return Ddl.of(sql).on("postgresql");
    }

    /** The owner, too, is bound: an application mostly comes as that. */
    private static List<String> guard(String name) {
        return List.of(
                "ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY");
    }

    @Override
    public void check(Engine engine, DocumentTable table) {
        Row row = engine.transaction(connection -> connection
                .execute(Sql.text(
                                "SELECT relkind = 'p' AS partitioned, relrowsecurity AS secured FROM pg_class WHERE oid = to_regclass(:name)")
                        .bind("name", name(table, table.name()))
                        .column("partitioned", Types.BOOLEAN)
                        .column("secured", Types.BOOLEAN))
                .one());
        Tenancy tenancy = table.tenancy().orElseThrow();
        boolean partitioned = row.get("partitioned", Boolean.class);
        boolean secured = row.get("secured", Boolean.class);
        if (partitioned != (tenancy.layout() == Tenancy.Layout.PARTITIONED) || secured != tenancy.rowSecurity()) {
            throw new InvalidRequestException("the collection " + table.name() + " was made "
                    + (partitioned ? "with" : "without") + " partitions and " + (secured ? "with" : "without")
                    + " row security, and is opened with " + tenancy + ": open it with what it was made with");
        }
    }

    @Override
    public void enter(Connection connection, DocumentTable table, String tenant) {
        if (table.tenancy().orElseThrow().rowSecurity()) {
            connection
                    .execute(Sql.text("SELECT set_config('" + Tenancy.SETTING + "', :tenant, true)")
                            .bind("tenant", tenant))
                    .all();
        }
    }

    @Override
    public void add(Connection connection, DocumentTable table, String tenant, VectorIndex index, Metric metric) {
        Tenancy tenancy = table.tenancy().orElseThrow();
        if (tenancy.layout() == Tenancy.Layout.SHARED) {
            return;
        }
        lock(connection);
        String own = ofTenant(table, tenant);
        if (tenancy.layout() == Tenancy.Layout.PARTITIONED) {
            if (!exists(connection, table, own)) {
                String partition = name(table, own);
                connection.executeDriverSql("CREATE TABLE " + partition + " PARTITION OF " + name(table, table.name())
                        + " FOR VALUES IN (" + literal(tenant) + ")");
                if (tenancy.rowSecurity()) {
                    // without a policy of its own, nobody gets past the table that it is a part of
                    guard(partition).forEach(connection::executeDriverSql);
                }
            }
        } else if (!(index instanceof VectorIndex.None) && !exists(connection, table, own)) {
            PgDocuments.checkDimensions(table);
            IndexedVector near = IndexedVector.of(table.embedding, metric)
                    .by(index)
                    .where(table.tenant().orElseThrow().eq(tenant));
            Index created = new Index(own, table, List.of(table.embedding), false, Optional.empty(), Optional.of(near));
            Engine engine = connection.engine();
            SqlLanguage language = engine.dialect().language(engine.server());
            connection.executeDriverSql(language.ddl().createIndex(created, language));
        }
    }

    /** "no partition of relation … found for row", which has the state of a check. */
    @Override
    public RuntimeException explained(DatabaseException failure, DocumentTable table, String tenant) {
        boolean partitioned = table.tenancy().orElseThrow().layout() == Tenancy.Layout.PARTITIONED;
        return partitioned
                        && "23514".equals(failure.error().sqlState())
                        && failure.error().constraint() == null
                ? new InvalidRequestException(
                        "the tenant " + tenant + " has no place in the collection " + table.name()
                                + ": store.addTenant(\"" + tenant + "\") makes its partition",
                        failure)
                : failure;
    }

    @Override
    public boolean drop(Connection connection, DocumentTable table, String tenant) {
        Tenancy.Layout layout = table.tenancy().orElseThrow().layout();
        if (layout == Tenancy.Layout.SHARED) {
            return false;
        }
        lock(connection);
        boolean partitioned = layout == Tenancy.Layout.PARTITIONED;
        connection.executeDriverSql((partitioned ? "DROP TABLE IF EXISTS " : "DROP INDEX IF EXISTS ")
                + name(table, ofTenant(table, tenant)));
        return partitioned;
    }

    private static void lock(Connection connection) {
        connection
                .execute(Sql.text("SELECT pg_advisory_xact_lock(:key)").bind("key", LOCK))
                .all();
    }

    private static boolean exists(Connection connection, DocumentTable table, String name) {
        return connection
                .execute(Sql.text("SELECT to_regclass(:name) IS NOT NULL AS found")
                        .bind("name", name(table, name))
                        .column("found", Types.BOOLEAN))
                .one()
                .get("found", Boolean.class);
    }

    /** A name has 63 bytes at most: 50 of the collection, and these. */
    private static String ofTenant(DocumentTable table, String tenant) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(tenant.getBytes(StandardCharsets.UTF_8));
            return table.name() + "_" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String name(DocumentTable table, String name) {
        return table.schema()
                        .map(schema -> PgvectorExtension.quoted(schema) + ".")
                        .orElse("")
                + PgvectorExtension.quoted(name);
    }

    /** With standard strings a quote alone has a meaning; a backslash has one in {@code E''}. */
    private static String literal(String text) {
        return (text.indexOf('\\') < 0 ? "'" : " E'") + text.replace("'", "''").replace("\\", "\\\\") + "'";
    }
}
