package dev.azoth.orm.loading;

import dev.azoth.orm.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity in a statement: what is read of it, from which position of the row on, and what is joined to it. */
final class EntityNode {
    private final Level level;
    private final @Nullable EntityNode owner;
    private final List<Joined> joins = new ArrayList<>();
    private EntityColumns columns;
    private int place;
    private int indexPlace = -1;

    /** A relationship whose other end is in the same row. */
    record Joined(LoadPlan.Step step, EntityNode node) {
        /** Whether it is the program's query that joins it. */
        boolean isContained() {
            return step.there().isPresent();
        }
    }

    private EntityNode(Level level, @Nullable EntityNode owner, EntityColumns columns) {
        this.level = level;
        this.owner = owner;
        this.columns = columns;
    }

    /** One that the statement selects. */
    EntityNode(Level level, EntityColumns columns, int place) {
        this(level, null, columns);
        this.place = place;
    }

    /** One at the other end of a relationship of this one; where its columns are is said later. */
    EntityNode join(LoadPlan.Step step, Level target) {
        EntityNode node = new EntityNode(
                target, this, EntityColumns.of(target.branch().plan().layout(), List.of()));
        Joined joined = new Joined(step, node);
        joins.add(joined);
        if (!joined.isContained() || step.relationship().isToMany()) {
            level.joins(step); // a program's join may lack the one object: then that is loaded like any other
        }
        return node;
    }

    Level level() {
        return level;
    }

    LoadPlan plan() {
        return level.branch().plan();
    }

    List<Joined> joins() {
        return joins;
    }

    EntityColumns columns() {
        return columns;
    }

    /** The position in the row of its first column, from 0. */
    int place() {
        return place;
    }

    void readFrom(EntityColumns from, int first) {
        columns = from;
        place = first;
    }

    /** All that is joined to it behind what is selected stands so many columns further on. */
    void shiftJoined(int by) {
        joins.forEach(each -> {
            each.node().place += each.isContained() ? 0 : by;
            each.node().indexPlace += each.node().indexPlace < 0 ? 0 : by;
            each.node().shiftJoined(by);
        });
    }

    /** The position in the row of its place in the collection that it is joined for; -1 for none. */
    int indexPlace() {
        return indexPlace;
    }

    void indexedAt(int position) {
        indexPlace = position;
    }

    /** Whether it is this one or joined, perhaps through others, to it. */
    boolean isWithin(EntityNode other) {
        return this == other || (owner != null && owner.isWithin(other));
    }

    /** Whether the path to it goes through the entity. */
    boolean goesThrough(EntityMapping<?> mapping) {
        return plan().mapping() == mapping || (owner != null && owner.goesThrough(mapping));
    }
}
