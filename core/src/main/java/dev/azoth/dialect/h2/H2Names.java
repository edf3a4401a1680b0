package dev.azoth.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Names as the program says them, and as the database stores them.
 *
 * <p>The program's plain names are written without quotes. Whether the database then stores them in lower or in upper case was decided by
 * the URL of whoever opened it first; the setting of a later connection is ignored.
 *
 * @param upperCase whether names without quotes are stored in upper case
 */
record H2Names(boolean upperCase) {
    static H2Names of(Connection connection) throws SQLException {
        return new H2Names(connection.getMetaData().storesUpperCaseIdentifiers());
    }

    /** A stored name as the program says it. */
    String said(String stored) {
        return upperCase && isPlain(stored.toLowerCase(Locale.ROOT)) && stored.equals(stored.toUpperCase(Locale.ROOT))
                ? stored.toLowerCase(Locale.ROOT)
                : stored;
    }

    /** A name of the program as it is stored. */
    String stored(String said) {
        return upperCase && isPlain(said) ? said.toUpperCase(Locale.ROOT) : said;
    }

    /** Whether the compiler writes the name without quotes. */
    private static boolean isPlain(String name) {
        return name.matches("[a-z_][a-z0-9_]*") && !H2Words.RESERVED.contains(name);
    }
}
