package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.event.ConnectionEvent;
import dev.azoth.event.EngineListener;
import dev.azoth.event.StatementEvent;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.CustomExpression;
import dev.azoth.sql.SqlOutput;
import dev.azoth.sql.Structure;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.SqlType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Options that few need, and all expect. */
@EveryDatabase
class FurtherOptionsTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private static final Column<String> secret = Column.of("secret", VARCHAR(40));
    private static final Table vault = Table.of(METADATA, "vault", id, secret);

    /** Their databases of the tests are in memory. */
    private static final Set<String> IN_MEMORY = Set.of("h2");

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @Test
    void withoutAPoolEachConnectionIsOpenedAndClosed(Database db) {
        List<ConnectionEvent.Kind> kinds = new ArrayList<>();
        EngineListener listener = new EngineListener() {
            @Override
            public void connection(ConnectionEvent event) {
                kinds.add(event.kind());
            }
        };
        if (IN_MEMORY.contains(db.name())) {
            assertThatThrownBy(() -> Engine.create(db.url(), o -> o.pooled(false)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("is in memory");
            return;
        }
        Engine engine = Engine.create(db.url(), o -> o.pooled(false).listener(listener));
        engine.begin(c -> c.execute(select(id)).all());
        kinds.clear();
        engine.begin(c -> c.execute(select(id)).all());
        engine.begin(c -> c.execute(select(id)).all());
        assertThat(kinds)
                .containsExactly(
                        ConnectionEvent.Kind.OPENED,
                        ConnectionEvent.Kind.BORROWED,
                        ConnectionEvent.Kind.RETURNED,
                        ConnectionEvent.Kind.OPENED,
                        ConnectionEvent.Kind.BORROWED,
                        ConnectionEvent.Kind.RETURNED);
        assertThat(engine.poolStatus()).isEmpty();
        engine.close();
        assertThatThrownBy(() -> engine.begin(c -> c.execute(select(id))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void noValueIsInAnyTextWhenAllAreHidden(Database db) {
        List<String> told = new ArrayList<>();
        EngineListener listener = new EngineListener() {
            @Override
            public void statement(StatementEvent event) {
                told.add(event.parameters());
            }
        };
        Engine hiding = db.engine().withOptions(o -> o.hideParameters(true));
        var registration = db.engine().listen(listener);
        try (Connection connection = hiding.connect()) {
            connection.execute(insert(vault).values(id, 1).values(secret, "sesame"));
            assertThatThrownBy(
                            () -> connection.execute(insert(vault).values(id, 1).values(secret, "sesame")))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("[hidden]")
                    .hasMessageNotContaining("sesame");
        } finally {
            registration.close();
        }
        assertThat(told).containsOnly("[hidden]");
    }

    @Test
    void aUrlMayBeMadeOfPartsAndTheDialectSaid(Database db) {
        DatabaseUrl url = DatabaseUrl.parse(db.url());
        try (Engine engine = Engine.create(url, o -> o.dialect(db.engine().dialect()))) {
            assertThat(engine.dialect()).isSameAs(db.engine().dialect());
            engine.begin(c ->
                    assertThat(c.execute(select(id).where(id.eq(-1))).all()).isEmpty());
        }
    }

    @Test
    void sessionsAreResetByAListener(Database db) {
        List<String> reset = new ArrayList<>();
        EngineListener listener = new EngineListener() {
            @Override
            public void connection(ConnectionEvent event) {
                if (event.kind() == ConnectionEvent.Kind.RETURNED) {
                    try (var statement = event.jdbc().createStatement()) {
                        statement.execute("SELECT 1"); // PostgreSQL's would be DISCARD ALL
                        reset.add("done");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        };
        try (Engine engine = Engine.create(db.url(), o -> o.listener(listener).poolSize(1))) {
            engine.begin(c -> c.execute(select(id)).all());
            engine.begin(c -> c.execute(select(id)).all());
        }
        assertThat(reset).hasSize(2);
    }

    @Test
    void aTransactionThatWaitsInsteadOfLosing(Database db) {
        try (Connection connection = db.engine().connect()) {
            connection.isolation(IsolationLevel.SERIALIZABLE);
            if (db.name().equals("postgresql")) {
                connection.readOnly(true).deferrable(true);
                assertThat(connection
                                .executeDriverSql("SHOW transaction_deferrable")
                                .one()
                                .get(0))
                        .isEqualTo("on");
                assertThatThrownBy(() -> connection.deferrable(false)).isInstanceOf(InvalidRequestException.class);
                return;
            }
            connection.deferrable(true);
            assertThatThrownBy(() -> connection.execute(select(id)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(db.name() + " has no deferrable transactions");
        }
        // nor is the next one
        db.engine().begin(c -> c.execute(select(id)).all());
    }

    @Test
    void aNestedTransactionIsKnownAsOne(Database db) {
        if (!db.has(Capability.SAVEPOINTS)) {
            return;
        }
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.inNestedTransaction()).isFalse();
            try (var nested = connection.beginNested()) {
                assertThat(nested.isActive()).isTrue();
                assertThat(connection.inNestedTransaction()).isTrue();
            }
            assertThat(connection.inNestedTransaction()).isFalse();
        }
    }

    /** Its text depends on more than it says. */
    private record Moody(AtomicInteger mood) implements CustomExpression<Integer> {
        @Override
        public SqlType<Integer> type() {
            return INTEGER;
        }

        @Override
        public void render(SqlOutput out) {
            out.sql(mood.toString());
        }

        @Override
        public void describe(Structure out) {
            out.uncacheable();
        }
    }

    @Test
    void aConstructThatCannotSayWhatItsTextDependsOnIsNeverFoundAgain(Database db) {
        AtomicInteger mood = new AtomicInteger(1);
        try (Connection connection = db.engine().connect()) {
            var query = select(new Moody(mood).plus(1));
            var before = db.engine().cacheStatistics();
            assertThat(connection.execute(query).one()).isEqualTo(2);
            mood.set(5);
            assertThat(connection.execute(query).one()).isEqualTo(6);
            assertThat(db.engine().cacheStatistics()).isEqualTo(before);
        }
    }
}
