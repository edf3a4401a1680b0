package dev.azoth.dialect.mariadb;

import dev.azoth.compile.IdentifierRules;
import dev.azoth.compile.NameLength;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import dev.azoth.dialect.mysql.MysqlFamily;
import dev.azoth.dialect.mysql.MysqlWords;
import dev.azoth.inspect.Introspection;
import dev.azoth.type.ServerInfo;

/** MariaDB; see the package's page. */
public final class MariadbDialect extends MysqlFamily {
    /** For the service loader. */
    public MariadbDialect() {}

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    protected String product() {
        return "MariaDB";
    }

    @Override
    protected String collation() {
        return "utf8mb4_nopad_bin";
    }

    @Override
    protected boolean isProduct(String version) {
        return version.contains("MariaDB");
    }

    @Override
    protected String wayOut() {
        return "write mysql:// instead of mariadb://, and give a pool of your own MySQL's driver";
    }

    @Override
    public boolean recognizes(String productName, String driverName) {
        return productName.equals("MariaDB");
    }

    @Override
    public JdbcTarget target(DatabaseUrl url) {
        return MariadbTarget.of(url, collation());
    }

    @Override
    public ServerInfo assumedServer() {
        return server(11, 8);
    }

    @Override
    public SqlLanguage language(ServerInfo server) {
        MariadbCodecs codecs = new MariadbCodecs(server);
        return new SqlLanguage(
                server,
                new IdentifierRules('`', MysqlWords.RESERVED, NameLength.characters("MariaDB", 64)),
                codecs,
                new MariadbStatements(server),
                new MariadbDdl(server, codecs, collation()));
    }

    @Override
    public Introspection introspection() {
        return new MariadbIntrospection();
    }
}
