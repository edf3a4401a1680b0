package dev.azoth.orm.loading;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.sql.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads a collection of values for all objects of a level. */
final class ElementsLoad {
    private final LoadRun run;

    ElementsLoad(LoadRun run) {
        this.run = run;
    }

    void load(Level level, LoadPlan.Step step, ElementsMapping attribute) {
        Map<EntityKey, CollectionContent> wanting = new LinkedHashMap<>();
        level.owners(step).forEach((key, owner) -> {
            if (attribute.get(owner) instanceof Tracked collection && !collection.isLoaded()) {
                wanting.put(key, collection.content());
            }
        });
        if (wanting.isEmpty()) {
            return;
        }
        Optional<Select<?>> keys = step.strategy() == LoadStrategy.SUBQUERY ? level.keys() : Optional.empty();
        Map<EntityKey, List<Object>> found = keys.isPresent()
                ? ElementsQuery.of(run.context(), run.from(), attribute, keys.get())
                        .load()
                : ElementsQuery.of(run.context(), run.from(), attribute)
                        .loadFor(wanting.keySet(), RelationshipLoad.batch(step));
        wanting.forEach((key, content) -> {
            content.fill(found.getOrDefault(key, List.of()), true);
            if (!level.isFresh(key)) {
                run.completed(content.owner(), attribute);
            }
        });
    }
}
