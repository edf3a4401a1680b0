package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the relationships on a path from the selected entity are loaded; begun by {@link Loading}, and made longer here.
 *
 * <p>Immutable: every method gives a new option.
 *
 * @param <T> the class at the end of the path
 */
public final class LoaderOption<T> implements QueryOption {
    private final List<LoaderStep> steps;

    LoaderOption(List<LoaderStep> steps) {
        this.steps = List.copyOf(steps);
    }

    static <T> LoaderOption<T> of(Loadable<?, T> relationship, LoadStrategy strategy) {
        return new LoaderOption<>(List.of(LoaderStep.of(relationship, strategy)));
    }

    static <T> LoaderOption<T> within(Relationship<?, ? super T> relationship, EntityPath<T> there) {
        return new LoaderOption<>(
                List.of(LoaderStep.of(relationship, LoadStrategy.JOINED).within(there)));
    }

    private <U> LoaderOption<U> then(LoaderStep step) {
        List<LoaderStep> longer = new ArrayList<>(steps);
        longer.add(step);
        return new LoaderOption<>(longer);
    }

    private <U> LoaderOption<U> then(Loadable<? super T, U> relationship, LoadStrategy strategy) {
        return then(LoaderStep.of(relationship, strategy));
    }

    private LoaderStep last() {
        return steps.get(steps.size() - 1);
    }

    private LoaderOption<T> withLast(LoaderStep step) {
        List<LoaderStep> other = new ArrayList<>(steps);
        other.set(steps.size() - 1, step);
        return new LoaderOption<>(other);
    }

    /** The path, from the selected entity on. */
    public List<LoaderStep> steps() {
        return steps;
    }

    /** And from there, right after, by one query for up to 500 owners. */
    public <U> LoaderOption<U> selectinload(Loadable<? super T, U> relationship) {
        return then(relationship, LoadStrategy.SELECTIN);
    }

    /** And from there, in the same query, by an outer join. */
    public <U> LoaderOption<U> joinedload(Loadable<? super T, U> relationship) {
        return then(relationship, LoadStrategy.JOINED);
    }

    /** And from there, right after, by the owners' query run again inside another. */
    public <U> LoaderOption<U> subqueryload(Loadable<? super T, U> relationship) {
        return then(relationship, LoadStrategy.SUBQUERY);
    }

    /** And from there, right after each owner, by a query for each. */
    public <U> LoaderOption<U> immediateload(Loadable<? super T, U> relationship) {
        return then(relationship, LoadStrategy.IMMEDIATE);
    }

    /** And from there, when first asked for. */
    public <U> LoaderOption<U> lazyload(Loadable<? super T, U> relationship) {
        return then(relationship, LoadStrategy.LAZY);
    }

    /** And from there never: asking is an error. */
    public <U> LoaderOption<U> raiseload(Loadable<? super T, U> relationship) {
        return then(relationship, LoadStrategy.RAISE);
    }

    /** And from there, out of the query's own join; see {@link Loading#containsEager(Relationship, EntityPath)}. */
    public <U> LoaderOption<U> containsEager(Relationship<? super T, ? super U> relationship, EntityPath<U> there) {
        return then(LoaderStep.of(relationship, LoadStrategy.JOINED).within(there));
    }

    /** The same where the other end is in the query under its own name. */
    public <U> LoaderOption<U> containsEager(Relationship<? super T, U> relationship) {
        return containsEager(relationship, relationship.target());
    }

    /** And there these {@code Lazy} columns with the objects, in the same statement. */
    public LoaderOption<T> undefer(ColumnReference<?>... columns) {
        List<ColumnReference<?>> all = new ArrayList<>(last().columns());
        all.addAll(Arrays.asList(columns));
        return withLast(last().undefer(all));
    }

    /**
     * And there what the entities add that extend this one by a query for each class, as {@link Loading#selectinPolymorphic} says for what a query selects.
     *
     * @param entity the entity at the end of the path, or one that extends it
     */
    public LoaderOption<T> selectinPolymorphic(EntityPath<? extends T> entity) {
        List<Class<?>> all = new ArrayList<>(last().polymorphic());
        all.add(entity.javaType());
        return withLast(last().polymorphic(all));
    }

    /**
     * Only those objects at the end of the path that meet the conditions, in which they are called by the name of their own table; adds to former calls.
     *
     * <p>The collection is then one of some of them: it is not changed by what it lacks, and neither a delete nor a merge takes it for whole.
     *
     * @throws InvalidRequestException for a relationship to one object, which would seem to be none, and for what the query joins itself
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final LoaderOption<T> where(Expression<Boolean>... conditions) {
        if (!last().toMany()) {
            throw new InvalidRequestException(
                    last().name() + " leads to one object, which a condition would make seem to"
                            + " be none: put the condition into the query, with has(…)");
        }
        if (last().there().isPresent()) {
            throw new InvalidRequestException(
                    last().name() + " is filled from the query's own join: put the condition into the query");
        }
        List<Condition> all = new ArrayList<>(last().criteria());
        all.add(Sql.allOf(Arrays.asList(conditions)));
        return withLast(last().where(all));
    }

    /**
     * And the same again from there, so often in all: {@code selectinload(node.children).recursive(3)} loads children, theirs, and theirs.
     */
    public LoaderOption<T> recursive(int levels) {
        if (levels < 1) {
            throw new IllegalArgumentException("a relationship is loaded for one level or more, not " + levels);
        }
        return withLast(last().recursive(levels));
    }

    /**
     * And the same again from there, as long as there are objects that were not met before.
     *
     * @throws InvalidRequestException if the relationship is loaded by a join
     */
    public LoaderOption<T> recursive() {
        if (last().strategy() == LoadStrategy.JOINED) {
            throw new InvalidRequestException(
                    last().name() + " cannot be joined to itself without an end: say how often, or use selectinload");
        }
        return withLast(last().recursive(LoaderStep.ENDLESS));
    }

    @Override
    public void describe(Structure out) {
        out.nodes(steps);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoaderOption<?> option && option.steps.equals(steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    /** As it is written: {@code selectinload(User.addresses).joinedload(Address.city)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (LoaderStep step : steps) {
            text.append(text.length() == 0 ? "" : ".").append(step);
        }
        return text.toString();
    }
}
