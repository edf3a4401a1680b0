package dev.azoth.orm;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Node;
import dev.azoth.sql.Structure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A step of a {@link LoaderOption}'s path.
 *
 * @param entity    the entity that has the relationship
 * @param attribute the relationship's name, or {@code *} for all that no other option names
 * @param strategy  how it is loaded
 * @param toMany    whether it leads to many objects
 * @param there     where the query itself has the other end; empty if it is loaded
 * @param criteria  what the objects must meet
 * @param levels    how often the step is taken
 * @param columns   the columns that are loaded with the objects, though they are {@code Lazy}
 * @param polymorphic the classes for which what those add that extend them is loaded by a query for each
 */
public record LoaderStep(
        Class<?> entity,
        String attribute,
        LoadStrategy strategy,
        boolean toMany,
        Optional<EntityPath<?>> there,
        List<Condition> criteria,
        int levels,
        List<ColumnReference<?>> columns,
        List<Class<?>> polymorphic)
        implements Node {
    /** As often as there are objects that were not met before. */
    public static final int ENDLESS = Integer.MAX_VALUE;

    /** Takes an immutable copy. */
    public LoaderStep {
        criteria = List.copyOf(criteria);
        columns = List.copyOf(columns);
        polymorphic = List.copyOf(polymorphic);
    }

    static LoaderStep of(Loadable<?, ?> relationship, LoadStrategy strategy) {
        return new LoaderStep(
                relationship.owner().javaType(),
                relationship.name(),
                strategy,
                relationship instanceof ToMany,
                Optional.empty(),
                List.of(),
                1,
                List.of(),
                List.of());
    }

    static LoaderStep all(Class<?> entity, LoadStrategy strategy) {
        return new LoaderStep(entity, "*", strategy, false, Optional.empty(), List.of(), 1, List.of(), List.of());
    }

    LoaderStep within(EntityPath<?> path) {
        return new LoaderStep(
                entity, attribute, strategy, toMany, Optional.of(path), criteria, levels, columns, polymorphic);
    }

    LoaderStep where(List<Condition> all) {
        return new LoaderStep(entity, attribute, strategy, toMany, there, all, levels, columns, polymorphic);
    }

    LoaderStep recursive(int times) {
        return new LoaderStep(entity, attribute, strategy, toMany, there, criteria, times, columns, polymorphic);
    }

    LoaderStep undefer(List<ColumnReference<?>> all) {
        return new LoaderStep(entity, attribute, strategy, toMany, there, criteria, levels, all, polymorphic);
    }

    /** The same, which was taken once. */
    public LoaderStep once() {
        return levels == ENDLESS ? this : recursive(levels - 1);
    }

    /** Whether it stays at the entity, and says what is read of it. */
    public boolean isOfColumns() {
        return attribute.isEmpty();
    }

    static LoaderStep columns(Class<?> entity, List<ColumnReference<?>> columns) {
        return new LoaderStep(
                entity, "", LoadStrategy.JOINED, false, Optional.empty(), List.of(), 1, columns, List.of());
    }

    static LoaderStep polymorphic(Class<?> entity) {
        return new LoaderStep(
                entity, "", LoadStrategy.JOINED, false, Optional.empty(), List.of(), 1, List.of(), List.of(entity));
    }

    LoaderStep polymorphic(List<Class<?>> classes) {
        return new LoaderStep(entity, attribute, strategy, toMany, there, criteria, levels, columns, classes);
    }

    /** The step, as the relationship of its entity. */
    public String name() {
        return entity.getSimpleName() + "." + attribute;
    }

    @Override
    public void describe(Structure out) {
        out.value(entity).value(attribute).value(strategy).value(levels);
        out.node(there.orElse(null)).nodes(criteria).nodes(columns);
        polymorphic.forEach(out::value);
    }

    /** As it is written: {@code selectinload(User.addresses)}. */
    @Override
    public String toString() {
        if (isOfColumns()) {
            return polymorphic.isEmpty() ? "undefer(" + names() + ")" : called();
        }
        String option = there.isPresent() ? "containsEager" : strategy.name().toLowerCase(Locale.ROOT) + "load";
        return option + "(" + name() + ")" + (criteria.isEmpty() ? "" : ".where(…)")
                + (levels == 1 ? "" : levels == ENDLESS ? ".recursive()" : ".recursive(" + levels + ")")
                + (columns.isEmpty() ? "" : ".undefer(" + names() + ")")
                + (polymorphic.isEmpty() ? "" : "." + called());
    }

    private String called() {
        return polymorphic.stream()
                .map(each -> "selectinPolymorphic(" + each.getSimpleName() + ")")
                .collect(Collectors.joining("."));
    }

    private String names() {
        return columns.stream().map(ColumnReference::name).collect(Collectors.joining(", "));
    }
}
