package dev.azoth.suite;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.engine.ParameterRows;
import dev.azoth.engine.Registration;
import dev.azoth.event.ConnectionEvent;
import dev.azoth.event.EngineListener;
import dev.azoth.event.SchemaEvent;
import dev.azoth.event.StatementEvent;
import dev.azoth.event.TransactionEvent;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Select;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EveryDatabase
class EventTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    static final Column<String> body = Column.of("body", TEXT);
    static final Column<String> password = Column.of("password", TEXT).sensitive();
    static final Table letter = Table.of(METADATA, "letter", id, body, password);

    /** Writes down what it is told. */
    private static final class Recorder implements EngineListener {
        private final List<StatementEvent> statements = new ArrayList<>();
        private final List<TransactionEvent> transactions = new ArrayList<>();
        private final List<String> servers = new ArrayList<>();

        @Override
        public void statement(StatementEvent event) {
            statements.add(event);
        }

        @Override
        public void transaction(TransactionEvent event) {
            transactions.add(event);
        }

        @Override
        public void connected(String server) {
            servers.add(server);
        }
    }

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @Test
    void aListenerIsToldOfStatementsAndTransactions(Database db) {
        boolean savepoints = db.has(Capability.SAVEPOINTS);
        Recorder recorder = new Recorder();
        try (Engine engine = Engine.create(db.url(), o -> o.listener(recorder).parameterLength(10))) {
            engine.begin(c -> {
                c.execute(insert(letter)
                        .values(id, 1)
                        .values(body, "x".repeat(20))
                        .values(password, "hunter2"));
                c.execute(select(body).where(id.eq(1))).all();
                c.execute(select(body).where(id.eq(2))).all();
                if (savepoints) {
                    try (var nested = c.beginNested()) {
                        nested.rollback();
                    }
                }
            });
        }

        assertThat(recorder.servers).hasSize(1);
        assertThat(recorder.statements.get(0).parameters()).isEqualTo("[1, 'xxxxxxxxxx… (20 characters)', ***]");
        assertThat(recorder.statements)
                .filteredOn(event -> event.sql().startsWith("SELECT"))
                .extracting(StatementEvent::cached)
                .containsExactly(false, true);
        assertThat(recorder.statements)
                .allSatisfy(event -> assertThat(event.nanoseconds()).isPositive());
        assertThat(recorder.transactions)
                .containsExactlyElementsOf(
                        savepoints
                                ? List.of(
                                        TransactionEvent.BEGIN,
                                        TransactionEvent.SAVEPOINT,
                                        TransactionEvent.ROLLBACK_TO_SAVEPOINT,
                                        TransactionEvent.COMMIT)
                                : List.of(TransactionEvent.BEGIN, TransactionEvent.COMMIT));
    }

    @Test
    void aFailureIsTold(Database db) {
        Recorder recorder = new Recorder();
        try (Engine engine = Engine.create(db.url(), o -> o.listener(recorder))) {
            assertThatThrownBy(() -> engine.begin(c -> c.execute(text("SELECT * FROM nowhere"))))
                    .isInstanceOf(DatabaseException.class);
        }
        assertThat(recorder.statements)
                .singleElement()
                .satisfies(event -> assertThat(event.failure()).containsInstanceOf(DatabaseException.class));
        assertThat(recorder.transactions).containsExactly(TransactionEvent.BEGIN, TransactionEvent.ROLLBACK);
    }

    @Test
    void manyRowsAreOneEventEachStatement(Database db) {
        Recorder recorder = new Recorder();
        try (Engine engine = Engine.create(db.url(), o -> o.listener(recorder))) {
            engine.begin(c -> {
                c.execute(insert(letter), List.of(Map.of(id, 10), Map.of(id, 11), Map.of(id, 12)));
                c.rollback();
            });
        }
        assertThat(recorder.statements)
                .singleElement()
                .satisfies(event -> assertThat(event.rows()).isEqualTo(3));
    }

    @Test
    void aBatchTellsHowManyRowsItHas(Database db) {
        Recorder recorder = new Recorder();
        try (Engine engine = Engine.create(db.url(), o -> o.listener(recorder))) {
            engine.begin(c -> c.executeBatch(
                    delete(letter).where(id.eq(parameter("which", INTEGER))),
                    new ParameterRows(List.of("which"), List.of(new Object[] {20}, new Object[] {21}))));
        }
        assertThat(recorder.statements)
                .singleElement()
                .satisfies(event -> assertThat(event.rows()).isEqualTo(2));
    }

    @Test
    void aListenerMayReplaceAStatementAndItsText(Database db) {
        Recorder recorder = new Recorder();
        EngineListener first = new EngineListener() {
            @Override
            @SuppressWarnings("unchecked") // a select of the same rows
            public <T> Statement<T> executing(Statement<T> statement) {
                return statement instanceof Select<T> select ? (Statement<T>) select.where(id.lt(100)) : statement;
            }

            @Override
            public String sending(String sql) {
                return sql + " /* from here */";
            }
        };
        try (Engine engine = Engine.create(db.url(), o -> o.listener(first).listener(recorder))) {
            engine.begin(c -> {
                c.execute(insert(letter), List.of(Map.of(id, 99), Map.of(id, 101)));
                assertThat(c.execute(select(id).where(id.gt(90))).all()).containsExactly(99);
                assertThat(c.executeBatch(
                                delete(letter).where(id.eq(parameter("which", INTEGER))),
                                new ParameterRows(List.of("which"), List.of(new Object[] {99}, new Object[] {101}))))
                        .hasSize(2);
                c.rollback();
            });
        }
        assertThat(recorder.statements)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(event -> assertThat(event.sql()).endsWith(" /* from here */"));
    }

    @Test
    void aListenerMayTellOfAFailureInItsOwnWay(Database db) {
        EngineListener own = new EngineListener() {
            @Override
            public RuntimeException failed(DatabaseException failure) {
                return new IllegalStateException("ours", failure);
            }
        };
        try (Engine engine = Engine.create(db.url(), o -> o.listener(own))) {
            assertThatThrownBy(() -> engine.begin(c -> c.execute(text("SELECT * FROM nowhere"))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(DatabaseException.class);
        }
    }

    @Test
    void aListenerThatThrowsHidesNoFailure(Database db) {
        EngineListener broken = new EngineListener() {
            @Override
            public void statement(StatementEvent event) {
                throw new IllegalStateException("the listener");
            }
        };
        try (Engine engine = Engine.create(db.url(), o -> o.listener(broken))) {
            assertThatThrownBy(() -> engine.begin(c -> c.execute(text("SELECT * FROM nowhere"))))
                    .isInstanceOf(DatabaseException.class)
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
            assertThatThrownBy(() -> engine.begin(c -> c.execute(select(id))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the listener");
        }
    }

    @Test
    void aListenerComesAndGoes(Database db) {
        Recorder recorder = new Recorder();
        try (Engine engine = Engine.create(db.url())) {
            engine.begin(c -> c.execute(select(id)).all());
            Registration first = engine.listen(recorder);
            Registration second = engine.listen(recorder);
            engine.begin(c -> c.execute(select(id)).all());
            assertThat(recorder.statements).hasSize(2);
            first.close();
            first.close();
            engine.begin(c -> c.execute(select(id)).all());
            assertThat(recorder.statements).hasSize(3);
            second.close();
            engine.begin(c -> c.execute(select(id)).all());
            assertThat(recorder.statements).hasSize(3);
        }
    }

    @Test
    void connectionsAreToldOf(Database db) {
        List<ConnectionEvent.Kind> kinds = new ArrayList<>();
        EngineListener listener = new EngineListener() {
            @Override
            public void connection(ConnectionEvent event) {
                kinds.add(event.kind());
            }
        };
        try (Engine engine = Engine.create(db.url(), o -> o.listener(listener).poolSize(1))) {
            engine.begin(c -> c.execute(select(id)).all());
            engine.begin(c -> {
                c.execute(select(id)).all();
                c.invalidate();
            });
        }
        assertThat(kinds)
                .startsWith(
                        ConnectionEvent.Kind.OPENED,
                        ConnectionEvent.Kind.BORROWED,
                        ConnectionEvent.Kind.RETURNED,
                        ConnectionEvent.Kind.BORROWED,
                        ConnectionEvent.Kind.INVALIDATED);
    }

    /** Not even the end of a transaction that there was not. */
    @Test
    void autocommitHasNoTransactions(Database db) {
        List<TransactionEvent> events = new ArrayList<>();
        EngineListener listener = new EngineListener() {
            @Override
            public void transaction(TransactionEvent event) {
                events.add(event);
            }
        };
        try (Registration heard = db.engine().listen(listener);
                Connection connection = db.engine().connect().isolation(IsolationLevel.AUTOCOMMIT)) {
            connection.execute(select(id)).all();
        }
        assertThat(events).isEmpty();
    }

    @Test
    void tablesThatAreCreatedAndDroppedAreToldOf(Database db) {
        MetaData metadata = new MetaData();
        Table first = Table.of(metadata, "told_first", Column.of("id", INTEGER).primaryKey());
        Table.of(metadata, "told_second", Column.of("id", INTEGER).primaryKey());
        List<String> told = new ArrayList<>();
        EngineListener listener = new EngineListener() {
            @Override
            public void schema(SchemaEvent event) {
                told.add(event.moment() + " "
                        + event.tables().stream().map(Table::name).toList());
                try (var statement = event.jdbc().createStatement()) {
                    statement.execute("SELECT 1");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void closed() {
                told.add("closed");
            }
        };
        Engine engine = Engine.create(db.url(), o -> o.listener(listener));
        try (engine) {
            MetaData.of(List.of(first)).createAll(engine);
            metadata.createAll(engine);
            metadata.createAll(engine);
            metadata.dropAll(engine);
            metadata.dropAll(engine);
        }
        engine.close();
        assertThat(told)
                .containsExactly(
                        "BEFORE_CREATE [told_first]",
                        "AFTER_CREATE [told_first]",
                        "BEFORE_CREATE [told_second]",
                        "AFTER_CREATE [told_second]",
                        "BEFORE_DROP [told_first, told_second]",
                        "AFTER_DROP [told_first, told_second]",
                        "closed");
    }
}
