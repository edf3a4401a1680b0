package dev.azoth.suite;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Engine;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.io.PrintWriter;
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
    private static final class Lent implements DataSource {
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

    @Test
    void anEngineThatIsClosedSaysSo(Database db) {
        Engine engine = Engine.create(db.url());
        engine.close();

        assertThatThrownBy(() -> engine.begin(c -> c.execute(select(value(7)))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is closed");
    }
}
