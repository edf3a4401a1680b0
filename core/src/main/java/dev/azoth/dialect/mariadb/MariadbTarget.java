package dev.azoth.dialect.mariadb;

import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import dev.azoth.dialect.mysql.MysqlAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a MariaDB URL is connected to. What the URL says of the driver's options is always left as it is. */
final class MariadbTarget {
    private static final String STRICT =
            "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_IN_DATE,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION";

    private MariadbTarget() {}

    static JdbcTarget of(DatabaseUrl url, String collation) {
        MysqlAddress address = MysqlAddress.of(url);
        Map<String, String> options = new LinkedHashMap<>();
        // values go in the server's own format instead of text: faster both ways once a statement is used again
        options.put("useServerPrepStmts", "true");
        options.put("prepStmtCacheSize", "100");
        options.put("connectionTimeZone", "UTC");
        options.put("forceConnectionTimeZoneToSession", "true");
        options.put("connectionCollation", collation);
        options.put("sessionVariables", "sql_mode='" + STRICT + "',group_concat_max_len=4294967295");
        options.put("connectTimeout", "10000");
        // off this machine, encryption or no connection
        if (!address.isLoopback() && !address.says("sslMode", "useSsl", "useSSL", "trustServerCertificate")) {
            options.put("sslMode", "trust");
        }
        return new JdbcTarget(
                address.jdbcUrl(),
                "org.mariadb.jdbc.Driver",
                "org.mariadb.jdbc:mariadb-java-client",
                address.properties(url, options),
                JdbcTarget.Sharing.POOL,
                "");
    }
}
