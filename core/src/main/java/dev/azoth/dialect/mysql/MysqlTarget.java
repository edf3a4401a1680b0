package dev.azoth.dialect.mysql;

import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a MySQL URL is connected to. What the URL says of the driver's options is always left as it is. */
final class MysqlTarget {
    private static final String STRICT = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private MysqlTarget() {}

    static JdbcTarget of(DatabaseUrl url, String collation) {
        MysqlAddress address = MysqlAddress.of(url);
        Map<String, String> options = new LinkedHashMap<>();
        // The driver writes values into the text. Prepared by the server, SELECT ? gives 0 for a text where the same
        // statement first
        // had a whole number: since 8.0.22 the server keeps the type that a parameter had. Also, the driver then moves
        // a clock's
        // reading that the JVM's own time zone skips.
        options.put("useServerPrepStmts", "false");
        options.put("cachePrepStmts", "true");
        options.put("prepStmtCacheSize", "250");
        options.put("prepStmtCacheSqlLimit", "65536");
        options.put("connectionTimeZone", "UTC");
        options.put("forceConnectionTimeZoneToSession", "true");
        options.put("connectionCollation", collation);
        options.put("sessionVariables", "sql_mode='" + STRICT + "',group_concat_max_len=4294967295");
        options.put("useLocalSessionState", "true");
        options.put("connectTimeout", "10000");
        encrypt(address, options);
        return new JdbcTarget(
                address.jdbcUrl(),
                "com.mysql.cj.jdbc.Driver",
                "com.mysql:mysql-connector-j",
                address.properties(url, options),
                JdbcTarget.Sharing.POOL,
                "");
    }

    /**
     * Off this machine, encryption or no connection. On it, none: nobody is in between, and so the key with which the password is
     * encrypted may be asked of the server.
     */
    private static void encrypt(MysqlAddress address, Map<String, String> options) {
        if (!address.says("sslMode", "useSSL", "requireSSL", "verifyServerCertificate")) {
            options.put("sslMode", address.isLoopback() ? "DISABLED" : "REQUIRED");
        }
        if (address.isLoopback()) {
            options.put("allowPublicKeyRetrieval", "true");
        }
    }
}
