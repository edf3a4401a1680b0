package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Engine;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Replicas;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.EntityRows;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Lock;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Node;
import dev.azoth.sql.Statement;
import dev.azoth.sql.Traversal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which engine has which entities and tables, and which replicas an engine has. Of a session factory; safe for several threads. */
public final class Routes {
    private final Engine engine;
    private final Map<Class<?>, Engine> classes;
    private final Map<NamedTable, Engine> tables;
    private final Map<Engine, Replicas> replicas;
    private final Map<Class<?>, Engine> found = new ConcurrentHashMap<>();

    /**
     * Routes.
     *
     * @param engine  for all that is not named
     * @param classes entities, and what they extend or implement
     * @param tables  tables that are no entity's
     */
    public Routes(
            Engine engine,
            Map<Class<?>, Engine> classes,
            Map<NamedTable, Engine> tables,
            Map<Engine, Replicas> replicas) {
        this.engine = engine;
        this.classes = Map.copyOf(classes);
        this.tables = Map.copyOf(tables);
        this.replicas = Map.copyOf(replicas);
    }

    /** The engine of all that is not named. */
    public Engine engine() {
        return engine;
    }

    /** Whether there is one engine for everything, which makes the statement irrelevant. */
    boolean isOne() {
        return !isSeveral() && replicas.isEmpty();
    }

    private boolean isSeveral() {
        return !classes.isEmpty() || !tables.isEmpty();
    }

    Optional<Replicas> replicas(Engine of) {
        return Optional.ofNullable(replicas.get(of));
    }

    /** The engine of a table. */
    Engine of(NamedTable table) {
        Engine bound = isSeveral() ? bound(table) : engine;
        return bound == null ? engine : bound;
    }

    private @Nullable Engine bound(NamedTable table) {
        return EntityRows.ownerOf(table).map(this::of).orElseGet(() -> tables.get(table));
    }

    /** The engine of an entity. */
    Engine of(EntityMapping<?> entity) {
        return found.computeIfAbsent(entity.root().javaType(), this::choose);
    }

    private Engine choose(Class<?> entity) {
        Map.Entry<Class<?>, Engine> nearest = null;
        for (Map.Entry<Class<?>, Engine> each : classes.entrySet()) {
            if (each.getKey().isAssignableFrom(entity)
                    && (nearest == null || nearest.getKey().isAssignableFrom(each.getKey()))) {
                nearest = each;
            }
        }
        if (nearest == null) {
            return engine;
        }
        for (Map.Entry<Class<?>, Engine> each : classes.entrySet()) {
            if (each.getKey().isAssignableFrom(entity)
                    && !each.getKey().isAssignableFrom(nearest.getKey())
                    && each.getValue() != nearest.getValue()) {
                throw new InvalidRequestException(entity.getSimpleName() + " is bound to two engines, as a "
                        + nearest.getKey().getSimpleName() + " and as a "
                        + each.getKey().getSimpleName() + ": bind " + entity.getSimpleName() + " itself");
            }
        }
        return nearest.getValue();
    }

    /**
     * The engine of the tables in a statement.
     *
     * @throws InvalidRequestException if they are of several
     */
    Engine of(Statement<?> statement) {
        if (!isSeveral()) {
            return engine;
        }
        Map<Engine, NamedTable> met = new LinkedHashMap<>();
        Traversal.walk(statement, node -> {
            NamedTable table = table(node);
            if (table != null) {
                met.putIfAbsent(of(table), table);
            }
            return true;
        });
        if (met.size() > 1) {
            throw several(met);
        }
        return met.isEmpty() ? engine : met.keySet().iterator().next();
    }

    private static @Nullable NamedTable table(Node node) {
        if (node instanceof EntityPath<?> path) {
            return EntityMapping.of(path.javaType()).table();
        }
        if (node instanceof ColumnReference<?> column) {
            return column.table() instanceof NamedTable table ? table : null;
        }
        return node instanceof NamedTable table ? table : null;
    }

    private static InvalidRequestException several(Map<Engine, NamedTable> met) {
        List<String> places = new ArrayList<>();
        met.forEach((engine, table) -> places.add(table.name() + " is in " + engine));
        return new InvalidRequestException("one statement cannot reach two databases: " + String.join(", ", places)
                + "; load what they have in common by selectinload, or run a statement on each");
    }

    /** Whether a statement locks rows, wherever in it. */
    static boolean locks(Statement<?> statement) {
        boolean[] found = {false};
        Traversal.walk(statement, node -> {
            found[0] |= node instanceof Lock;
            return !found[0];
        });
        return found[0];
    }
}
