package dev.azoth.vector.filter;

import dev.azoth.sql.Condition;
import dev.azoth.sql.Sql;
import java.util.List;

/**
 * Turns filters into conditions of SQL for one database.
 *
 * <p>A filter is true or false, so each condition must be too: never unknown, whatever the document has at the field. Names and values are
 * bound, never written into the text.
 */
public abstract class FilterRenderer {
    /** For databases. */
    protected FilterRenderer() {}

    /** The condition that is true of a row when the filter is true of its metadata. */
    public final Condition render(Filter filter) {
        if (filter instanceof Filter.All all) {
            return Sql.allOf(each(all.filters()));
        } else if (filter instanceof Filter.Any any) {
            return Sql.anyOf(each(any.filters()));
        } else if (filter instanceof Filter.Not not) {
            return Sql.not(render(not.filter()));
        } else if (filter instanceof Filter.Equal equal) {
            return equal(equal.field(), equal.value());
        } else if (filter instanceof Filter.OneOf oneOf) {
            return oneOf(oneOf.field(), oneOf.values());
        } else if (filter instanceof Filter.Ordered ordered) {
            return ordered(ordered.field(), ordered.order(), ordered.value());
        } else if (filter instanceof Filter.Exists exists) {
            return exists(exists.field());
        } else if (filter instanceof Filter.Null isNull) {
            return isNull(isNull.field());
        } else if (filter instanceof Filter.Like like) {
            return like.pattern().ignoringCase()
                    ? ilike(like.field(), like.pattern())
                    : like(like.field(), like.pattern());
        } else if (filter instanceof Filter.Contains contains) {
            return contains(contains.field(), contains.element());
        }
        throw new IllegalStateException("no rendering of " + filter);
    }

    private List<Condition> each(List<Filter> filters) {
        return filters.stream().map(this::render).toList();
    }

    /** The value is a string, a number or a boolean, and equals another; see {@link Filter.Equal}. */
    protected abstract Condition equal(Field field, Object value);

    /** The value equals one of several; see {@link Filter.OneOf}. */
    protected Condition oneOf(Field field, List<Object> values) {
        return Sql.anyOf(values.stream().map(value -> equal(field, value)).toList());
    }

    /** The value is a string or a number, and less or greater than another; see {@link Filter.Ordered}. */
    protected abstract Condition ordered(Field field, Filter.Order order, Object value);

    /** There is a value, even if it is JSON's null. */
    protected abstract Condition exists(Field field);

    /** The value is JSON's null, or there is none. */
    protected abstract Condition isNull(Field field);

    /** The value is a string of a form, in which the case matters. */
    protected abstract Condition like(Field field, LikePattern pattern);

    /** The value is a string of a form, in which the case does not matter: {@link PatternText} has it for databases. */
    protected abstract Condition ilike(Field field, LikePattern pattern);

    /** The value is an array, and one of its elements equals another. */
    protected abstract Condition contains(Field field, Object element);
}
