package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.event.SchemaEvent;
import dev.azoth.schema.Ddl;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.StoredQuery;
import dev.azoth.schema.Table;
import dev.azoth.schema.View;
import dev.azoth.sql.NamedTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Creates and drops tables over a connection, one at a time of all who do it. */
final class SchemaChange {
    private final Connection connection;
    private final Engine engine;
    private final StatementRunner runner;

    SchemaChange(Connection connection, Engine engine) {
        this.connection = connection;
        this.engine = engine;
        this.runner = connection.runner();
    }

    void createAll(MetaData metadata) {
        locked(() -> {
            Predicate<Table> exists = existing();
            checkReferred(metadata, exists);
            told(
                    tables(metadata, exists.negate()),
                    Ddl.Moment.BEFORE_CREATE,
                    Ddl.Moment.AFTER_CREATE,
                    () -> run(language().ddl().createAll(metadata, exists, language())));
            Predicate<View> there = existingViews();
            metadata.views().stream().filter(there.negate()).forEach(each -> run(each, StoredQuery.Change.CREATE));
        });
    }

    /** Some databases take a key to what is not there, and refuse rows later. */
    private void checkReferred(MetaData metadata, Predicate<Table> exists) {
        List<String> missing = language().ddl().leadingOut(metadata, exists).stream()
                .filter(key -> !exists.test(key.target()))
                .map(key -> key.table() + " refers to " + key.target() + " by " + key.name())
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidRequestException("createAll: " + String.join(", ", missing)
                    + ", which is in another MetaData and not in the database: create that first, or all at once, with"
                    + " MetaData.of(tables)");
        }
    }

    void dropAll(MetaData metadata) {
        locked(() -> {
            List<View> views = new ArrayList<>(metadata.views());
            Collections.reverse(views);
            views.stream().filter(existingViews()).forEach(each -> run(each, StoredQuery.Change.DROP));
            Predicate<Table> exists = existing();
            told(
                    tables(metadata, exists),
                    Ddl.Moment.BEFORE_DROP,
                    Ddl.Moment.AFTER_DROP,
                    () -> run(language().ddl().dropAll(metadata, exists, this::isThere, language())));
        });
    }

    private static List<Table> tables(MetaData metadata, Predicate<Table> which) {
        return metadata.sorted().tables().stream().filter(which).toList();
    }

    private void told(List<Table> tables, Ddl.Moment before, Ddl.Moment after, Runnable change) {
        tell(before, tables);
        change.run();
        tell(after, tables);
    }

    private void tell(Ddl.Moment moment, List<Table> tables) {
        if (!tables.isEmpty() && !connection.observers().isEmpty()) {
            connection.observers().tell(new SchemaEvent(moment, tables, connection.unwrap()));
        }
    }

    void change(StoredQuery query, StoredQuery.Change change) {
        locked(() -> run(query, change));
    }

    private void run(StoredQuery query, StoredQuery.Change change) {
        run(List.of(language().ddl().stored(query, change, language())));
    }

    private SqlLanguage language() {
        return engine.known().language(runner.options());
    }

    private void run(List<String> statements) {
        statements.forEach(runner::plain);
    }

    /** Which tables are there; the names of a schema are read when its first table is asked for. */
    private Predicate<Table> existing() {
        return existing(connection.inspect()::tables);
    }

    private Predicate<View> existingViews() {
        return existing(connection.inspect()::views);
    }

    private <T extends NamedTable> Predicate<T> existing(Function<@Nullable String, List<String>> names) {
        Map<Optional<String>, Set<String>> known = new HashMap<>();
        return table -> known.computeIfAbsent(
                        language().schemas().of(table), schema -> new HashSet<>(names.apply(schema.orElse(null))))
                .contains(table.name());
    }

    /** Asked only of keys that close a cycle of tables: a table that was there before the other may lack its key. */
    private boolean isThere(ForeignKey key) {
        Table table = key.table();
        return connection.inspect().table(language().schemas().of(table).orElse(null), table.name()).stream()
                .flatMap(description -> description.foreignKeys().stream())
                .anyMatch(each -> each.name().equals(key.name()));
    }

    /**
     * A database without a lock of its own is embedded, so that whoever changes its schema does so through this engine: the engine's lock
     * serves there. It is taken nowhere else, or two locks could wait for each other.
     */
    private void locked(Runnable change) {
        engine.known().learn();
        connection.results().close();
        List<String> lock = engine.dialect().lockSchema();
        if (!lock.isEmpty()) {
            lockedByDatabase(lock, change);
            return;
        }
        engine.schemaLock().lock();
        try {
            change.run();
        } finally {
            engine.schemaLock().unlock();
        }
    }

    private void lockedByDatabase(List<String> lock, Runnable change) {
        run(lock);
        try {
            change.run();
        } catch (RuntimeException e) {
            unlockAfter(e);
            throw e;
        }
        run(engine.dialect().unlockSchema());
    }

    /** What a lost connection held is free; and what keeps the lock from being given up must not hide why the change failed. */
    private void unlockAfter(RuntimeException failure) {
        try {
            run(engine.dialect().unlockSchema());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
