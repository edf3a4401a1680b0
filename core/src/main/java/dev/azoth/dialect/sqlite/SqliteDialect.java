package dev.azoth.dialect.sqlite;

import dev.azoth.ErrorFields;
import dev.azoth.compile.IdentifierRules;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.dialect.BulkInsert;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.JdbcTarget;
import dev.azoth.inspect.Introspection;
import dev.azoth.type.ServerInfo;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** SQLite; see the package's page. */
public final class SqliteDialect implements Dialect {
    private static final String NAME = "sqlite";

    /** Not the double quote: in that, SQLite takes a column that is not there for a text, and a misspelled name for a value. */
    private static final IdentifierRules IDENTIFIERS = new IdentifierRules('`', SqliteWords.ALL);

    private static final Map<String, String> WITH_FUNCTIONS = Map.of(SqliteJava.EXTENSION, "main");

    /** For the service loader. */
    public SqliteDialect() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean accepts(DatabaseUrl url) {
        return url.scheme().equals(NAME);
    }

    @Override
    public boolean recognizes(String productName, String driverName) {
        return productName.equals("SQLite");
    }

    @Override
    public JdbcTarget target(DatabaseUrl url) {
        return SqliteTarget.of(url);
    }

    /** With Azoth's own functions. */
    @Override
    public void opened(Connection connection) throws SQLException {
        SqliteJava.register(connection);
    }

    @Override
    public ServerInfo serverInfo(Connection connection) throws SQLException {
        DatabaseMetaData facts = connection.getMetaData();
        return new ServerInfo(
                NAME,
                "SQLite " + facts.getDatabaseProductVersion(),
                facts.getDatabaseMajorVersion(),
                facts.getDatabaseMinorVersion(),
                SqliteJava.isRegistered(connection) ? WITH_FUNCTIONS : Map.of());
    }

    @Override
    public ServerInfo assumedServer() {
        return new ServerInfo(NAME, "SQLite 3.54", 3, 54, WITH_FUNCTIONS);
    }

    @Override
    public SqlLanguage language(ServerInfo server) {
        return new SqlLanguage(
                server, IDENTIFIERS, new SqliteCodecs(server), new SqliteStatements(server), new SqliteDdl());
    }

    /** The driver knows read-only connections only from their opening on. */
    @Override
    public void readOnly(Connection connection, boolean on) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = " + on);
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    @Override
    public ErrorFields error(SQLException exception) {
        return SqliteErrors.of(exception);
    }

    @Override
    public Introspection introspection() {
        return new SqliteIntrospection();
    }

    /** The driver is built with SQLITE_MAX_VARIABLE_NUMBER = 250000, SQLite's own limit is 32766. */
    @Override
    public BulkInsert bulkInsert(ServerInfo server) {
        return BulkInsert.rows(1_000, 32_000);
    }

    /**
     * The first makes the transaction the one that writes, before it has read anything that another could change: it would give back
     * one free page of a file that is kept in "incremental" mode, and in any other does nothing else. The second lets tables that refer
     * to each other be dropped one after the other; the transaction's end undoes it.
     */
    @Override
    public List<String> lockSchema() {
        return List.of("PRAGMA incremental_vacuum(1) /* locks the schema */", "PRAGMA defer_foreign_keys = ON");
    }

    /** The database is in this process; and the driver does not tell which row of a batch failed. */
    @Override
    public boolean sendsBatches() {
        return false;
    }
}
