package dev.azoth.orm.loading;

import dev.azoth.compile.ResultColumn;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.CollectionMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.LazyReference;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.orm.session.WriteOnlyElements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes objects of rows, and fills objects anew. What a row does not have is left as a {@code Lazy}, or noted at the {@link Level}. */
final class EntityMaker {
    private static final @Nullable Object[] NO_KEY = {};

    private final LoadRun run;
    private final Level level;
    private final EntityLayout layout;
    private final ResultColumn<?>[] columns;
    private final int place;
    private final Reading[] readings;
    private final boolean keepsState;
    private final BitSet given = new BitSet();
    private final BitSet changing = new BitSet();
    private final List<LoadPlan.Step> steps;
    private final @Nullable KeyReader[] foreignKeys;

    /** Where the value of an attribute comes from: a column of the row, or the part of its key that was read already. */
    private record Reading(int attribute, int keyPart, ResultColumn<?> column, int index) {}

    /** Makes objects of the layout's entity, which may be one that extends the node's. */
    EntityMaker(LoadRun run, EntityNode node, EntityLayout layout, List<ResultColumn<?>> columns) {
        this.run = run;
        this.level = node.level();
        this.layout = layout;
        this.columns = columns.toArray(ResultColumn<?>[]::new);
        this.place = node.place();
        this.readings = readings();
        this.keepsState = layout.isComplete() && layout.mapping().objects().keepsState();
        this.steps = node.plan().steps().stream()
                .filter(each -> LoadPlan.has(layout.mapping(), each))
                .toList();
        this.foreignKeys = new @Nullable KeyReader[node.plan().steps().size()];
        for (ColumnAttribute each : layout.read()) {
            given.set(each.index());
            changing.set(each.index(), !each.isId());
        }
        for (LoadPlan.Step each : steps) {
            given.set(each.attribute().index(), layout.reads(each.attribute()));
            if (each.attribute() instanceof ToOneMapping toOne && toOne.isOwning() && layout.reads(toOne)) {
                int[] places = layout.foreignKey(each.position());
                foreignKeys[each.position()] = new KeyReader(toOne.target(), columns, place, places);
            }
        }
    }

    private Reading[] readings() {
        ColumnAttribute[] read = layout.read();
        Reading[] all = new Reading[read.length];
        for (int i = 0; i < read.length; i++) {
            int column = place + layout.readFrom(i);
            all[i] = new Reading(read[i].index(), layout.keyPart(i), columns[column], column + 1);
        }
        return all;
    }

    private EntityMapping<?> mapping() {
        return layout.mapping();
    }

    Object make(ResultSet row, EntityKey key) throws SQLException {
        @Nullable Object[] state = new @Nullable Object[mapping().attributes().size()];
        readColumns(row, key, state);
        Object entity = steps.isEmpty() ? created(state) : makeRelated(row, state);
        defer(entity);
        undefer(row, entity);
        run.adopt(mapping(), key, entity, keepsState ? state : null, steps.isEmpty() && layout.isComplete());
        level.made(key, entity);
        lack(key, entity);
        return entity;
    }

    private Object created(@Nullable Object[] state) {
        if (layout.isComplete()) {
            return mapping().objects().create(state);
        }
        Object entity = mapping().objects().create();
        mapping().objects().set(entity, state, given);
        return entity;
    }

    private void lack(EntityKey key, Object entity) {
        if (!layout.isComplete()) {
            run.lacking().add(level, mapping(), key, entity);
        }
    }

    /** Gives an object what the row has that the one it was made of had not. */
    void supplement(ResultSet row, EntityKey key, Object entity) throws SQLException {
        @Nullable Object[] state = new @Nullable Object[mapping().attributes().size()];
        readColumns(row, key, state);
        @Nullable EntityKey[] targets = targets(row);
        mapping().objects().set(entity, state, changing);
        for (LoadPlan.Step step : steps) {
            if (step.attribute() instanceof ToOneMapping toOne && toOne.isOwning() && layout.reads(toOne)) {
                lead(entity, step, toOne, targets[step.position()]);
            }
        }
    }

