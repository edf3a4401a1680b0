package dev.azoth.orm.loading;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.LazyReference;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.sql.Select;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads the relationships of a level's objects, one after the other, each for all of them. */
final class RelationshipLoad {
    private final LoadRun run;

    RelationshipLoad(LoadRun run) {
        this.run = run;
    }

    void load(Level level) {
        for (LoadPlan.Step step : level.branch().plan().steps()) {
            LoadStrategy strategy = step.strategy();
            if (!level.isJoined(step.position()) && strategy != LoadStrategy.LAZY && strategy != LoadStrategy.RAISE) {
                if (step.attribute() instanceof ElementsMapping elements) {
                    new ElementsLoad(run).load(level, step, elements);
                } else if (!(step.relationship() instanceof ToOneMapping toOne)) {
                    toMany(level, step);
                } else if (toOne.isOwning()) {
                    toOne(level, step, toOne);
                } else {
                    inverseToOne(level, step, toOne);
                }
            }
        }
    }

    /** Loads one relationship of some objects, whatever their plans say. */
    void load(RelationshipMapping relationship, Collection<?> owners, Branch branch) {
        List<LoadPlan.Step> steps = new ArrayList<>(branch.plan().steps());
        int position = branch.plan().step(relationship).position();
        LoadPlan.Step step = new LoadPlan.Step(position, relationship, LoadStrategy.SELECTIN, true, null, null);
        steps.set(position, step);
        LoadPlan plan = new LoadPlan(branch.plan().layout(), steps);
        Level level = new Level(branch.with(plan));
        owners.forEach(each -> meet(level, each));
        if (relationship.isToMany()) {
            toMany(level, step);
        } else if (relationship.isOwning()) {
            toOne(level, step, (ToOneMapping) relationship);
        } else {
            inverseToOne(level, step, (ToOneMapping) relationship);
        }
    }

    /** What belongs to these owners, by their keys or by the query that found them. */
    private Map<EntityKey, Collection<Object>> find(
            Level level, LoadPlan.Step step, Level targets, Collection<EntityKey> owners) {
        Optional<Select<?>> keys = step.strategy() == LoadStrategy.SUBQUERY ? level.keys() : Optional.empty();
        EntityMapping<?> owner = level.branch().plan().mapping();
        return keys.isPresent()
                ? RelationshipQuery.byOwners(run, targets, step.relationship(), keys.get())
                        .loadFor(owner)
                : RelationshipQuery.byOwner(run, targets, step.relationship()).loadFor(owner, owners, batch(step));
    }

    static int batch(LoadPlan.Step step) {
        return step.strategy() == LoadStrategy.IMMEDIATE ? 1 : RelationshipQuery.BATCH;
    }

    /** The foreign keys are known: what the session has already is not asked for. */
    private void toOne(Level level, LoadPlan.Step step, ToOneMapping relationship) {
        Map<EntityKey, List<Object>> wanted = new LinkedHashMap<>(level.wanted(step));
        Level targets = run.level(level.branch().child(step));
        owners(level, step).forEach((key, owner) -> {
            Object value = relationship.peek(owner);
            if (value instanceof LazyReference<?> reference) {
                EntityKey target = relationship.target().key(reference.key());
                wanted.computeIfAbsent(target, each -> new ArrayList<>(1)).add(owner);
            } else if (value != null) {
                meet(targets, value);
            }
        });
        List<EntityKey> missing = new ArrayList<>();
        for (EntityKey key : wanted.keySet()) {
            Object held = run.find(key);
            if (held == null) {
                missing.add(key);
            } else {
                run.met(targets, key, held);
            }
        }
        if (!missing.isEmpty()) {
            RelationshipQuery.byKey(run, targets).load(missing, batch(step));
        }
        wanted.forEach((key, owners) -> {
            Object target = run.find(key);
            owners.forEach(owner -> give(level, relationship, owner, target));
        });
    }

    private void meet(Level targets, Object value) {
        targets.branch().plan().mapping().keyOf(value).ifPresent(key -> run.met(targets, key, value));
    }

    /** The other end has the foreign key. */
    private void inverseToOne(Level level, LoadPlan.Step step, ToOneMapping relationship) {
        Level targets = run.level(level.branch().child(step));
        Map<EntityKey, Object> wanting = new LinkedHashMap<>();
        owners(level, step).forEach((key, owner) -> {
            Object value = relationship.peek(owner);
            if (value instanceof LazyReference<?> || (value == null && !relationship.isLazy() && level.isFresh(key))) {
                wanting.put(key, owner);
            } else if (value != null) {
                meet(targets, value);
            }
        });
        if (wanting.isEmpty()) {
            return;
        }
        Map<EntityKey, Collection<Object>> found = find(level, step, targets, wanting.keySet());
        wanting.forEach((key, owner) -> give(
                level,
                relationship,
                owner,
                found.getOrDefault(key, List.of()).stream().findFirst().orElse(null)));
    }

    private void give(Level level, ToOneMapping relationship, Object owner, @Nullable Object target) {
        if (!relationship.isLazy()) {
            relationship.set(owner, target);
        } else if (relationship.get(owner) instanceof LazyReference<?> reference) {
            reference.resolve(target);
            relationship
                    .owner()
                    .keyOf(owner)
                    .filter(key -> !level.isFresh(key))
                    .ifPresent(key -> run.completed(owner, relationship));
        }
    }

    private void toMany(Level level, LoadPlan.Step step) {
        RelationshipMapping relationship = step.relationship();
        Level targets = run.level(level.branch().child(step));
        Map<EntityKey, CollectionContent> wanting = new LinkedHashMap<>();
        owners(level, step).forEach((key, owner) -> {
            if (relationship.get(owner) instanceof Tracked collection) {
                if (collection.isLoaded() && !completes(step, collection)) {
                    collection.content().objects().forEach(each -> meet(targets, each));
                } else {
                    wanting.put(key, collection.content());
                }
            }
        });
        if (wanting.isEmpty()) {
            return;
        }
        Map<EntityKey, Collection<Object>> found = find(level, step, targets, wanting.keySet());
        wanting.forEach((key, content) -> {
            if (content.isLoaded()) {
                content.unload();
            }
            content.fill(found.getOrDefault(key, List.of()), step.criteria().isEmpty());
            if (!level.isFresh(key)) {
                run.completed(content.owner(), relationship);
            }
        });
    }

    /** Whether a collection of some objects becomes one of all of them. */
    private boolean completes(LoadPlan.Step step, Tracked collection) {
        return collection.isPartial()
                && step.criteria().isEmpty()
                && !run.context().isModified(collection.owner());
    }

    /** The objects of a level that the step is taken from: those it was taken from before are left out if it would have no end. */
    private Map<EntityKey, Object> owners(Level level, LoadPlan.Step step) {
        Map<EntityKey, Object> owners = level.owners(step);
        if (step.isEndless()) {
            owners = new LinkedHashMap<>(owners);
            owners.keySet().removeIf(each -> !run.leaves(each, step.relationship()));
        }
        return owners;
    }
}
