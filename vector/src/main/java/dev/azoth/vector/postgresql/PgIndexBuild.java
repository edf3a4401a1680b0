package dev.azoth.vector.postgresql;

import dev.azoth.compile.SqlLanguage;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.schema.Index;
import dev.azoth.sql.DriverText;
import dev.azoth.sql.Sql;
import dev.azoth.type.Types;
import dev.azoth.vector.IndexBuild;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds an index on a table that is there: concurrently without a transaction, with settings of the session that are reset, else in one, with settings that end with it. */
final class PgIndexBuild {
    private static final String CREATE = "CREATE INDEX ";

    private final Engine engine;
    private final Index index;
    private final IndexBuild how;
    private final SqlLanguage language;

    PgIndexBuild(Engine engine, Index index, IndexBuild how) {
        this.engine = engine;
        this.index = index;
        this.how = how;
        this.language = engine.dialect().language(engine.server());
    }

    boolean run() {
        PgvectorVersion.warn(engine);
        Optional<IndexDescription> there = there();
        if (there.isPresent() && there.get().details().valid()) {
            return false;
        }
        if (how.concurrently()) {
            Engine outside = engine.withOptions(options -> options.isolation(IsolationLevel.AUTOCOMMIT));
            try (Connection connection = outside.connect()) {
                if (there.isPresent()) {
                    drop(connection, "CONCURRENTLY ");
                }
                concurrently(connection);
            }
        } else {
            engine.begin(connection -> {
                if (there.isPresent()) {
                    drop(connection, "");
                }
                set(connection, true);
                told(connection, () -> execute(connection, statement("")));
            });
        }
        return true;
    }

    private Optional<IndexDescription> there() {
        return engine
                .inspect()
                .table(
                        language.schemas().of(index.table()).orElse(null),
                        index.table().name())
                .stream()
                .flatMap(table -> table.indexes().stream())
                .filter(each -> each.name().equals(index.name()))
                .findFirst();
    }

    private void concurrently(Connection connection) {
        set(connection, false);
        try {
            told(connection, () -> execute(connection, statement("CONCURRENTLY ")));
        } catch (RuntimeException e) {
            // what is left can never be used, and slows all changes down
            afterFailure(e, () -> drop(connection, "CONCURRENTLY "));
            afterFailure(e, () -> reset(connection));
            throw e;
        }
        reset(connection);
    }

    /** The first failure says why: where the connection is lost, all that follows fails too. */
    private static void afterFailure(RuntimeException failure, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    private void reset(Connection connection) {
        settings().keySet().forEach(each -> execute(connection, "RESET " + each));
    }

    private String statement(String concurrently) {
        return CREATE
                + concurrently
                + language.ddl().createIndex(index, language).substring(CREATE.length());
    }

    private void drop(Connection connection, String concurrently) {
        String schema = language.schemas()
                .of(index.table())
                .map(name -> language.identifiers().write(name) + ".")
                .orElse("");
        execute(
                connection,
                "DROP INDEX " + concurrently + "IF EXISTS " + schema
                        + language.identifiers().write(index.name()));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("statement_timeout", "0"); // meant for queries
        how.memory().ifPresent(size -> settings.put("maintenance_work_mem", size));
        how.workers().ifPresent(number -> settings.put("max_parallel_maintenance_workers", String.valueOf(number)));
        return settings;
    }

    private void set(Connection connection, boolean local) {
        settings()
                .forEach((name, value) -> connection
                        .execute(Sql.text("SELECT set_config(:name, :value, :local)")
                                .bind("name", name)
                                .bind("value", value)
                                .bind("local", local))
                        .all());
    }

    private static void execute(Connection connection, String sql) {
        connection.execute(DriverText.of(sql, List.of()));
    }

    private void told(Connection connection, Runnable build) {
        if (how.progress().isEmpty()) {
            build.run();
            return;
        }
        int process = connection
                .execute(Sql.text("SELECT pg_backend_pid() AS process").column("process", Types.INTEGER))
                .one()
                .get("process", Integer.class);
        try (PgIndexProgress progress =
                new PgIndexProgress(engine, process, how.progress().get())) {
            progress.start();
            build.run();
        }
    }
}
