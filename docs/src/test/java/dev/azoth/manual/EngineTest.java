package dev.azoth.manual;

import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Echo;
import dev.azoth.engine.Engine;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.engine.Registration;
import dev.azoth.event.EngineListener;
import dev.azoth.event.StatementEvent;
import dev.azoth.sql.Select;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    @Test
    void anEngineHasOptions(@TempDir Path folder) {
        String url = "sqlite:///" + folder.resolve("app.db");
        // tag::engine-options
        Engine engine = Engine.create(
                url,
                options -> options.poolSize(20)
                        .connectTimeout(Duration.ofSeconds(5))
                        .isolation(IsolationLevel.SERIALIZABLE)
                        .echo(Echo.PARAMETERS));
        // end::engine-options
        try (engine) {
            assertThat(engine.server().product()).startsWith("SQLite");
        }
    }

    @Test
    void statementsHaveOptions() {
        String url = "sqlite://";
        // tag::engine-execution
        Engine engine = Engine.create(url, options -> options.execution(e -> e.timeout(Duration.ofSeconds(30))));
        try (Connection connection = engine.connect()) {
            connection.options(o -> o.label("nightly report"));
            connection.execute(select(value(1))).one();
            connection
                    .with(o -> o.timeout(Duration.ofMinutes(10)).maxRows(1_000))
                    .execute(select(value(2)));
        }
        // end::engine-execution
        engine.close();
    }

    @Test
    void oneSetOfTablesServesManySchemas() {
        Engine engine = Engine.create("h2://");
        engine.begin(connection -> connection.execute(text("CREATE SCHEMA tenant_7")));
        // tag::engine-tenant
        Engine tenant = engine.withOptions(options -> options.execution(e -> e.translateSchema("", "tenant_7")));
        tenant.begin(connection -> {
            connection.createAll(Shop.METADATA);
            connection.execute(select(user.name)); // SELECT tenant_7.user_account.name FROM tenant_7.user_account
        });
        // end::engine-tenant
        assertThat(engine.inspect().tables("tenant_7")).contains("user_account");
        engine.close();
    }

    @Test
    void anEngineTakesTheCallersPool() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:engine;DB_CLOSE_DELAY=-1");
        // tag::engine-datasource
        Engine engine = Engine.of(dataSource);
        // end::engine-datasource
        assertThat(engine.dialect().name()).isEqualTo("h2");
        engine.close();
    }

    @Test
    void aListenerHearsOfStatements() {
        List<String> heard = new ArrayList<>();
        // tag::events-listener
        EngineListener slow = new EngineListener() {
            @Override
            public void statement(StatementEvent event) {
                if (event.nanoseconds() > 1_000_000 || event.failure().isPresent()) {
                    heard.add(event.sql() + " " + event.parameters());
                }
            }
        };
        Engine engine = Engine.create("sqlite://", options -> options.listener(slow));
        // end::events-listener
        try (engine) {
            Shop.METADATA.createAll(engine);
            assertThat(heard).allMatch(statement -> !statement.isBlank());
        }
    }

    @Test
    void anEngineComesFromProperties() {
        // tag::engine-properties
        Map<String, String> properties = Map.of(
                "shop.url", "sqlite://", "shop.poolSize", "4", "shop.connectTimeout", "PT5S", "log.level", "info");
        Engine engine = Engine.create(properties, "shop.");
        // end::engine-properties
        try (engine) {
            // tag::engine-sub
            Engine reports = engine.withOptions(options -> options.readOnly(true));
            // end::engine-sub
            assertThatThrownBy(() -> Shop.METADATA.createAll(reports)).isInstanceOf(DatabaseException.class);
        }
    }

    @Test
    void aListenerAddsAComment() {
        AtomicInteger request = new AtomicInteger(7);
        List<String> sent = new ArrayList<>();
        EngineListener recorder = new EngineListener() {
            @Override
            public void statement(StatementEvent event) {
                sent.add(event.sql());
            }
        };
        try (Engine engine = Engine.create("sqlite://", options -> options.listener(recorder))) {
            Shop.METADATA.createAll(engine);
            // tag::events-comment
            EngineListener tracing = new EngineListener() {
                @Override
                public String sending(String sql) {
                    return sql + " /* request " + request.get() + " */";
                }
            };
            try (Registration registration = engine.listen(tracing)) {
                engine.begin(connection ->
                        connection.execute(select(count()).from(user)).one());
            }
            // end::events-comment
            assertThat(sent.get(sent.size() - 1)).endsWith(" /* request 7 */");
        }
    }

    @Test
    void aStatementIsCompiledOnce() {
        try (Engine engine = Engine.create("sqlite://")) {
            Shop.METADATA.createAll(engine);
            // tag::cache-hits
            for (String name : List.of("sandy", "patrick", "squidward")) {
                Select<Long> query = select(count()).from(user).where(user.name.eq(name));
                try (Connection connection = engine.connect()) {
                    connection.execute(query).one();
                }
            }
            System.out.println(engine.cacheStatistics()); // one miss, two hits
            // end::cache-hits
            assertThat(engine.cacheStatistics().hits()).isEqualTo(2);
        }
    }
}
