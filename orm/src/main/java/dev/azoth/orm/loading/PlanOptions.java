package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.sql.QueryOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        List<List<LoaderOption.Step>> paths = new ArrayList<>();
        for (LoaderOption<?> each : options) {
            if (isOf(each.steps().get(0).entity(), root)) {
                paths.add(each.steps());
            }
        }
        return paths.isEmpty() ? LoadPlan.of(root) : plan(root, paths);
    }

    private static LoadPlan plan(EntityMapping<?> mapping, List<List<LoaderOption.Step>> paths) {
        LoadStrategy others = null;
        Map<RelationshipMapping, LoadStrategy> said = new LinkedHashMap<>();
        Map<RelationshipMapping, List<List<LoaderOption.Step>>> onward = new LinkedHashMap<>();
        for (List<LoaderOption.Step> path : paths) {
            LoaderOption.Step first = path.get(0);
            if (first.attribute().equals(ALL)) {
                others = first.strategy();
                continue;
            }
            RelationshipMapping relationship = EntityMapping.of(first.entity()).relationship(first.attribute());
            said.put(relationship, checked(relationship, first.strategy()));
            if (path.size() > 1) {
                onward.computeIfAbsent(relationship, key -> new ArrayList<>()).add(path.subList(1, path.size()));
            }
        }
        EntityLayout layout = EntityLayout.of(mapping);
        List<LoadPlan.Step> steps = new ArrayList<>();
        for (RelationshipMapping each : layout.relationships()) {
            List<List<LoaderOption.Step>> rest = onward.get(each);
            LoadStrategy strategy = said.get(each);
            steps.add(new LoadPlan.Step(
                    steps.size(),
                    each,
                    strategy == null ? unsaid(each, others) : strategy,
                    strategy != null,
                    rest == null ? null : plan(each.target(), rest)));
        }
        return new LoadPlan(layout, steps);
    }

    private static LoadStrategy unsaid(RelationshipMapping relationship, @Nullable LoadStrategy others) {
        return others == null || !mayBeUnloaded(relationship) ? relationship.load() : others;
    }

    private static boolean mayBeUnloaded(RelationshipMapping relationship) {
        return relationship.isToMany() || relationship.isLazy();
    }

    private static LoadStrategy checked(RelationshipMapping relationship, LoadStrategy strategy) {
        if ((strategy == LoadStrategy.LAZY || strategy == LoadStrategy.RAISE) && !mayBeUnloaded(relationship)) {
            throw new InvalidRequestException(
                    relationship + " is a plain field, which cannot be left unloaded: declare it as Lazy<"
                            + relationship.target().name() + ">, or leave "
                            + strategy.name().toLowerCase(java.util.Locale.ROOT)
                            + "load away");
        }
        return strategy;
    }
}
