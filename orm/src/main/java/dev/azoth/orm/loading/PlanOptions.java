package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.LoaderStep;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.CollectionMapping;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import dev.azoth.schema.Column;
import dev.azoth.sql.QueryOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes plans of the options of a query. */
final class PlanOptions {
    private static final String ALL = "*";

    private final List<LoaderOption<?>> options;

    private PlanOptions(List<LoaderOption<?>> options) {
        this.options = options;
    }

    static PlanOptions of(List<? extends QueryOption> options) {
        List<LoaderOption<?>> paths = new ArrayList<>();
        for (QueryOption each : options) {
            if (each instanceof LoaderOption<?> path) {
                paths.add(path);
            }
        }
        return new PlanOptions(paths);
    }

    /**
     * Checks that each option begins at an entity of the query.
     *
     * @throws InvalidRequestException naming the first that does not
     */
    void check(List<? extends EntityMapping<?>> roots) {
        for (LoaderOption<?> each : options) {
            Class<?> first = each.steps().get(0).entity();
            if (roots.stream().noneMatch(root -> isOf(first, root))) {
                throw new InvalidRequestException("the option " + each + " begins at " + first.getSimpleName()
                        + ", which the query does not select; it selects "
                        + String.join(
                                ", ", roots.stream().map(EntityMapping::name).toList()));
            }
        }
    }

    /** Whether a query of an entity has objects of a class: of its own, or of one that extends it, or that it extends. */
    private static boolean isOf(Class<?> type, EntityMapping<?> entity) {
        return type.isAssignableFrom(entity.javaType()) || entity.javaType().isAssignableFrom(type);
    }

    LoadPlan plan(EntityMapping<?> root) {
        List<List<LoaderStep>> paths = new ArrayList<>();
        for (LoaderOption<?> each : options) {
            if (isOf(each.steps().get(0).entity(), root)) {
                paths.add(each.steps());
            }
        }
        return paths.isEmpty() ? LoadPlan.of(root) : plan(root, paths, null);
    }

    private static LoadPlan plan(EntityMapping<?> mapping, List<List<LoaderStep>> paths, @Nullable LoaderStep to) {
        Set<Column<?>> undeferred = DeferredColumns.of(mapping, to == null ? List.of() : to.columns());
        Set<EntityMapping<?>> late = LateClasses.of(mapping, to == null ? List.of() : to.polymorphic());
        LoadStrategy others = null;
        Map<AttributeMapping, LoaderStep> said = new LinkedHashMap<>();
        Map<AttributeMapping, List<List<LoaderStep>>> onward = new LinkedHashMap<>();
        for (List<LoaderStep> path : paths) {
            LoaderStep first = path.get(0);
            if (first.isOfColumns()) {
                undeferred.addAll(DeferredColumns.of(mapping, first.columns()));
                late.addAll(LateClasses.of(mapping, first.polymorphic()));
                continue;
            }
            if (first.attribute().equals(ALL)) {
                others = first.strategy();
                continue;
            }
            AttributeMapping attribute = EntityMapping.of(first.entity()).attribute(first.attribute());
            said.put(attribute, checked(attribute, first));
            onward(path)
                    .forEach(each -> onward.computeIfAbsent(attribute, key -> new ArrayList<>())
                            .add(each));
        }
        EntityLayout layout = EntityLayout.of(mapping).with(undeferred).without(late);
        List<LoadPlan.Step> steps = new ArrayList<>();
        for (AttributeMapping each : layout.related()) {
            LoaderStep step = said.get(each);
            steps.add(new LoadPlan.Step(
                    steps.size(),
                    each,
                    step == null ? unsaid(each, others) : step.strategy(),
                    step != null,
                    next(each, step, onward.get(each)),
                    step));
        }
        return new LoadPlan(layout, steps);
    }

