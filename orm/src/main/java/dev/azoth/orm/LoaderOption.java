package dev.azoth.orm;

import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Structure;
import java.util.ArrayList;
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
    private final List<Step> steps;

    /**
     * A step of the path.
     *
     * @param entity    the entity that has the relationship
     * @param attribute the relationship's name, or {@code *} for all that no other option names
     * @param strategy  how it is loaded
     */
    public record Step(Class<?> entity, String attribute, LoadStrategy strategy) {}

    LoaderOption(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    static <T> LoaderOption<T> of(Relationship<?, T> relationship, LoadStrategy strategy) {
        return new LoaderOption<>(List.of(step(relationship, strategy)));
    }

    private static Step step(Relationship<?, ?> relationship, LoadStrategy strategy) {
        return new Step(relationship.owner().javaType(), relationship.name(), strategy);
    }

    private <U> LoaderOption<U> then(Relationship<? super T, U> relationship, LoadStrategy strategy) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step(relationship, strategy));
        return new LoaderOption<>(longer);
    }

    /** The path, from the selected entity on. */
    public List<Step> steps() {
        return steps;
    }

    /** And from there, right after, by one query for up to 500 owners. */
    public <U> LoaderOption<U> selectinload(Relationship<? super T, U> relationship) {
        return then(relationship, LoadStrategy.SELECTIN);
    }

    /** And from there, in the same query, by an outer join. */
    public <U> LoaderOption<U> joinedload(Relationship<? super T, U> relationship) {
        return then(relationship, LoadStrategy.JOINED);
    }

    /** And from there, right after, by the owners' query run again inside another. */
    public <U> LoaderOption<U> subqueryload(Relationship<? super T, U> relationship) {
        return then(relationship, LoadStrategy.SUBQUERY);
    }

    /** And from there, right after each owner, by a query for each. */
    public <U> LoaderOption<U> immediateload(Relationship<? super T, U> relationship) {
        return then(relationship, LoadStrategy.IMMEDIATE);
    }

    /** And from there, when first asked for. */
    public <U> LoaderOption<U> lazyload(Relationship<? super T, U> relationship) {
        return then(relationship, LoadStrategy.LAZY);
    }

    /** And from there never: asking is an error. */
    public <U> LoaderOption<U> raiseload(Relationship<? super T, U> relationship) {
        return then(relationship, LoadStrategy.RAISE);
    }

    @Override
    public void describe(Structure out) {
        out.value(steps);
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
        for (Step step : steps) {
            text.append(text.length() == 0 ? "" : ".")
                    .append(step.strategy().name().toLowerCase(java.util.Locale.ROOT))
                    .append("load(")
                    .append(step.entity().getSimpleName())
                    .append('.')
                    .append(step.attribute())
                    .append(')');
        }
        return text.toString();
    }
}
