package dev.azoth.orm.loading;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relationships that come with their owners' rows: decides which, and writes the joins.
 *
 * <p>One collection may be joined, and another beneath it. A second one beside it would multiply rows, so it is loaded by a statement of its own. A
 * mapping that asks for joins in a circle gets them once around.
 */
final class JoinedLoads {
    private static final Logger LOG = LoggerFactory.getLogger(JoinedLoads.class);

    private final LoadRun run;
    private final List<EntityNode> roots;
    private final boolean collections;
    private final List<EntityNode.Joined> contained = new ArrayList<>();
    private @Nullable EntityNode collection;
    private boolean multiplies;
    private boolean any;
    private int aliases;

    private JoinedLoads(LoadRun run, List<EntityNode> roots, boolean collections) {
        this.run = run;
        this.roots = roots;
        this.collections = collections;
    }

    /**
     * Decides what is joined to these entities.
     *
     * @param collections whether rows may be multiplied, because they can be told apart by their entities
     * @param alone       whether nothing may be joined to the query but what it joins itself
     */
    static JoinedLoads of(LoadRun run, List<EntityNode> roots, boolean collections, boolean alone) {
        JoinedLoads joins = new JoinedLoads(run, roots, collections);
        roots.forEach(joins::contain);
        if (!alone) {
            roots.forEach(joins::decide);
        }
        return joins;
    }

    /** What the program's query joins itself. */
    List<EntityNode.Joined> contained() {
        return contained;
    }

    private void contain(EntityNode node) {
        for (LoadPlan.Step step : node.plan().steps()) {
            if (step.there().isPresent()) {
                EntityNode target =
                        node.join(step, run.level(node.level().branch().child(step)));
                contained.add(new EntityNode.Joined(step, target));
                if (step.relationship().isToMany()) {
                    collection = target;
                }
                contain(target);
            }
        }
    }

    /** Whether anything is joined. */
    boolean isAny() {
        return any;
    }

    /** Whether rows of the owners come repeatedly because of what is added to the query. */
    boolean multiplies() {
        return multiplies;
    }

    /** Whether rows of the owners come repeatedly. */
    boolean repeats() {
        return collection != null;
    }

    private void decide(EntityNode node) {
        List<EntityNode.Joined> byProgram = List.copyOf(node.joins());
        decide(node, true);
        decide(node, false);
        byProgram.forEach(each -> decide(each.node()));
    }

    /** What a query says goes before what mappings say. */
    private void decide(EntityNode node, boolean explicit) {
        for (LoadPlan.Step step : node.plan().steps()) {
            if (step.strategy() != LoadStrategy.JOINED
                    || step.explicit() != explicit
                    || step.there().isPresent()
                    || !node.plan().layout().reads(step.attribute())) {
                continue;
            }
            if (!(step.attribute() instanceof RelationshipMapping relationship)) {
                continue; // values are read by a statement of their own: joined, they could not be told apart from
                // repeated rows
            }
            if (!explicit && node.goesThrough(relationship.target())) {
                continue;
            }
            if (relationship.isToMany() && !mayJoinCollection(node)) {
                LOG.debug("{} is loaded by a statement of its own: joined, it would multiply other rows", relationship);
                continue;
            }
            EntityNode target = node.join(step, run.level(node.level().branch().child(step)));
            any = true;
            if (relationship.isToMany()) {
                collection = target;
                multiplies = true;
            }
            decide(target);
        }
    }

    private boolean mayJoinCollection(EntityNode owner) {
        return collections && (collection == null || owner.isWithin(collection));
    }

    /** Adds the joins to a query, and the columns of what is joined to what it selects. */
    Select<?> join(Select<?> query, List<? extends Selectable<?>> selection) {
        List<Selectable<?>> all = new ArrayList<>(selection);
        Select<?> joined = query;
        for (EntityNode root : roots) {
            joined = join(joined, root, all);
        }
        return joined.withSelection(all.toArray(Selectable[]::new));
    }

    private Select<?> join(Select<?> query, EntityNode node, List<Selectable<?>> selection) {
        Select<?> joined = query;
        for (EntityNode.Joined each : node.joins()) {
            if (each.isContained()) {
                joined = join(joined, each.node(), selection);
                continue;
            }
            RelationshipMapping relationship = each.step().relationship();
            String alias = relationship.name().replace('.', '_') + "_" + ++aliases;
            NamedFrom target = relationship.target().source().from(alias);
            EntityColumns columns = EntityColumns.of(each.node().plan().layout(), target);
            NamedFrom places = target;
            if (relationship.condition().isPresent()) {
                EntityPath<?> there =
                        Entities.path(relationship.target().javaType()).from(target);
                joined = joined.leftJoin(
                        target,
                        criteria(
                                each,
                                target,
                                OwnerColumns.replaced(
                                        relationship, relationship.condition().get(), there, node.columns())));
            } else if (relationship.joinTable().isPresent()) {
                List<Expression<?>> local = node.columns().here(relationship.localColumns());
                List<Expression<?>> remote = columns.here(relationship.remoteColumns());
                JoinTable between = relationship.joinTable().get();
                NamedFrom pairs = between.table().as(alias + "_pairs");
                places = pairs;
                joined = joined.leftJoin(pairs, KeyCondition.equal(here(pairs, between.ownerColumns()), local));
                joined = joined.leftJoin(
                        target,
                        criteria(each, target, KeyCondition.equal(remote, here(pairs, between.targetColumns()))));
            } else {
                List<Expression<?>> local = node.columns().here(relationship.localColumns());
                List<Expression<?>> remote = columns.here(relationship.remoteColumns());
                joined = joined.leftJoin(target, criteria(each, target, KeyCondition.equal(remote, local)));
            }
            if (relationship instanceof ToManyMapping toMany) {
                joined = joined.orderBy(
                        toMany.isInIndexOrder()
                                ? new Ordering[] {place(toMany, places).asc().nullsLast()}
                                : toMany.orderings(target));
            }
            each.node().readFrom(columns, width(selection));
            selection.add(columns);
            if (relationship instanceof ToManyMapping toMany && toMany.isIndexed()) {
                each.node().indexedAt(width(selection));
                selection.add(place(toMany, places));
            }
            joined = join(joined, each.node(), selection);
        }
        return joined;
    }

    /** The condition of a join, and what an option says of the objects, in which they have the name of their own table. */
    private static Condition criteria(EntityNode.Joined joined, NamedFrom target, Condition on) {
        if (joined.step().criteria().isEmpty()) {
            return on;
        }
        FromItem own = joined.step().relationship().target().source().from();
        List<Condition> all = new ArrayList<>(List.of(on));
        for (Condition each : joined.step().criteria()) {
            all.add(Rewriter.rewrite(
                    each,
                    node -> node instanceof ColumnReference<?> column
                                    && column.table().equals(own)
                            ? target.get(column.name(), column.type())
                            : null));
        }
        return Sql.allOf(all);
    }

    /** The place of an object in a collection: a column of the pairs, or of its own rows, which may be those of a query. */
    private static ColumnReference<?> place(ToManyMapping relationship, NamedFrom places) {
        Column<?> place = relationship.place().orElseThrow();
        return relationship.joinTable().isPresent()
                ? places.get(place)
                : relationship.target().source().column(places, place);
    }

    private static int width(List<Selectable<?>> selection) {
        return selection.stream().mapToInt(each -> each.expressions().size()).sum();
    }

    private static List<Expression<?>> here(NamedFrom from, List<Column<?>> columns) {
        List<Expression<?>> here = new ArrayList<>(columns.size());
        columns.forEach(each -> here.add(from.get(each)));
        return here;
    }
}
