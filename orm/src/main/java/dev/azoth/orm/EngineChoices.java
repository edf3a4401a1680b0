package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Engine;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.session.Routes;
import dev.azoth.sql.NamedTable;
import jakarta.persistence.Entity;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the options of sessions say of engines besides the factory's own. */
final class EngineChoices {
    private final Map<Class<?>, Engine> classes = new LinkedHashMap<>();
    private final Map<NamedTable, Engine> tables = new LinkedHashMap<>();
    private final Map<Engine, Replicas> replicas = new LinkedHashMap<>();
    private @Nullable Replicas own;

    void copy(EngineChoices other) {
        classes.putAll(other.classes);
        tables.putAll(other.tables);
        replicas.putAll(other.replicas);
        own = other.own;
    }

    void bind(Class<?> entities, Engine engine) {
        if (entities.isAnnotationPresent(Entity.class)) {
            EntityMapping<?> mapping = EntityMapping.of(entities);
            if (mapping.root() != mapping) {
                throw new InvalidRequestException(
                        mapping.name() + " has its rows where " + mapping.root().name() + " has: bind that");
            }
        }
        classes.put(entities, engine);
    }

    void bind(NamedTable table, Engine engine) {
        tables.put(table, engine);
    }

    void replicas(Replicas of) {
        own = of;
    }

    void replicas(Engine of, Replicas copies) {
        replicas.put(of, copies);
    }

    Routes routes(Engine engine) {
        Map<Engine, Replicas> copies = new LinkedHashMap<>(replicas);
        if (own != null) {
            copies.put(engine, own);
        }
        return new Routes(engine, classes, tables, copies);
    }

    boolean isSame(EngineChoices other) {
        return classes.equals(other.classes)
                && tables.equals(other.tables)
                && replicas.equals(other.replicas)
                && own == other.own;
    }
}
