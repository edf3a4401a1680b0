package dev.azoth.orm.session;

import dev.azoth.orm.EntityState;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps of a flush, in order: rows are inserted after those that they lead to, then changed; pairs are removed and added; rows are deleted
 * before those that they lead to.
 */
final class FlushPlan {
    private final Tracking tracking;
    private final IdentityMap map;
    private final KeyChanges keys;
    private final List<FlushStep> steps = new ArrayList<>();
    private final RowSwitches switches;
    private final GivenValues values;

    FlushPlan(Tracking tracking, Preparation work, GivenValues values) {
        this.tracking = tracking;
        this.map = tracking.map();
        this.values = values;
        work.added().forEach(GivenValues::derive); // whose keys tell which rows they are
        work.added().forEach(values::checkTenant);
        this.keys = new KeyChanges(map, work.changed());
        this.switches = new RowSwitches(map, work.added(), keys);
        Set<Tracked> early = vacate(work);
        changeKeys();
        insert(switches.inserted());
        steps.addAll(new UpdatePlan(work.changed(), work.values(), switches, keys, values).steps());
        removePairs(work);
        joined(work);
        places(work.places());
        removeValues(work.deleted(), early);
        values(work.values());
        delete(work.deleted().stream()
                .filter(each -> !switches.isReplaced(each) && !early.contains(each))
                .toList());
        CheckedColumns.check(work.added());
        CheckedColumns.check(work.changed());
    }

    /** Makes room where a row takes what only one row may have; gives the rows that had to be deleted for it. */
    private Set<Tracked> vacate(Preparation work) {
        Vacated vacated = new Vacated(map, work);
        foreignKeys(vacated.emptied(), true);
        Set<Tracked> early = new LinkedHashSet<>(vacated.deleted());
        early.removeIf(switches::isReplaced); // whose row stays
        early.addAll(switches.left());
        early.addAll(keys.left());
        removeValues(early, Set.of());
        delete(new ArrayList<>(early));
        return early;
    }

