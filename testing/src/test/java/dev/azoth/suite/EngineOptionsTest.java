package dev.azoth.suite;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.EngineOptions;
import dev.azoth.engine.EnginePlugin;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.engine.PoolStatus;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EveryDatabase
class EngineOptionsTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    static final Table stamp = Table.of(METADATA, "stamp", id);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    private static List<Integer> read(Engine engine) {
        return engine.transaction(c -> c.execute(select(id)).all());
    }

    @Test
    void aReadOnlyConnectionRefusesChanges(Database db) {
        Engine reading = db.engine().withOptions(o -> o.readOnly(true));
        if (!db.has(Capability.READ_ONLY)) {
            assertThatThrownBy(() -> reading.begin(c -> c.execute(select(id)).all()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("no read-only transactions");
            return;
        }
        assertThat(read(reading)).isEmpty();
        assertThatThrownBy(() -> reading.begin(c -> c.execute(insert(stamp).values(id, 1))))
                .isInstanceOf(DatabaseException.class);

        // the same JDBC connections go on to write
        for (int i = 0; i < 3; i++) {
            db.engine().begin(c -> {
                c.execute(insert(stamp).values(id, 1));
                c.rollback();
            });
        }
    }

    @Test
    void readOnlyIsSetBetweenTransactions(Database db) {
        if (!db.has(Capability.READ_ONLY)) {
            try (Connection connection = db.engine().connect()) {
                connection.readOnly(true);
                assertThatThrownBy(() -> connection.execute(select(id))).isInstanceOf(InvalidRequestException.class);
            }
            return;
        }
        try (Connection connection = db.engine().connect()) {
            connection.execute(insert(stamp).values(id, 1));
            assertThatThrownBy(() -> connection.readOnly(true))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("within a transaction");
            connection.rollback();
            connection.readOnly(true);
            assertThat(connection.isReadOnly()).isTrue();
            assertThatThrownBy(() -> connection.execute(insert(stamp).values(id, 1)))
                    .isInstanceOf(DatabaseException.class);
            connection.rollback();
            connection.readOnly(false).execute(insert(stamp).values(id, 1));
        }
    }

    @Test
    void theDatabasesOwnIsolationIsTold(Database db) {
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.isolation()).isNull();
            assertThat(connection.currentIsolation()).isNotNull();
        }
        try (Connection connection = db.engine().connect().isolation(IsolationLevel.AUTOCOMMIT)) {
            assertThat(connection.currentIsolation()).isEqualTo(IsolationLevel.AUTOCOMMIT);
        }
    }

    @Test
    void enginesOfOnePoolShareWhatIsThePools(Database db) {
        Engine other = db.engine().withOptions(o -> o.isolation(IsolationLevel.AUTOCOMMIT));
        other.begin(c -> c.execute(insert(stamp).values(id, 7)));
        other.close();
        db.engine().begin(c -> {
            assertThat(c.execute(select(id)).all()).contains(7);
            c.execute(delete(stamp));
        });
        assertThatThrownBy(() -> db.engine().withOptions(o -> o.poolSize(99)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("over one pool");
    }

    @Test
    void aConnectionThatIsThrownAwayIsReplaced(Database db) {
        try (Engine engine = Engine.create(db.url(), o -> o.poolSize(1));
                Connection connection = engine.connect()) {
            java.sql.Connection first = connection.unwrap();
            connection.invalidate();
            assertThat(connection.inTransaction()).isFalse();
            assertThat(connection.unwrap()).isNotSameAs(first);
        }
    }

    @Test
    void aPoolTellsOfItsConnections(Database db) {
        try (Engine engine = Engine.create(db.url(), o -> o.poolSize(3))) {
            assertThat(engine.poolStatus()).contains(new PoolStatus(3, 0, 0, 0, 0));
            try (Connection connection = engine.connect()) {
                connection.execute(select(id));
                assertThat(engine.poolStatus().orElseThrow().active()).isEqualTo(1);
            }
            assertThat(engine.poolStatus().orElseThrow().active()).isZero();
            engine.replaceConnections();
            assertThat(read(engine)).isEmpty();
        }
    }

    @Test
    void anEngineIsMadeOfProperties(Database db) {
        Map<String, String> properties = Map.of(
                "app.db.url", db.url(), "app.db.poolSize", "2", "app.db.connectTimeout", "PT5S", "app.name", "other");
        try (Engine engine = Engine.create(properties, "app.db.")) {
            assertThat(read(engine)).isEmpty();
            assertThat(engine.poolStatus().orElseThrow().most()).isEqualTo(2);
        }
        assertThatThrownBy(() -> Engine.create(
                        Map.of("url", db.url(), "poolSize", "many", "colour", "red", "idleTimeout", "soon"), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "poolSize cannot be \"many\"",
                        "no option colour",
                        "idleTimeout cannot be \"soon\"",
                        "the options are url,");
        assertThatThrownBy(() -> Engine.create(Map.of(), "app."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("app.url");
    }

    @Test
    void aPluginIsAskedForInTheUrl(Database db) {
        if (db.url().startsWith("jdbc:") || DatabaseUrl.parse(db.url()).opaque().isPresent()) {
            // such a URL is the driver's own
            assertThatThrownBy(() -> DatabaseUrl.parse(db.url()).with("plugin", "x"))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        String and = db.url().contains("?") ? "&" : "?";
        NotingPlugin.NOTED.clear();
        try (Engine engine = Engine.create(db.url() + and + "plugin=noting&note=hello")) {
            assertThat(read(engine)).isEmpty();
        }
        assertThat(NotingPlugin.NOTED).containsExactly("url", "options hello", "created");
        assertThatThrownBy(() -> Engine.create(db.url() + and + "plugin=nothing"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContainingAll("no plugin nothing", "[noting]");
    }

    @Test
    void wrongOptionsOfThePoolAreToldAtOnce(Database db) {
        assertThatThrownBy(() -> Engine.create(
                        db.url(),
                        o -> o.idleConnections(-1)
                                .idleTimeout(Duration.ofSeconds(1))
                                .maxLifetime(Duration.ofSeconds(1))
                                .leakDetection(Duration.ofMillis(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("idleConnections", "idleTimeout", "maxLifetime", "leakDetection");
    }

    /** Notes what it is asked; a service of the tests. */
    public static final class NotingPlugin implements EnginePlugin {
        static final List<String> NOTED = new ArrayList<>();

        @Override
        public String name() {
            return "noting";
        }

        @Override
        public DatabaseUrl url(DatabaseUrl url) {
            NOTED.add("url");
            return url.without("note");
        }

        @Override
        public void options(EngineOptions options, DatabaseUrl url) {
            NOTED.add("options " + url.parameters().get("note"));
        }

        @Override
        public void created(Engine engine) {
            NOTED.add("created");
        }
    }
}
