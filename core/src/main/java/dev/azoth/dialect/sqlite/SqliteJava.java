package dev.azoth.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** Functions that SQLite lacks, in Java, on the connections that Azoth opens. */
final class SqliteJava {
    /** The name of what a server with these functions has more. */
    static final String EXTENSION = "azoth";

    private SqliteJava() {}

    /** A function of texts, none of which is null; gives a text, a whole number, or null. */
    @FunctionalInterface
    private interface Body {
        @Nullable
        Object of(String[] arguments);
    }

    /** Gives a connection of the driver's the functions. A connection is one thread's at a time, and so are its functions. */
    static void register(Connection connection) throws SQLException {
        LastPattern patterns = new LastPattern();
        create(connection, "regexp", 2, a -> patterns.of(a[0]).matcher(a[1]).find() ? 1 : 0);
        create(
                connection,
                "regexp_replace",
                3,
                a -> patterns.of(a[1]).matcher(a[0]).replaceAll(a[2]));
        create(connection, "regexp_substr", 2, a -> {
            Matcher matcher = patterns.of(a[1]).matcher(a[0]);
            return matcher.find() ? matcher.group() : null;
        });
        create(connection, "reverse", 1, a -> SqliteTexts.reversed(a[0]));
        create(connection, "split_part", 3, a -> SqliteTexts.part(a[0], a[1], Integer.parseInt(a[2])));
        create(connection, "translate", 3, a -> SqliteTexts.translated(a[0], a[1], a[2]));
        create(connection, "json_contains", 2, a -> JsonContainment.of(a[0], a[1]) ? 1 : 0);
    }

    private static void create(Connection connection, String name, int arguments, Body body) throws SQLException {
        Function.create(connection, name, new Call(name, body), arguments, Function.FLAG_DETERMINISTIC);
    }

    /** Whether a connection has them. */
    static boolean isRegistered(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT regexp('a', 'a'), split_part('a', 'a', 1), json_contains('1', '1')");
            return true;
        } catch (SQLException lacking) {
            return false;
        }
    }

    private static final class Call extends Function {
        private final String name;
        private final Body body;

        Call(String name, Body body) {
            this.name = name;
            this.body = body;
        }

        @Override
        protected void xFunc() throws SQLException {
            String[] arguments = new String[args()];
            for (int i = 0; i < arguments.length; i++) {
                String argument = value_text(i);
                if (argument == null) {
                    result();
                    return;
                }
                arguments[i] = argument;
            }
            give(called(arguments));
        }

        private @Nullable Object called(String[] arguments) throws SQLException {
            try {
                return body.of(arguments);
            } catch (RuntimeException e) {
                throw new SQLException(name + ": " + e.getMessage(), e);
            } catch (StackOverflowError e) {
                throw new SQLException(name + ": too much to match", e);
            }
        }

        private void give(@Nullable Object value) throws SQLException {
            if (value instanceof Integer number) {
                result(number);
            } else if (value instanceof String text) {
                result(text);
            } else {
                result();
            }
        }
    }
}
