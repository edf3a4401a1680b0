package dev.azoth.orm;

import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.criteria.CriteriaOption;
import dev.azoth.orm.criteria.Criterion;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.QueryOption;
import java.util.List;
import java.util.function.Function;

/**
 * Options that say, in a query, how relationships are loaded; to be imported statically.
 *
 * <pre>{@code
 * select(user).options(selectinload(user.addresses).joinedload(address.city))
 * }</pre>
 */
public final class Loading {
    private Loading() {}

    /** Loads a relationship right after its owners, by one query for up to 500 of them. */
    public static <T> LoaderOption<T> selectinload(Loadable<?, T> relationship) {
        return LoaderOption.of(relationship, LoadStrategy.SELECTIN);
    }

    /** Loads a relationship in the same query, by an outer join. */
    public static <T> LoaderOption<T> joinedload(Loadable<?, T> relationship) {
        return LoaderOption.of(relationship, LoadStrategy.JOINED);
    }

    /** Loads a relationship right after its owners, by their query run again inside another. */
    public static <T> LoaderOption<T> subqueryload(Loadable<?, T> relationship) {
        return LoaderOption.of(relationship, LoadStrategy.SUBQUERY);
    }

    /** Loads a relationship right after each owner, by a query for each. */
    public static <T> LoaderOption<T> immediateload(Loadable<?, T> relationship) {
        return LoaderOption.of(relationship, LoadStrategy.IMMEDIATE);
    }

    /**
     * Fills a relationship from the query's own join, and not by another: {@code select(user).join(a, user.addresses.on(a))
     * .where(a.city.eq("Rome")).options(containsEager(user.addresses, a))}.
     *
     * <p>What the query leaves out is not in the collection, which then is one of some of them: it is not changed by what it lacks, and neither a delete nor a
     * merge takes it for whole. A limit is one of the rows of the join. A relationship to one object for which the query has no row is loaded like by
     * {@link #selectinload}.
     *
     * @param there the other end, as the query joins it
     */
    public static <T> LoaderOption<T> containsEager(Relationship<?, ? super T> relationship, EntityPath<T> there) {
        return LoaderOption.within(relationship, there);
    }

    /** The same where the query joins the other end under its own name. */
    public static <T> LoaderOption<T> containsEager(Relationship<?, T> relationship) {
        return LoaderOption.within(relationship, relationship.target());
    }

    /** Loads a relationship when it is first asked for; one to a single object must be a {@code Lazy}. */
    public static <T> LoaderOption<T> lazyload(Loadable<?, T> relationship) {
        return LoaderOption.of(relationship, LoadStrategy.LAZY);
    }

    /** Never loads a relationship: asking for it is an error; one to a single object must be a {@code Lazy}. */
    public static <T> LoaderOption<T> raiseload(Loadable<?, T> relationship) {
        return LoaderOption.of(relationship, LoadStrategy.RAISE);
    }

    /** Never loads a relationship of this entity that no other option names. */
    public static QueryOption raiseload(EntityPath<?> entity) {
        return new LoaderOption<>(List.of(LoaderStep.all(entity.javaType(), LoadStrategy.RAISE)));
    }

    /**
     * Loads {@code Lazy} columns of an entity with its rows: {@code undefer(user, user.biography, user.picture)}.
     *
     * <p>Plain members are always loaded, so that no object has a field that only seems to be empty. Where a query is to read less than that, it selects columns, into
     * records; a member that is seldom wanted is declared as {@code Lazy}.
     */
    public static QueryOption undefer(EntityPath<?> entity, ColumnReference<?>... columns) {
        return new LoaderOption<>(List.of(LoaderStep.columns(entity.javaType(), List.of(columns))));
    }

    /**
     * Leaves out rows of an entity that do not meet a condition, wherever the statement reads it, and in all that its relationships load, at once or later; see
     * {@link SessionOptions#criteria(EntityPath, Expression)}.
     *
     * @throws dev.azoth.InvalidRequestException if the condition is of another name of the entity
     */
    public static <E> QueryOption criteria(EntityPath<E> entity, Expression<Boolean> condition) {
        return CriteriaOption.adding(Criteria.own(entity, condition));
    }

    /** The same for all entities that extend a class or implement an interface; see {@link SessionOptions#criteria(Class, Function)}. */
    public static QueryOption criteria(
            Class<?> type, Function<? super EntityPath<?>, ? extends Expression<Boolean>> condition) {
        return CriteriaOption.adding(Criteria.own(type, condition));
    }

    /** Does without the session's criteria of these entities and classes, and in all that is loaded for the statement; without all when none is named. */
    public static QueryOption withoutCriteria(Class<?>... of) {
        return CriteriaOption.without(Criterion.Kind.OWN, of);
    }

    /** Includes rows that are {@linkplain dev.azoth.orm.annotation.SoftDelete marked as deleted}, also in all that is loaded for the statement. */
    public static QueryOption includeDeleted() {
        return CriteriaOption.without(Criterion.Kind.SOFT_DELETE);
    }

    /**
     * Reads an attribute with {@code @QueryExpression} from this expression: {@code select(place).options(withExpression(place.distance, …))}. Objects that the
     * session has already keep what they have, unless {@link #populateExisting} is said too.
     */
    public static <T> QueryOption withExpression(QueryAttribute<?, T> attribute, Expression<? extends T> expression) {
        return new GivenExpression(attribute.owner(), attribute.attribute().column(), expression);
    }

    /**
     * Reads of an entity that others extend what it has itself, and then what each class adds by one query for 500 objects of it, instead of joining the tables of all classes:
     * {@code select(vehicle).options(selectinPolymorphic(vehicle))}. Worth it where there are many classes, and few of them in a result. The tables of classes that the query's conditions
     * name are still joined.
     *
     * <p>A query with a lock, and a set operation, read all in one statement as without it.
     *
     * @param entity what the query selects; or one that extends it, whose tables are joined then, and those of what extends it are not
     * @throws dev.azoth.InvalidRequestException when the query runs, if the entity neither extends another nor is extended
     */
    public static <E> LoaderOption<E> selectinPolymorphic(EntityPath<E> entity) {
        return new LoaderOption<>(List.of(LoaderStep.polymorphic(entity.javaType())));
    }

    /** The query's rows overwrite the objects that the session has already, changed or not; what was loaded of their relationships is loaded anew. */
    public static QueryOption populateExisting() {
        return PopulateExisting.INSTANCE;
    }

    /**
     * What the query loads is only read: changes of these objects are never written, and the session keeps of them neither what they were nor the objects
     * themselves; memory has them as long as the program does. A query without this option that meets one of them reads it anew, and it may be changed from then on. Objects that
     * the session holds already are given as they are.
     */
    public static QueryOption readOnly() {
        return ReadOnly.INSTANCE;
    }
}