    /** How a path goes on behind its first step. */
    private static List<List<LoaderStep>> onward(List<LoaderStep> path) {
        LoaderStep first = path.get(0);
        List<LoaderStep> rest = path.subList(1, path.size());
        List<List<LoaderStep>> onward = new ArrayList<>();
        if (!rest.isEmpty()) {
            if (rest.get(0).there().isPresent() && first.there().isEmpty()) {
                throw new InvalidRequestException(rest.get(0) + " reads from the program's query, in which "
                        + first.name() + " is not: write containsEager for that too, or another option");
            }
            onward.add(rest);
        }
        if (first.levels() > 1) {
            List<LoaderStep> again = new ArrayList<>(path);
            again.set(0, first.once());
            onward.add(again);
        }
        return onward;
    }

    /** A plan without an end is made as far as it is followed. */
    private static @Nullable Supplier<LoadPlan> next(
            AttributeMapping attribute, @Nullable LoaderStep step, @Nullable List<List<LoaderStep>> paths) {
        if (step == null
                || (paths == null
                        && step.columns().isEmpty()
                        && step.polymorphic().isEmpty())
                || !(attribute instanceof RelationshipMapping relationship)) {
            return null;
        }
        EntityMapping<?> target = LoadPlan.entity(relationship, step);
        List<List<LoaderStep>> onward = paths == null ? List.of() : paths;
        if (step.levels() == LoaderStep.ENDLESS) {
            return () -> plan(target, onward, step);
        }
        LoadPlan next = plan(target, onward, step);
        return () -> next;
    }

    private static LoadStrategy unsaid(AttributeMapping attribute, @Nullable LoadStrategy others) {
        return others == null || !mayBeUnloaded(attribute) ? LoadPlan.strategy(attribute) : others;
    }

    private static boolean mayBeUnloaded(AttributeMapping attribute) {
        return attribute instanceof CollectionMapping || attribute.isLazy();
    }

    private static LoaderStep checked(AttributeMapping attribute, LoaderStep step) {
        if (attribute instanceof RelationshipMapping relationship) {
            return checked(relationship, step);
        }
        if (!(attribute instanceof CollectionMapping)
                || !step.criteria().isEmpty()
                || !step.columns().isEmpty()
                || !step.polymorphic().isEmpty()
                || step.levels() > 1) {
            throw new InvalidRequestException(step + ": " + attribute
                    + (attribute instanceof CollectionMapping
                            ? " has values, which are loaded whole: leave where, recursive, undefer and selectinPolymorphic away"
                            : " is a column, not a relationship"));
        }
        return step;
    }

    private static LoaderStep checked(RelationshipMapping relationship, LoaderStep step) {
        LoadStrategy strategy = step.strategy();
        if (relationship instanceof ToManyMapping toMany && toMany.isWriteOnly()) {
            throw new InvalidRequestException(
                    step + ": " + relationship + " is write-only and never loaded: query it by its select()");
        }
        if (step.there().isPresent()
                && relationship instanceof ToManyMapping toMany
                && toMany.isIndexed()
                && toMany.collection() == CollectionKind.MAP) {
            throw new InvalidRequestException(step + ": the keys of " + relationship
                    + " are in a column that the program's query does not read: write joinedload");
        }
        if (step.levels() > 1
                && !relationship
                        .owner()
                        .javaType()
                        .isAssignableFrom(relationship.target().javaType())) {
            throw new InvalidRequestException(step + ": " + relationship + " leads to "
                    + relationship.target().name() + ", which does not have it again");
        }
        if ((strategy == LoadStrategy.LAZY || strategy == LoadStrategy.RAISE) && !mayBeUnloaded(relationship)) {
            throw new InvalidRequestException(
                    relationship + " is a plain field, which cannot be left unloaded: declare it as Lazy<"
                            + relationship.target().name() + ">, or leave "
                            + strategy.name().toLowerCase(java.util.Locale.ROOT)
                            + "load away");
        }
        return step;
    }
}
