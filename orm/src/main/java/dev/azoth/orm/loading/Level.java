package dev.azoth.orm.loading;

import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.sql.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The objects that one load found at one {@link Branch}, and what they still lack. */
final class Level {
    private final Branch branch;
    private final Map<EntityKey, Object> fresh = new LinkedHashMap<>();
    private final Map<EntityKey, Object> held = new LinkedHashMap<>();
    private final Map<Integer, Map<EntityKey, List<Object>>> wanted = new HashMap<>();
    private final boolean[] joined;
    private final boolean leaf;
    private @Nullable Supplier<Select<?>> keys;

    Level(Branch branch) {
        this.branch = branch;
        int steps = branch.plan().steps().size();
        this.joined = new boolean[steps];
        this.leaf = steps == 0;
    }

    Branch branch() {
        return branch;
    }

    /** An object was made of a row. */
    void made(EntityKey key, Object entity) {
        if (!leaf) {
            fresh.put(key, entity);
        }
    }

    /** An object was found that the session has already. */
    void met(EntityKey key, Object entity) {
        if (branch.plan().isExplicit() && !fresh.containsKey(key)) {
            held.putIfAbsent(key, entity);
        }
    }

    /** Whether the object was made here; what it holds is the database's without being told. */
    boolean isFresh(EntityKey key) {
        return fresh.containsKey(key);
    }

    /** The objects whose relationship is to be looked at: those made here and, where an option says so, those met. */
    Map<EntityKey, Object> owners(LoadPlan.Step step) {
        boolean some = !LoadPlan.has(branch.plan().mapping(), step);
        if (!some && (!step.explicit() || held.isEmpty())) {
            return fresh;
        }
        Map<EntityKey, Object> all = new LinkedHashMap<>(fresh);
        if (step.explicit()) {
            all.putAll(held);
        }
        if (some) {
            all.values().removeIf(each -> !step.attribute().owner().javaType().isInstance(each));
        }
        return all;
    }

    /** The row of an object leads to this key, whose object is not in memory. */
    void wants(int step, EntityKey target, Object owner) {
        wanted.computeIfAbsent(step, each -> new LinkedHashMap<>())
                .computeIfAbsent(target, each -> new ArrayList<>(1))
                .add(owner);
    }

    /** Who wants which objects. */
    Map<EntityKey, List<Object>> wanted(LoadPlan.Step step) {
        return wanted.getOrDefault(step.position(), Map.of());
    }

    /** The relationship came with the same row. */
    void joins(LoadPlan.Step step) {
        joined[step.position()] = true;
    }

    boolean isJoined(int step) {
        return joined[step];
    }

    boolean isEmpty() {
        return fresh.isEmpty() && held.isEmpty();
    }

    /** The keys of the objects are those that this query finds. */
    void foundBy(Supplier<Select<?>> query) {
        keys = query;
    }

    /** A query that finds the keys of the objects; empty where they came by their own keys. */
    Optional<Select<?>> keys() {
        return Optional.ofNullable(keys).map(Supplier::get);
    }
}
