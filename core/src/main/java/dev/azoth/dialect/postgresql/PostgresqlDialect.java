package dev.azoth.dialect.postgresql;

import dev.azoth.ErrorFields;
import dev.azoth.compile.IdentifierRules;
import dev.azoth.compile.NameLength;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.dialect.BulkInsert;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.FailedBatch;
import dev.azoth.dialect.JdbcTarget;
import dev.azoth.dialect.RowLoader;
import dev.azoth.inspect.Introspection;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.NamedTable;
import dev.azoth.type.ServerInfo;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** PostgreSQL, from 15 to 18. */
public final class PostgresqlDialect implements Dialect {
    private static final String NAME = "postgresql";

    /** The version and the schemas of extensions, in one round trip; the version is a number such as 170012. */
    private static final String SERVER =
            "SELECT CAST(current_setting('server_version_num') AS integer), e.extname, n.nspname "
                    + "FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace "
                    + "UNION ALL SELECT CAST(current_setting('server_version_num') AS integer), NULL, NULL";

    /** Any number does as long as nobody else uses it: this one is "azoth" in ASCII. */
    private static final long SCHEMA_LOCK = 0x617A6F7468L;

    /** For the service loader. */
    public PostgresqlDialect() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean accepts(DatabaseUrl url) {
        return url.scheme().equals(NAME)
                || (url.scheme().equals("postgres") && url.jdbc().isEmpty());
    }

    @Override
    public boolean recognizes(String productName, String driverName) {
        return productName.equals("PostgreSQL");
    }

    @Override
    public JdbcTarget target(DatabaseUrl url) {
        return PostgresqlTarget.of(url);
    }

    @Override
    public ServerInfo serverInfo(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SERVER)) {
            int version = 0;
            Map<String, String> extensions = new HashMap<>();
            while (rows.next()) {
                version = rows.getInt(1);
                if (rows.getString(2) != null) {
                    extensions.put(rows.getString(2), rows.getString(3));
                }
            }
            return server(version / 10_000, version % 10_000, extensions);
        }
    }

    @Override
    public ServerInfo assumedServer() {
        return server(18, 0, Map.of("vector", "public"));
    }

    private static ServerInfo server(int major, int minor, Map<String, String> extensions) {
        return new ServerInfo(NAME, "PostgreSQL " + major + "." + minor, major, minor, extensions);
    }

    @Override
    public SqlLanguage language(ServerInfo server) {
        return new SqlLanguage(
                server,
                new IdentifierRules('"', PostgresqlWords.RESERVED, NameLength.bytes("PostgreSQL", 63)),
                new PostgresqlCodecs(server),
                new PostgresqlStatements(),
                new PostgresqlDdl());
    }

    @Override
    public Optional<String> advice(DatabaseUrl url, SQLException failure) {
        return PostgresqlAdvice.of(url, failure);
    }

    @Override
    public ErrorFields error(SQLException exception) {
        return PostgresqlErrors.of(exception);
    }

    @Override
    public Introspection introspection() {
        return new PostgresqlIntrospection();
    }

    /**
     * Rows go as arrays, of which more than a thousand rows at a time are no faster and only take memory. Where they cannot, the protocol
     * has at most 65,535 bound values.
     */
    @Override
    public BulkInsert bulkInsert(ServerInfo server) {
        return BulkInsert.rows(2_000, 32_000);
    }

    /**
     * An advisory lock, which ends with the transaction. {@code CREATE TABLE IF NOT EXISTS} alone is not safe when two do it at once: one
     * fails with a duplicate key in the catalog.
     */
    @Override
    public List<String> lockSchema() {
        return List.of("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
    }

    /** The server undoes a transaction in which a statement failed, and the driver lets that pass as a commit. */
    @Override
    public void commit(Connection connection) throws SQLException {
        if (isAborted(connection)) {
            throw new SQLException("a statement failed in the transaction, which can only be undone", "25P02");
        }
        connection.commit();
    }

    private static boolean isAborted(Connection connection) throws SQLException {
        try {
            return PostgresqlTransaction.isAborted(connection);
        } catch (LinkageError theDriverIsNotVisibleFromHere) {
            return false;
        }
    }

    /** The driver sends the three at once, and so the savepoint costs no round trip. */
    @Override
    public void deferrable(Connection connection, boolean on) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION " + (on ? "" : "NOT ") + "DEFERRABLE");
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    @Override
    public String guarded(String statement, String savepoint) {
        // on a line of its own, since a listener's comment may end the statement
        return savepoint(savepoint) + "; " + statement + "\n; " + release(savepoint);
    }

    /** The driver marks all rows as failed, since all are undone, and has the one in its message: "Batch entry 7 UPDATE … was aborted". */
    @Override
    public OptionalInt failedRow(BatchUpdateException exception) {
        return FailedBatch.byMessage(exception);
    }

    @Override
    public Optional<RowLoader> loader(NamedTable table, List<ColumnReference<?>> columns, SqlLanguage language) {
        return PostgresqlCopy.of(table, columns, language);
    }

    /** COPY asks first what the columns are: a round trip more. */
    @Override
    public int loadsFrom() {
        return 1_000;
    }
}