    /** Before all that refers to them by the other keys. */
    private void changeKeys() {
        for (List<KeyChanges.Change> level : keys.order()) {
            Map<Outline, List<KeyChanges.Change>> byEntity = new LinkedHashMap<>();
            level.forEach(each -> byEntity.computeIfAbsent(each.row().outline(), key -> new ArrayList<>())
                    .add(each));
            byEntity.forEach((outline, changes) -> {
                List<ReferringRows> referring = outline.mapping().referrers().stream()
                        .map(each -> new ReferringRows(each, changes))
                        .toList();
                referring.forEach(each -> steps.add(each.before()));
                steps.add(new KeyChangeStep(outline, changes));
                referring.forEach(each -> steps.add(each.after()));
            });
        }
        if (!keys.isEmpty()) {
            Table table = keys.moved().keySet().iterator().next().mapping().table();
            steps.add(new KeysChanged(table, new MovedObjects(tracking, keys.moved())));
        }
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    void run(Connections connections) {
        steps.forEach(each -> each.run(connections.writing(each.table())));
    }

    List<PendingChange> describe() {
        List<PendingChange> described = new ArrayList<>();
        steps.forEach(each -> each.describe(described));
        return described;
    }

    private static Map<Outline, List<Tracked>> byEntity(List<Tracked> rows) {
        Map<Outline, List<Tracked>> byEntity = new LinkedHashMap<>();
        rows.forEach(each -> byEntity.computeIfAbsent(each.outline(), key -> new ArrayList<>())
                .add(each));
        return byEntity;
    }

    private static List<Tracked> of(List<Outline> group, Map<Outline, List<Tracked>> byEntity) {
        List<Tracked> rows = new ArrayList<>();
        group.forEach(each -> rows.addAll(byEntity.getOrDefault(each, List.of())));
        return rows;
    }

    // inserts

    private void insert(List<Tracked> rows) {
        List<RowOrder.Edge> broken = new ArrayList<>();
        Map<Outline, List<Tracked>> byEntity = byEntity(rows);
        for (List<Outline> group : MappingOrder.of(byEntity.keySet())) {
            if (MappingOrder.isCircular(group)) {
                RowOrder order = new RowOrder(of(group, byEntity), this::leadingNow, "inserted");
                broken.addAll(order.broken());
                order.levels().forEach(level -> insertLevel(group, level, new HashSet<>(order.broken())));
            } else {
                insertLevel(group, of(group, byEntity), Set.of());
            }
        }
        foreignKeys(broken, false);
    }

    private void insertLevel(List<Outline> group, List<Tracked> level, Set<RowOrder.Edge> broken) {
        Map<Outline, List<Tracked>> byEntity = byEntity(level);
        for (Outline outline : group) {
            List<Tracked> unnumbered = new ArrayList<>();
            List<Tracked> complete = new ArrayList<>();
            for (Tracked each : byEntity.getOrDefault(outline, List.of())) {
                (outline.isUnnumbered(each.entity()) ? unnumbered : complete).add(each);
            }
            if (!complete.isEmpty()) {
                steps.add(new InsertStep(outline, false, complete, broken, values));
            }
            if (!unnumbered.isEmpty()) {
                steps.add(new InsertStep(outline, true, unnumbered, broken, values));
            }
        }
    }

    private List<RowOrder.Edge> leadingNow(Tracked row) {
        List<RowOrder.Edge> edges = new ArrayList<>();
        for (Link link : row.outline().foreignKeys()) {
            Object[] members = link.members(link.attribute().get(row.entity()));
            Tracked target = members == null || members.length == 0 ? null : map.of(members[0]);
            if (target != null && target.is(EntityState.PENDING) && needsOther(row, link, target)) {
                edges.add(new RowOrder.Edge(row, link, target));
            }
        }
        return edges;
    }

    /** A row that leads to itself can be inserted at once when its key is known. */
    private static boolean needsOther(Tracked row, Link link, Tracked target) {
        return target != row || mayBeNull(link) || row.outline().isUnnumbered(row.entity());
    }

    private static boolean mayBeNull(Link link) {
        return ((ToOneMapping) link.attribute()).isOptional();
    }

    private void foreignKeys(List<RowOrder.Edge> edges, boolean empty) {
        Map<Link, List<Tracked>> byKey = new LinkedHashMap<>();
        edges.forEach(each ->
                byKey.computeIfAbsent(each.by(), key -> new ArrayList<>()).add(each.from()));
        byKey.forEach((link, rows) ->
                byEntity(rows).values().forEach(some -> steps.add(new ForeignKeyStep(link, some, empty, values))));
    }

    // pairs

    private void removePairs(Preparation work) {
        Map<Link, List<Tracked>> last = new LinkedHashMap<>();
        for (Tracked each : work.deleted()) {
            for (Link link : each.outline().links()) {
                if (link.pairs() != null && each.mapping().softDeletion().isEmpty()) {
                    last.computeIfAbsent(link, key -> new ArrayList<>()).add(each);
                }
            }
        }
        last.forEach((link, rows) -> {
            if (link.pairs() != null) {
                steps.add(new LastPairsStep(link.pairs(), rows));
            }
        });
        byLink(work.pairs().left())
                .forEach(each -> steps.add(new PairStep(each.get(0).table(), each, null, false)));
    }

    private void joined(Preparation work) {
        Map<Boolean, List<Pair>> joined =
                work.pairs().joined().stream().collect(Collectors.partitioningBy(work.pairs()::mayBeThere));
        joined.forEach((mayBeThere, pairs) -> byLink(pairs)
                .forEach(each -> steps.add(new PairStep(each.get(0).table(), each, work.places(), mayBeThere))));
    }

    private static Collection<List<Pair>> byLink(List<Pair> pairs) {
        Map<Link, List<Pair>> byLink = new LinkedHashMap<>();
        pairs.forEach(each ->
                byLink.computeIfAbsent(each.link(), key -> new ArrayList<>()).add(each));
        return byLink.values();
    }

    // places in lists and maps

    private void places(Places places) {
        Map<PlaceStep.Where, List<Places.Change>> byTable = new LinkedHashMap<>();
        places.changes()
                .forEach(each -> byTable.computeIfAbsent(PlaceStep.Where.of(each), key -> new ArrayList<>())
                        .add(each));
        byTable.forEach((where, changes) -> steps.add(new PlaceStep(where, changes, values, places.last())));
    }

    // collections of values

    private void removeValues(Collection<Tracked> owners, Set<Tracked> without) {
        Map<ElementsMapping, List<Tracked>> last = new LinkedHashMap<>();
        for (Tracked each : owners) {
            boolean goes = each.mapping().softDeletion().isEmpty() || switches.isReplaced(each);
            if (goes && !without.contains(each)) {
                each.outline().values().stream()
                        .filter(values -> !values.attribute().isPassiveDelete() || switches.isReplaced(each))
                        .forEach(values -> last.computeIfAbsent(values.attribute(), key -> new ArrayList<>())
                                .add(each));
            }
        }
        last.forEach((attribute, rows) -> steps.add(new LastValuesStep(attribute, rows)));
    }

    private void values(List<ValueChange> changes) {
        Map<ElementsMapping, List<ValueChange>> byAttribute = new LinkedHashMap<>();
        changes.forEach(each -> byAttribute
                .computeIfAbsent(each.values().attribute(), key -> new ArrayList<>())
                .add(each));
        byAttribute.forEach((attribute, some) -> steps.add(new ValueStep(attribute, some)));
    }

    // deletes

    private void delete(List<Tracked> all) {
        List<Tracked> rows = new ArrayList<>();
        List<Tracked> marked = new ArrayList<>();
        all.forEach(each -> (each.mapping().softDeletion().isPresent() ? marked : rows).add(each));
        byEntity(marked)
                .forEach((outline, some) -> outline.mapping()
                        .softDeletion()
                        .ifPresent(deletion -> steps.add(new SoftDeleteStep(outline, deletion, some, values))));
        Map<Outline, List<Tracked>> byEntity = byEntity(rows);
        List<RowOrder.Edge> broken = new ArrayList<>();
        List<FlushStep> deletes = new ArrayList<>();
        for (List<Outline> group : MappingOrder.of(byEntity.keySet())) {
            List<List<Tracked>> levels = List.of(of(group, byEntity));
            if (MappingOrder.isCircular(group)) {
                RowOrder order = new RowOrder(of(group, byEntity), this::leadingBefore, "deleted");
                broken.addAll(order.broken());
                levels = order.levels();
            }
            for (List<Tracked> level : levels) {
                byEntity(level).forEach((outline, some) -> deletes.add(new DeleteStep(outline, some, values)));
            }
        }
        foreignKeys(broken, true);
        Collections.reverse(deletes);
        steps.addAll(deletes);
    }

    /** The rows that an object's row leads to, whatever the object does by now. */
    private List<RowOrder.Edge> leadingBefore(Tracked row) {
        List<RowOrder.Edge> edges = new ArrayList<>();
        Snapshot snapshot = row.snapshot();
        for (Link link : row.outline().foreignKeys()) {
            Tracked target = snapshot == null
                    ? null
                    : References.key(link, snapshot.held(link.attribute()))
                            .map(map::at)
                            .orElse(null);
            if (target != null && (target != row || mayBeNull(link))) {
                edges.add(new RowOrder.Edge(row, link, target));
            }
        }
        return edges;
    }
}
