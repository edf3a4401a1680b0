package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.orm.loading.KeyCondition;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.RowSource;
import dev.azoth.schema.Column;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Row;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where lists end that are not in memory, to which objects were added: the database is asked when the first of their places is written, once for all lists of a relationship. */
final class LastPlaces {
    private static final int PAGE = 500;

    private final Map<Link, Map<EntityKey, Integer>> added = new LinkedHashMap<>();
    private final Map<Link, Map<EntityKey, Integer>> ends = new HashMap<>();

    /**
     * A place at the end of a list.
     *
     * @param others how many others were added before
     */
    record Behind(int others) {
        @Override
        public String toString() {
            return others == 0 ? "end" : "end + " + others;
        }
    }

    /** The place of one more object. */
    Behind next(Tracked owner, Link link) {
        EntityKey key = Objects.requireNonNull(owner.key());
        int count = added.computeIfAbsent(link, each -> new LinkedHashMap<>()).merge(key, 1, Integer::sum);
        return new Behind(count - 1);
    }

    /** A place as a number, or as the key that it is. */
    @Nullable
    Object resolved(@Nullable Object place, Tracked owner, Link link, Connection connection) {
        if (!(place instanceof Behind behind)) {
            return place;
        }
        Map<EntityKey, Integer> known = ends.get(link);
        if (known == null) {
            known = ends(link, connection);
            ends.put(link, known);
        }
        return known.getOrDefault(Objects.requireNonNull(owner.key()), 0) + behind.others();
    }

    /** The first places that are free behind all others. */
    private Map<EntityKey, Integer> ends(Link link, Connection connection) {
        RelationshipMapping relationship = link.attribute();
        JoinTable pairs = link.pairs();
        RowSource source = relationship.target().source();
        List<Expression<?>> owner = new ArrayList<>();
        for (Column<?> each : pairs != null ? pairs.ownerColumns() : relationship.remoteColumns()) {
            owner.add(pairs != null ? each : source.column(source.from(), each));
        }
        Column<?> place = link.place().orElseThrow();
        List<Selectable<?>> selection = new ArrayList<>(owner);
        selection.add(pairs != null ? Sql.max(place) : Sql.max(source.column(source.from(), place)));
        FromItem from = pairs != null ? pairs.table() : source.from();
        Map<EntityKey, Integer> ends = new HashMap<>();
        List<EntityKey> keys = List.copyOf(added.getOrDefault(link, Map.of()).keySet());
        for (int first = 0; first < keys.size(); first += PAGE) {
            List<EntityKey> some = keys.subList(first, Math.min(keys.size(), first + PAGE));
            var last = Sql.select(selection)
                    .from(from)
                    .where(KeyCondition.in(owner, some))
                    .groupBy(owner.toArray(Expression<?>[]::new));
            for (Row row : connection.execute(last)) {
                @Nullable Object[] key = new @Nullable Object[owner.size()];
                for (int i = 0; i < key.length; i++) {
                    key[i] = row.get(i);
                }
                if (row.get(key.length) instanceof Number number) {
                    ends.put(relationship.owner().key(key), number.intValue() + 1);
                }
            }
        }
        return ends;
    }
}