    private Object makeRelated(ResultSet row, @Nullable Object[] state) throws SQLException {
        @Nullable EntityKey[] targets = targets(row);
        for (LoadPlan.Step step : steps) {
            AttributeMapping attribute = step.attribute();
            if (attribute instanceof CollectionMapping collection) {
                state[attribute.index()] = level.branch().collection(collection);
            } else if (attribute.isLazy()) {
                state[attribute.index()] = Lazy.empty();
            } else {
                state[attribute.index()] = held(step, targets[step.position()]);
            }
        }
        Object entity = created(state);
        for (LoadPlan.Step step : steps) {
            Object member = state[step.attribute().index()];
            if (member instanceof Tracked collection) {
                collection.content().bind(entity);
            } else if (layout.reads(step.attribute())) {
                complete(entity, step, (ToOneMapping) step.attribute(), targets[step.position()], member);
            }
        }
        return entity;
    }

    private void readColumns(ResultSet row, EntityKey key, @Nullable Object[] state) throws SQLException {
        for (Reading each : readings) {
            state[each.attribute] = each.keyPart < 0 ? each.column.read(row, each.index) : key.value(each.keyPart);
        }
    }

    /** The keys that the foreign keys of the row lead to, by step. */
    private @Nullable EntityKey[] targets(ResultSet row) throws SQLException {
        @Nullable EntityKey[] targets = new @Nullable EntityKey[foreignKeys.length];
        for (int i = 0; i < targets.length; i++) {
            KeyReader reader = foreignKeys[i];
            targets[i] = reader == null ? null : reader.read(row);
        }
        return targets;
    }

    private @Nullable Object held(LoadPlan.Step step, @Nullable EntityKey target) {
        return target == null || level.isJoined(step.position()) ? null : run.find(target);
    }

    /** Gives a relationship to one what could not be known before its owner was there. */
    private void complete(
            Object entity,
            LoadPlan.Step step,
            ToOneMapping relationship,
            @Nullable EntityKey target,
            @Nullable Object found) {
        if (relationship.isLazy()) {
            if (target != null || !relationship.isOwning()) {
                @Nullable
                Object[] key = target == null ? NO_KEY : target.values().toArray();
                relationship.set(entity, new LazyReference<>(entity, relationship, key, level.branch()));
            }
        } else if (target != null && found == null && !level.isJoined(step.position())) {
            level.wants(step.position(), target, entity);
        }
    }

    private void defer(Object entity) {
        for (AttributeMapping each : layout.deferred()) {
            each.set(entity, new LazyReference<>(entity, each, NO_KEY, level.branch()));
        }
        for (ToManyMapping each : layout.writeOnly()) {
            each.set(entity, new WriteOnlyElements<>(entity, each));
        }
    }

    /** Gives an object what it has left for later, and the row has. */
    void undefer(ResultSet row, Object entity) throws SQLException {
        ColumnAttribute[] undeferred = layout.undeferred();
        for (int i = 0; i < undeferred.length; i++) {
            if (undeferred[i].get(entity) instanceof LazyReference<?> reference && !reference.isLoaded()) {
                int column = place + layout.undeferredFrom(i);
                reference.resolve(columns[column].read(row, column + 1));
            }
        }
    }

    /** Gives an object the values of its row; what it leads to is loaded anew. A record stays what it is. */
    void overwrite(ResultSet row, EntityKey key, Object entity) throws SQLException {
        if (mapping().isRecord()) {
            run.overwritten(mapping(), key, entity);
            return;
        }
        @Nullable Object[] state = new @Nullable Object[mapping().attributes().size()];
        readColumns(row, key, state);
        mapping().objects().set(entity, state, changing);
        @Nullable EntityKey[] targets = targets(row);
        boolean promoted = run.isPromoted(key); // its collections would load what is only read
        for (LoadPlan.Step step : steps) {
            if (step.attribute() instanceof ToOneMapping toOne) {
                if (layout.reads(toOne)) {
                    lead(entity, step, toOne, targets[step.position()]);
                }
            } else if (!promoted && step.attribute().get(entity) instanceof Tracked collection) {
                collection.content().unload();
            } else {
                Tracked collection = level.branch().collection((CollectionMapping) step.attribute());
                collection.content().bind(entity);
                step.attribute().set(entity, collection);
            }
        }
        defer(entity);
        undefer(row, entity);
        run.overwritten(mapping(), key, entity);
        level.made(key, entity);
        lack(key, entity);
    }

    private void lead(Object entity, LoadPlan.Step step, ToOneMapping toOne, @Nullable EntityKey target) {
        Object found = toOne.isLazy() ? Lazy.empty() : held(step, target);
        toOne.set(entity, found);
        complete(entity, step, toOne, target, found);
    }
}
