package dev.azoth.dialect.mysql;

import dev.azoth.ErrorFields;
import dev.azoth.InvalidRequestException;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.dialect.BulkInsert;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.RowLoader;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.NamedTable;
import dev.azoth.type.ServerInfo;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the dialects of MySQL and MariaDB have in common. */
public abstract class MysqlFamily implements Dialect {
    /** At most 64 characters. */
    private static final String LOCK = "concat('azoth ', left(coalesce(database(), ''), 58))";

    /** The most that MariaDB 10 takes, and as much as any server sends at once. */
    private static final BigDecimal UNCUT = new BigDecimal(1L << 30);

    /** For the two dialects. */
    protected MysqlFamily() {}

    @Override
    public final boolean accepts(DatabaseUrl url) {
        return url.scheme().equals(name());
    }

    /** The product's name as it writes it itself. */
    protected abstract String product();

    /** Whether a server with this version text is the product. */
    protected abstract boolean isProduct(String version);

    /** What to do with a server that is the other product. */
    protected abstract String wayOut();

    /**
     * Reads the version, and refuses the other product: much of what each has the other lacks, and its driver means other things.
     *
     * @throws InvalidRequestException if the server is the other product
     */
    @Override
    public final ServerInfo serverInfo(Connection connection) throws SQLException {
        DatabaseMetaData facts = connection.getMetaData();
        String version = facts.getDatabaseProductVersion();
        if (!isProduct(version)) {
            throw new InvalidRequestException(
                    "the server, version " + version + ", is not " + product() + ": " + wayOut());
        }
        ServerInfo server = server(facts.getDatabaseMajorVersion(), facts.getDatabaseMinorVersion());
        return new ServerInfo(server.dialect(), server.product(), server.major(), server.minor(), settings(connection));
    }

    /**
     * What connections are set to otherwise than those that Azoth opens: the length at which joined texts are cut, if they are; and that backslashes
     * begin no escapes.
     */
    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@session.group_concat_max_len, @@session.sql_mode")) {
            row.next();
            BigDecimal length = row.getBigDecimal(1);
            if (length.compareTo(UNCUT) < 0) {
                settings.put(MysqlAggregates.CUT, length.toPlainString());
            }
            if (row.getString(2).contains(MysqlDdl.PLAIN_BACKSLASHES)) {
                settings.put(MysqlDdl.PLAIN_BACKSLASHES, "");
            }
        }
        return settings;
    }

    /** A server of a version. */
    protected final ServerInfo server(int major, int minor) {
        return new ServerInfo(name(), product() + " " + major + "." + minor, major, minor, Map.of());
    }

    /** The collation of tables and connections, for which different texts are different; each product has one of its own. */
    protected abstract String collation();

    @Override
    public final ErrorFields error(SQLException exception) {
        ErrorFields error = MysqlErrors.of(exception);
        if (!error.message().contains("Unknown collation: '" + collation() + "'")) {
            return error;
        }
        String message = error.message() + ": the server is too old, or is not " + product() + "; then " + wayOut();
        return new ErrorFields(error.kind(), message, error.sqlState(), error.vendorCode(), null, null, null);
    }

    /** A prepared statement has 65,535 parameters at most. */
    @Override
    public BulkInsert bulkInsert(ServerInfo server) {
        return BulkInsert.rows(1_000, 32_000);
    }

    @Override
    public final Optional<RowLoader> loader(NamedTable table, List<ColumnReference<?>> columns, SqlLanguage language) {
        return columns.isEmpty() ? Optional.empty() : Optional.of(new LocalInfile(table, columns, language));
    }

    /**
     * A lock by name, of the whole server: hence with the database's name in its own. DDL ends transactions here and so would end any
     * lock of theirs.
     */
    @Override
    public final List<String> lockSchema() {
        return List.of("SELECT get_lock(" + LOCK + ", 3600)");
    }

    @Override
    public final List<String> unlockSchema() {
        return List.of("SELECT release_lock(" + LOCK + ")");
    }

    /** MySQL refuses other statements then, and MariaDB's driver reads all rows that are left before it sends one. */
    @Override
    public boolean streamsBesideOthers() {
        return false;
    }
}
