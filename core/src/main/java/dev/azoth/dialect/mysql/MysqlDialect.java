package dev.azoth.dialect.mysql;

import dev.azoth.compile.IdentifierRules;
import dev.azoth.compile.NameLength;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.dialect.BulkInsert;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import dev.azoth.inspect.Introspection;
import dev.azoth.type.ServerInfo;

/** MySQL; see the package's page. */
public final class MysqlDialect extends MysqlFamily {
    /**
     * The driver takes a backslash in a name for an escape, and so may miss the name's end: then the mark in this is the end to it, and a comment to the
     * server.
     */
    private static final String CLOSED = "/*`*/";

    /** For the service loader. */
    public MysqlDialect() {}

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    protected String product() {
        return "MySQL";
    }

    @Override
    protected String collation() {
        return "utf8mb4_0900_bin";
    }

    @Override
    protected boolean isProduct(String version) {
        return !version.contains("MariaDB");
    }

    @Override
    protected String wayOut() {
        return "write mariadb:// instead of mysql://, and give a pool of your own MariaDB's driver";
    }

    /** MariaDB's driver, which reaches MySQL too, means another thing by a fetch size. */
    @Override
    public boolean recognizes(String productName, String driverName) {
        return productName.equals("MySQL") && driverName.startsWith("MySQL");
    }

    @Override
    public JdbcTarget target(DatabaseUrl url) {
        return MysqlTarget.of(url, collation());
    }

    @Override
    public ServerInfo assumedServer() {
        return server(9, 7);
    }

    @Override
    public SqlLanguage language(ServerInfo server) {
        MysqlCodecs codecs = new MysqlCodecs(server);
        return new SqlLanguage(
                server,
                new IdentifierRules('`', MysqlWords.RESERVED, NameLength.characters("MySQL", 64), CLOSED),
                codecs,
                new MysqlStatements(server),
                new MysqlDdl(server, codecs, collation()));
    }

    @Override
    public Introspection introspection() {
        return new MysqlIntrospection();
    }

    /** See {@link MysqlChanges#returnsByKeys} for the order of keys. */
    @Override
    public BulkInsert bulkInsert(ServerInfo server) {
        BulkInsert page = super.bulkInsert(server);
        return new BulkInsert(page.rows(), page.parameters(), true);
    }

    /** Of this number, the driver gives rows as they come; of any other it first reads all of them. */
    @Override
    public int streamingFetchSize(int wanted) {
        return Integer.MIN_VALUE;
    }
}
