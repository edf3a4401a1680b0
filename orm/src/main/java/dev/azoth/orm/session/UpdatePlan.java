package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.orm.mapping.model.Generation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds which columns of which rows changed, and groups the rows by them. */
final class UpdatePlan {
    private final Map<Group, List<UpdateStep.Change>> groups = new LinkedHashMap<>();
    private final GivenValues given;
    private final KeyChanges keys;

    /** Rows that are updated by one statement. */
    private record Group(Outline outline, BitSet attributes, ColumnExpressions expressions) {}

    UpdatePlan(
            List<Tracked> changed,
            List<ValueChange> changedValues,
            RowSwitches switches,
            KeyChanges keys,
            GivenValues given) {
        this.keys = keys;
        this.given = given;
        Set<Tracked> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        changedValues.stream()
                .map(ValueChange::owner)
                .filter(each -> each.outline().version() != null)
                .forEach(counted::add);
        for (Tracked each : changed) {
            Snapshot before = Objects.requireNonNull(each.snapshot());
            BitSet attributes = each.mapping().objects().changes(each.entity(), before.state());
            boolean counts = counted.contains(each); // the version counts changes of values too
            boolean moved = keys.isMoved(each);
            if (!attributes.isEmpty()) {
                check(each, before, attributes);
            }
            if (moved) { // what the key is made of is written already
                attributes.stream()
                        .filter(i -> each.outline().keyLinks().has(attribute(each, i)))
                        .forEach(attributes::clear);
            }
            if (!attributes.isEmpty() || counts || !each.expressions().isEmpty() || (moved && isNoted(each))) {
                each.outline().madeAgain().forEach(made -> attributes.set(made.index()));
                add(
                        new Group(each.outline(), attributes, each.expressions()),
                        new UpdateStep.Change(each, keys.after(each), Versions.current(each)));
            }
        }
        for (UpdateStep.Change each : switches.changes()) {
            add(new Group(each.row().outline(), all(each.row().outline()), ColumnExpressions.NONE), each);
        }
    }

    /** Whether a row says that it changed, whatever did. */
    private static boolean isNoted(Tracked row) {
        Outline outline = row.outline();
        return outline.version() != null
                || !outline.madeAgain().isEmpty()
                || !outline.fetchedAgain().isEmpty();
    }

    private static AttributeMapping attribute(Tracked row, int index) {
        return row.mapping().attributes().get(index);
    }

    private void add(Group group, UpdateStep.Change change) {
        groups.computeIfAbsent(group, key -> new ArrayList<>()).add(change);
    }

    private static BitSet all(Outline outline) {
        BitSet all = new BitSet();
        for (AttributeMapping each : outline.mapping().attributes()) {
            if (each instanceof ColumnAttribute column
                    ? !column.isId() && !column.isCounted()
                    : each instanceof ToOneMapping toOne && toOne.isOwning() && !toOne.isId()) {
                all.set(each.index());
            }
        }
        return all;
    }

    private void check(Tracked tracked, Snapshot before, BitSet changed) {
        if (tracked.mapping().isReadOnly()) {
            throw tracked.mapping().readOnly("the change of " + tracked + "." + changedIn(tracked, changed));
        }
        for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
            AttributeMapping attribute = tracked.mapping().attributes().get(i);
            if (attribute instanceof ColumnAttribute column
                    && tracked.expressions().values().containsKey(column)) {
                throw new InvalidRequestException(tracked + "." + attribute.name()
                        + " was changed, and is also set to an expression by session.set(…): do one of both");
            }
            if (attribute instanceof ColumnAttribute column) {
                check(tracked, column, before);
            } else if (attribute instanceof ToOneMapping toOne
                    && (toOne.isId() || !toOne.derivedKey().isEmpty())
                    && !keys.isMoved(tracked)) {
                throw keyChanged(tracked, attribute);
            }
        }
    }

    private static String changedIn(Tracked tracked, BitSet changed) {
        return changed.stream()
                .mapToObj(each -> tracked.mapping().attributes().get(each).name())
                .collect(Collectors.joining(", "));
    }

    private void check(Tracked tracked, ColumnAttribute column, Snapshot before) {
        if (column.isId() && !isOfChangedKey(tracked, column)) {
            throw keyChanged(tracked, column);
        }
        if (column.isVersion()) {
            Versions.check(tracked);
        }
        if (column.generation() instanceof Generation.Computed) {
            throw new InvalidRequestException(tracked + "." + column.name() + " was changed from "
                    + text(column, before.held(column)) + " to " + text(column, column.get(tracked.entity()))
                    + ", but it is the database that computes it");
        }
        if (!column.isUpdatable()) {
            throw new InvalidRequestException(tracked + "." + column.name() + " was changed from "
                    + text(column, before.held(column)) + " to " + text(column, column.get(tracked.entity()))
                    + (column.isTenant()
                            ? ", but a row stays with its tenant: add a new object in a session of the other"
                            : column.isComputed()
                                    ? ", but is computed by the database: change what it is computed from"
                                    : ", but is declared updatable = false"));
        }
    }

    private static String text(ColumnAttribute column, @Nullable Object value) {
        return column.column().type().isSensitive() ? "***" : String.valueOf(value);
    }

    /** Whether the row gets the key that a member has. */
    private boolean isOfChangedKey(Tracked tracked, ColumnAttribute column) {
        int part = tracked.mapping().key().indexOf(column.column());
        return keys.isMoved(tracked)
                && tracked.outline().keyLinks().has(column)
                && column.same(keys.after(tracked).value(part), column.get(tracked.entity()));
    }

    private static InvalidRequestException keyChanged(Tracked tracked, AttributeMapping attribute) {
        return new InvalidRequestException(
                "the key of " + tracked + " was changed (" + attribute.name()
                        + "): what is generated, of a tenant, or the key of another object stays as it is; add a new object and delete this one");
    }

    List<FlushStep> steps() {
        List<FlushStep> steps = new ArrayList<>();
        groups.forEach((group, rows) ->
                steps.add(new UpdateStep(group.outline(), group.attributes(), group.expressions(), rows, given)));
        return steps;
    }
}
