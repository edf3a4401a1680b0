package dev.azoth.dialect.duckdb;

import dev.azoth.CompileException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.InvalidRequestException;
import dev.azoth.compile.IdentifierRules;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.dialect.BulkInsert;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.JdbcTarget;
import dev.azoth.dialect.RowLoader;
import dev.azoth.inspect.Introspection;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.NamedTable;
import dev.azoth.type.ServerInfo;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DuckDB; see the package's page. */
public final class DuckdbDialect implements Dialect {
    private static final String NAME = "duckdb";
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+).*", Pattern.DOTALL);
    private static final String SERVER = "SELECT version(), getvariable('" + DuckdbDdl.FOREIGN_KEYS + "')";
    private static final IdentifierRules IDENTIFIERS = new IdentifierRules('"', DuckdbWords.RESERVED);

    /** For the service loader. */
    public DuckdbDialect() {}

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
        return productName.equals("DuckDB");
    }

    @Override
    public JdbcTarget target(DatabaseUrl url) {
        return DuckdbTarget.of(url);
    }

    /** The driver's own version, which its metadata has as the database's too, says 1.0 for ever. */
    @Override
    public ServerInfo serverInfo(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SERVER)) {
            row.next();
            Matcher version = VERSION.matcher(row.getString(1));
            Map<String, String> settings =
                    "off".equals(row.getString(2)) ? Map.of(DuckdbDdl.FOREIGN_KEYS, "off") : Map.of();
            return version.matches()
                    ? server(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)), settings)
                    : server(2, 0, settings);
        }
    }

    @Override
    public ServerInfo assumedServer() {
        return server(2, 0, Map.of());
    }

    private static ServerInfo server(int major, int minor, Map<String, String> settings) {
        return new ServerInfo(NAME, "DuckDB " + major + "." + minor, major, minor, settings);
    }

    @Override
    public SqlLanguage language(ServerInfo server) {
        return new SqlLanguage(
                server,
                IDENTIFIERS,
                new DuckdbCodecs(server),
                new DuckdbStatements(),
                new DuckdbDdl(server.extensionSchema(DuckdbDdl.FOREIGN_KEYS).isEmpty()));
    }

    @Override
    public ErrorFields error(SQLException exception) {
        return DuckdbErrors.of(exception);
    }

    @Override
    public Introspection introspection() {
        return new DuckdbIntrospection();
    }

    /** So many rows fit into one of DuckDB's vectors, within which everything happens in their order. */
    @Override
    public BulkInsert bulkInsert(ServerInfo server) {
        return BulkInsert.rows(2_000, 32_000);
    }

    @Override
    public Optional<RowLoader> loader(NamedTable table, List<ColumnReference<?>> columns, SqlLanguage language) {
        return DuckdbAppend.of(table, columns, language);
    }

    /**
     * There is none.
     *
     * @throws CompileException always
     */
    @Override
    public String savepoint(String name) {
        throw new CompileException(
                "DuckDB has no savepoints, so that no part of a transaction can be undone alone: undo the whole transaction,"
                        + " or do the part in one of its own");
    }

    /** The driver knows one level; it takes the weaker ones as well, whose promises it keeps. */
    @Override
    public void isolate(Connection connection, int level) throws SQLException {
        if (level > Connection.TRANSACTION_REPEATABLE_READ) {
            throw ErrorKind.NOT_SUPPORTED.exception(
                    ErrorFields.of(
                            ErrorKind.NOT_SUPPORTED,
                            "DuckDB has no isolation level SERIALIZABLE: its own is REPEATABLE_READ, where of two transactions that"
                                    + " change the same row one fails"),
                    null,
                    null);
        }
        connection.setTransactionIsolation(level);
    }

    /** The driver opens a whole database for reading, or not. */
    @Override
    public void readOnly(Connection connection, boolean on) {
        if (on) {
            throw new InvalidRequestException(
                    "DuckDB has no read-only transactions through its driver: open the database with"
                            + " access_mode=READ_ONLY in the URL");
        }
    }

    /** A transaction that an error has ended is undone by COMMIT, without a word; any other statement is refused in it. */
    @Override
    public void commit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
        connection.commit();
    }

    /** A statement that could not be prepared began no transaction, and then there is none to be undone. */
    @Override
    public void rollback(Connection connection) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            if (!DuckdbErrors.isWithoutTransaction(e)) {
                throw e;
            }
            endForgotten(connection);
        }
    }

    /**
     * After a COMMIT that failed there is no transaction, but the driver believes that there is one, and would begin none for the connection's next user. It believes what a rollback tells, for which
     * there must be one.
     */
    private static void endForgotten(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN TRANSACTION");
        } catch (SQLException e) {
            if (DuckdbErrors.isWithoutTransaction(e)) {
                throw e;
            } // else the driver knew that there was none, and began one for this statement
        }
        connection.rollback();
    }

    @Override
    public boolean hasReferentialActions() {
        return false;
    }

    /** Not possible: an error ends the transaction, and there are no savepoints. */
    @Override
    public String guarded(String statement, String savepoint) {
        return "";
    }
}
