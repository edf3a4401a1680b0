package dev.azoth.orm.loading;

import dev.azoth.StaleDataException;
import dev.azoth.engine.RowLayout;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The objects of one load whose rows had only what they inherit: what their classes add is read by a statement for each class. */
final class LackingObjects {
    private final LoadRun run;
    private final Map<Of, Map<EntityKey, Object>> all = new LinkedHashMap<>();

    /** The objects of a class that were found at a place. */
    private record Of(Level level, EntityMapping<?> entity) {}

    LackingObjects(LoadRun run) {
        this.run = run;
    }

    void add(Level level, EntityMapping<?> entity, EntityKey key, Object object) {
        all.computeIfAbsent(new Of(level, entity), each -> new LinkedHashMap<>())
                .put(key, object);
    }

    /** Gives them what they lack; 500 objects a statement. */
    void load() {
        if (all.isEmpty()) {
            return;
        }
        all.forEach(this::load);
        all.clear();
    }

    private void load(Of of, Map<EntityKey, Object> objects) {
        EntityLayout rest = of.level().branch().plan().layout().rest(of.entity());
        EntityColumns columns = EntityColumns.of(rest, of.entity().source().from());
        Select<?> query = Sql.select(List.of(columns)).from(of.entity().source().from());
        EntityNode node = new EntityNode(of.level(), columns, 0);
        List<EntityKey> keys = new ArrayList<>(objects.keySet());
        Set<EntityKey> gone = new LinkedHashSet<>(keys);
        for (int from = 0; from < keys.size(); from += RelationshipQuery.BATCH) {
            List<EntityKey> some = keys.subList(from, Math.min(keys.size(), from + RelationshipQuery.BATCH));
            Query<?> sent = TrimmedSources.of(
                    query.where(KeyCondition.in(columns.here(of.entity().key()), some)));
            for (Object ignored : run.executeMet(sent, (RowLayout layout) -> {
                KeyReader key = new KeyReader(of.entity(), layout.columns(), 0, rest.key());
                EntityMaker maker = new EntityMaker(run, node, rest, layout.columns());
                return row -> {
                    EntityKey found = Objects.requireNonNull(key.read(row));
                    maker.supplement(row, found, Objects.requireNonNull(objects.get(found)));
                    gone.remove(found);
                    return true;
                };
            })) {
                // reading is all
            }
        }
        check(gone);
    }

    private static void check(Set<EntityKey> gone) {
        if (!gone.isEmpty()) {
            throw new StaleDataException(gone.iterator().next()
                    + " was there when the rows of all classes were read, and gone when those of its own were: somebody deleted it meanwhile."
                    + " Run the query again, or leave selectinPolymorphic out, which reads all in one statement");
        }
    }
}
