package dev.azoth.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** Regular expressions, of which SQLite has none: functions of Java's, on the connections that Azoth opens. */
final class SqliteRegexp {
    /** The name of what a server with these functions has more. */
    static final String EXTENSION = "regexp";

    private SqliteRegexp() {}

    /** Gives a connection of the driver's the functions. */
    static void register(Connection connection) throws SQLException {
        create(connection, "regexp", 2, new Matching(1, 0) {
            @Override
            void found(Matcher matcher) throws SQLException {
                result(matcher.find() ? 1 : 0);
            }
        });
        create(connection, "regexp_substr", 2, new Matching(0, 1) {
            @Override
            void found(Matcher matcher) throws SQLException {
                text(matcher.find() ? matcher.group() : null);
            }
        });
        create(connection, "regexp_replace", 3, new Matching(0, 1) {
            @Override
            void found(Matcher matcher) throws SQLException {
                String replacement = value_text(2);
                text(replacement == null ? null : matcher.replaceAll(replacement));
            }
        });
    }

    private static void create(Connection connection, String name, int arguments, Function function)
            throws SQLException {
        Function.create(connection, name, function, arguments, Function.FLAG_DETERMINISTIC);
    }

    /** Whether a connection has them. */
    static boolean isRegistered(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT regexp('a', 'a'), regexp_substr('a', 'a'), regexp_replace('a', 'a', 'b')");
            return true;
        } catch (SQLException lacking) {
            return false;
        }
    }

    /** A function of a text and a pattern; null if one of them is. A connection is one thread's at a time, and so are its functions. */
    private abstract static class Matching extends Function {
        private final int text;
        private final int pattern;
        private @Nullable Pattern last;

        Matching(int text, int pattern) {
            this.text = text;
            this.pattern = pattern;
        }

        abstract void found(Matcher matcher) throws SQLException;

        void text(@Nullable String value) throws SQLException {
            if (value == null) {
                result();
            } else {
                result(value);
            }
        }

        @Override
        protected void xFunc() throws SQLException {
            String subject = value_text(text);
            String expression = value_text(pattern);
            if (subject == null || expression == null) {
                result();
                return;
            }
            try {
                found(compiled(expression).matcher(subject));
            } catch (PatternSyntaxException e) {
                throw new SQLException("not a regular expression: " + expression, e);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new SQLException("not a replacement for " + expression + ": " + e.getMessage(), e);
            } catch (StackOverflowError e) {
                throw new SQLException("too much to match with the regular expression " + expression, e);
            }
        }

        private Pattern compiled(String expression) {
            Pattern known = last;
            if (known == null || !known.pattern().equals(expression)) {
                known = Pattern.compile(expression);
                last = known;
            }
            return known;
        }
    }
}
