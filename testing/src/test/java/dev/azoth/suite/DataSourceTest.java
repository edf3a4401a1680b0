package dev.azoth.suite;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.stringAgg;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DatabaseException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Engine;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@EveryDatabase
class DataSourceTest {
    /** A pool of the caller's: it counts what it lends. */
    private static class Lent implements DataSource {
        private final Database db;
        private final AtomicInteger connections = new AtomicInteger();

        Lent(Database db) {
            this.db = db;
        }

        @Override
        public Connection getConnection() throws SQLException {
            connections.incrementAndGet();
            return db.jdbc();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("no " + type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }

    /** SQLite has regular expressions, MySQL and MariaDB whole texts, only as the connection was opened. */
    @Test
    void whatConnectionsAreNotOpenedForIsRefused(Database db) {
        var joined = select(stringAgg(value("a"), ","));
        var matched = select(value("a").regexpReplace("a", "b"));
        try (Engine engine = Engine.of(new Lent(db))) {
            switch (db.name()) {
                case "mysql", "mariadb" ->
                    assertThatThrownBy(() -> engine.compile(joined))
                            .isInstanceOf(CompileException.class)
                            .hasMessageContaining("open them with sessionVariables=group_concat_max_len=4294967295");
                case "sqlite" ->
                    assertThatThrownBy(() -> engine.compile(matched))
                            .isInstanceOf(CompileException.class)
                            .hasMessageContaining("call opened(connection) of the dialect for each of yours");
                default ->
                    assertThat(engine.<String>transaction(
                                    c -> c.execute(matched).one()))
                            .isEqualTo("b");
            }
        }
    }

    @Test
    void aPoolOfTheCallersTellsItsDialectAndStaysOpen(Database db) {
        Lent lent = new Lent(db);
        try (Engine engine = Engine.of(lent)) {
            assertThat(lent.connections).hasValue(0);
            assertThat(engine.dialect().name()).isEqualTo(db.name());
            int answer = engine.transaction(c -> c.execute(select(value(7))).one());
            assertThat(answer).isEqualTo(7);
        }
        assertThat(lent.connections).hasValue(2);
    }

    /** A bug: a connection that could not be prepared for use was never given back. */
    @Test
    void aConnectionThatRefusesItsIsolationGoesBack(Database db) {
        AtomicInteger open = new AtomicInteger();
        Lent refusing = new Lent(db) {
            @Override
            public Connection getConnection() throws SQLException {
                open.incrementAndGet();
                return refusing(super.getConnection(), open);
            }
        };
        try (Engine engine = Engine.of(refusing, o -> o.isolation(IsolationLevel.READ_UNCOMMITTED))) {
            assertThatThrownBy(() -> engine.begin(c -> c.execute(select(value(7)))))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("no such level");
        }
        assertThat(open).hasValue(0);
    }

    private static Connection refusing(Connection real, AtomicInteger open) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    if (name.equals("getTransactionIsolation")) {
                        return Connection.TRANSACTION_NONE;
                    } else if (name.equals("setTransactionIsolation")) {
                        throw new SQLException("no such level");
                    } else if (name.equals("close")) {
                        open.decrementAndGet();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void anEngineThatIsClosedSaysSo(Database db) {
        Engine engine = Engine.create(db.url());
        engine.close();

        assertThatThrownBy(() -> engine.begin(c -> c.execute(select(value(7)))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is closed");

        Engine used = Engine.create(db.url());
        used.begin(c -> c.execute(select(value(7))));
        used.close();
        assertThatThrownBy(() -> used.begin(c -> c.execute(select(value(7)))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is closed");
    }
}
