package dev.azoth.orm.loading;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.Expression;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
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
    private @Nullable EntityNode collection;
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
     */
    static JoinedLoads of(LoadRun run, List<EntityNode> roots, boolean collections) {
        JoinedLoads joins = new JoinedLoads(run, roots, collections);
        roots.forEach(joins::decide);
        return joins;
    }

    /** Whether anything is joined. */
    boolean isAny() {
        return any;
    }

    /** Whether rows of the owners come repeatedly. */
    boolean multiplies() {
        return collection != null;
    }

    private void decide(EntityNode node) {
        decide(node, true);
        decide(node, false);
    }

    /** What a query says goes before what mappings say. */
    private void decide(EntityNode node, boolean explicit) {
        for (LoadPlan.Step step : node.plan().steps()) {
            if (step.strategy() != LoadStrategy.JOINED || step.explicit() != explicit) {
                continue;
            }
            RelationshipMapping relationship = step.relationship();
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
            RelationshipMapping relationship = each.step().relationship();
            String alias = relationship.name().replace('.', '_') + "_" + ++aliases;
            NamedFrom target = relationship.target().source().from(alias);
            EntityColumns columns = EntityColumns.of(each.node().plan().layout(), target);
            List<Expression<?>> local = node.columns().here(relationship.localColumns());
            List<Expression<?>> remote = columns.here(relationship.remoteColumns());
            if (relationship.joinTable().isPresent()) {
                JoinTable between = relationship.joinTable().get();
                NamedFrom pairs = between.table().as(alias + "_pairs");
                joined = joined.leftJoin(pairs, KeyCondition.equal(here(pairs, between.ownerColumns()), local));
                joined = joined.leftJoin(target, KeyCondition.equal(remote, here(pairs, between.targetColumns())));
            } else {
                joined = joined.leftJoin(target, KeyCondition.equal(remote, local));
            }
            if (relationship instanceof ToManyMapping toMany) {
                joined = joined.orderBy(toMany.orderings(target));
            }
            each.node().readFrom(columns, width(selection));
            selection.add(columns);
            joined = join(joined, each.node(), selection);
        }
        return joined;
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
