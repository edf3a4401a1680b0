package dev.azoth.orm.loading;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.LoaderStep;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.sql.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the relationships of an entity are loaded, at one place of a query. Immutable.
 *
 * <p>Where no option says anything the mapping's own plan stands, of which there is one for each entity; so plans of entities that lead to
 * each other have no end, and are followed as far as there are new objects.
 */
final class LoadPlan {
    private static final ClassValue<LoadPlan> DEFAULTS = new ClassValue<>() {
        @Override
        protected LoadPlan computeValue(Class<?> entity) {
            EntityLayout layout = EntityLayout.of(EntityMapping.of(entity));
            List<Step> steps = new ArrayList<>();
            for (AttributeMapping each : layout.related()) {
                steps.add(new Step(steps.size(), each, strategy(each), false, null, null));
            }
            return new LoadPlan(layout, steps);
        }
    };

    private final EntityLayout layout;
    private final List<Step> steps;
    private final boolean explicit;

    /**
     * How one relationship, or one collection of values, is loaded.
     *
     * @param position its position in the layout's list
     * @param explicit whether an option of the query says so, and not the mapping
     * @param next     how it goes on from there; null for the mapping's plan
     * @param said     what the option says; null if there is none
     */
    record Step(
            int position,
            AttributeMapping attribute,
            LoadStrategy strategy,
            boolean explicit,
            @Nullable Supplier<LoadPlan> next,
            @Nullable LoaderStep said) {
        /** The attribute, which is no collection of values. */
        RelationshipMapping relationship() {
            return (RelationshipMapping) attribute;
        }

        LoadPlan target() {
            return next == null ? LoadPlan.of(entity()) : next.get();
        }

        /** The entity at the other end: where the program's query has that itself, the one that it has there. */
        EntityMapping<?> entity() {
            return LoadPlan.entity(relationship(), said);
        }

        /** Where the program's query has the other end itself. */
        Optional<EntityPath<?>> there() {
            return said == null ? Optional.empty() : said.there();
        }

        /** What the objects must meet. */
        List<Condition> criteria() {
            return said == null ? List.of() : said.criteria();
        }

        /** Whether it is taken again from each object that was not met before. */
        boolean isEndless() {
            return said != null && said.levels() == LoaderStep.ENDLESS;
        }
    }

    LoadPlan(EntityLayout layout, List<Step> steps) {
        this.layout = layout;
        this.steps = List.copyOf(steps);
        this.explicit = steps.stream().anyMatch(Step::explicit);
    }

    static EntityMapping<?> entity(RelationshipMapping relationship, @Nullable LoaderStep said) {
        return said == null || said.there().isEmpty()
                ? relationship.target()
                : EntityMapping.of(said.there().get().javaType());
    }

    /** How an attribute is loaded when nothing else is said. */
    static LoadStrategy strategy(AttributeMapping attribute) {
        return attribute instanceof ElementsMapping elements
                ? elements.load()
                : ((RelationshipMapping) attribute).load();
    }

    /** The mapping's own plan. */
    static LoadPlan of(EntityMapping<?> mapping) {
        return DEFAULTS.get(mapping.javaType());
    }

    /** The same with all columns in the first statement. */
    LoadPlan whole() {
        return layout.isPart() ? new LoadPlan(layout.whole(), steps) : this;
    }

    EntityLayout layout() {
        return layout;
    }

    EntityMapping<?> mapping() {
        return layout.mapping();
    }

    /** Whether an object may have the attribute of a step, which may be one of an entity that extends this one. */
    static boolean has(EntityMapping<?> entity, Step step) {
        return step.attribute().owner().javaType().isAssignableFrom(entity.javaType());
    }

    /** A step for each relationship and each collection of values. */
    List<Step> steps() {
        return steps;
    }

    /** The step of a relationship or a collection of values. */
    Step step(AttributeMapping attribute) {
        return steps.get(layout.related().indexOf(attribute));
    }

    /** Whether an option says something here: then objects that are in memory already are looked at too. */
    boolean isExplicit() {
        return explicit;
    }
}
