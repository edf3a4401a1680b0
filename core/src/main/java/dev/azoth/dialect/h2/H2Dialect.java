package dev.azoth.dialect.h2;

import dev.azoth.ErrorFields;
import dev.azoth.InvalidRequestException;
import dev.azoth.compile.IdentifierRules;
import dev.azoth.compile.NameLength;
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
import java.util.Map;

/** H2, from 2.5. */
public final class H2Dialect implements Dialect {
    private static final String NAME = "h2";

    /** For the service loader. */
    public H2Dialect() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean accepts(DatabaseUrl url) {
        return url.scheme().equals(NAME);
    }

    @Override
    public boolean takesOpaqueUrls() {
        return true;
    }

    @Override
    public boolean recognizes(String productName, String driverName) {
        return productName.equals("H2");
    }

    @Override
    public JdbcTarget target(DatabaseUrl url) {
        return H2Target.of(url);
    }

    @Override
    public ServerInfo serverInfo(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        String version = server.getDatabaseProductVersion().replaceFirst(" .*", "");
        return new ServerInfo(
                NAME, "H2 " + version, server.getDatabaseMajorVersion(), server.getDatabaseMinorVersion(), Map.of());
    }

    @Override
    public ServerInfo assumedServer() {
        return new ServerInfo(NAME, "H2 2.5", 2, 5, Map.of());
    }

    @Override
    public SqlLanguage language(ServerInfo server) {
        return new SqlLanguage(
                server,
                new IdentifierRules('"', H2Words.RESERVED, NameLength.characters("H2", 256)),
                new H2Codecs(server),
                new H2Statements(),
                new H2Ddl());
    }

    /** Its driver takes the setting for a hint, and changes go on. */
    @Override
    public void readOnly(Connection connection, boolean on) {
        if (on) {
            throw new InvalidRequestException("H2 has no read-only transactions: open the database with"
                    + " ;ACCESS_MODE_DATA=r in its URL, or connect as a user who may only SELECT");
        }
    }

    @Override
    public ErrorFields error(SQLException exception) {
        return H2Errors.of(exception);
    }

    @Override
    public Introspection introspection() {
        return new H2Introspection();
    }

    /** Rows go as arrays, and embedded there is no network to save round trips on. */
    @Override
    public BulkInsert bulkInsert(ServerInfo server) {
        return BulkInsert.rows(2_000, 30_000);
    }
}
