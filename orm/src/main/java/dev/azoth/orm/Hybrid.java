package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.evaluate.Evaluated;
import dev.azoth.orm.evaluate.Evaluator;
import dev.azoth.orm.evaluate.UncertainException;
import dev.azoth.orm.mapping.ObjectColumns;
import dev.azoth.sql.Expression;
import dev.azoth.sql.NamedFrom;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that is computed from an entity, said once: in statements it is SQL, of an object Java computes it.
 *
 * <pre>{@code
 * static final Hybrid<User, String> FULL_NAME = Hybrid.of(user, u -> u.first.concat(" ").concat(u.last));
 *
 * select(user).where(FULL_NAME.on(user).eq("ann lee"));   // SQL, of any name that the entity has in the statement
 * FULL_NAME.of(ann);                                       // Java, by what the object has now
 * }</pre>
 *
 * <p>Java computes columns and values, comparisons, IN, BETWEEN, LIKE, AND, OR and NOT with SQL's unknown, CASE, sums, differences and products, joined texts, and
 * {@code coalesce}, {@code nullif}, {@code lower}, {@code upper}, {@code trim}, {@code ltrim}, {@code rtrim}, {@code replace}, {@code charLength} and {@code abs}. It
 * does so by its own rules: texts are compared letter by letter, where a database has a collation. For what it cannot compute,
 * {@link #of(EntityPath, Function, Function)} takes a function beside the expression.
 *
 * <p>One with parameters is a method that gives it: {@code static Hybrid<User, Boolean> isOlder(int than)}. Immutable, and for any number of threads.
 *
 * @param <E> the class of the objects
 * @param <T> the class of the value
 */
public final class Hybrid<E, T> {
    private final Function<Class<?>, EntityPath<?>> paths;
    private final Function<EntityPath<?>, Expression<T>> definition;
    private final @Nullable Function<? super E, ? extends @Nullable T> inJava;
    private final Map<Class<?>, Computation> computations = new ConcurrentHashMap<>();

    private Hybrid(
            Function<Class<?>, EntityPath<?>> paths,
            Function<EntityPath<?>, Expression<T>> definition,
            @Nullable Function<? super E, ? extends @Nullable T> inJava) {
        this.paths = paths;
        this.definition = definition;
        this.inJava = inJava;
    }

    /** How Java computes it of the objects of a class. */
    private record Computation(ObjectColumns columns, Evaluated value) {}

    /**
     * What an expression over an entity's columns computes.
     *
     * @throws InvalidRequestException if it is of another name of the entity
     */
    public static <E, P extends EntityPath<E>, T> Hybrid<E, T> of(
            P entity, Function<? super P, ? extends Expression<T>> definition) {
        return new Hybrid<>(each -> entity, under(own(entity), definition), null);
    }

    /**
     * The same with a function that computes it in Java, where the expression has what only a database computes.
     *
     * @throws InvalidRequestException if it is of another name of the entity
     */
    public static <E, P extends EntityPath<E>, T> Hybrid<E, T> of(
            P entity,
            Function<? super P, ? extends Expression<T>> definition,
            Function<? super E, ? extends @Nullable T> inJava) {
        return new Hybrid<>(each -> entity, under(own(entity), definition), inJava);
    }

    /** The same for all entities that extend a class or implement an interface, whose columns are asked for by their attributes' names. */
    public static <E, T> Hybrid<E, T> of(
            Class<E> type, Function<? super EntityPath<? extends E>, ? extends Expression<T>> definition) {
        return new Hybrid<>(Entities::path, path -> definition.apply(checked(path, type)), null);
    }

    private static <P extends EntityPath<?>> P own(P entity) {
        Objects.requireNonNull(entity.changedTable()); // refuses other names
        return entity;
    }

    @SuppressWarnings("unchecked") // its class was compared
    private static <E> EntityPath<? extends E> checked(EntityPath<?> path, Class<E> type) {
        if (!type.isAssignableFrom(path.javaType())) {
            throw new InvalidRequestException(path + " is no " + type.getSimpleName());
        }
        return (EntityPath<? extends E>) path;
    }

    private static <E, P extends EntityPath<E>, T> Function<EntityPath<?>, Expression<T>> under(
            P entity, Function<? super P, ? extends Expression<T>> definition) {
        return path -> definition.apply(here(entity, checked(path, entity.javaType())));
    }

    @SuppressWarnings(
            "unchecked") // its class was compared, and one that is read from something else is of the same class
    private static <E, P extends EntityPath<E>> P here(P entity, EntityPath<? extends E> path) {
        if (entity.getClass().isInstance(path)) {
            return (P) path;
        } else if (path.fromItem() instanceof NamedFrom named) {
            return (P) entity.from(named);
        }
        throw new InvalidRequestException(entity.javaType().getSimpleName() + " cannot be read from the table of "
                + path + ": define it for the class, with Hybrid.of("
                + entity.javaType().getSimpleName() + ".class, …)");
    }

    /**
     * The expression of an entity as it stands in a statement: itself, under another name, read from something else, or one that extends it.
     *
     * @throws InvalidRequestException if it is of another class
     */
    public Expression<T> on(EntityPath<? extends E> entity) {
        return definition.apply(entity);
    }

    /**
     * The value of an object, by what its members hold now. A {@code Lazy} member that is not loaded loads itself.
     *
     * @throws InvalidRequestException if the expression has what only a database computes
     */
    @SuppressWarnings("unchecked") // an expression's value is of its class
    public @Nullable T of(E object) {
        if (inJava != null) {
            return inJava.apply(object);
        }
        try {
            Computation found = computations.get(object.getClass());
            if (found == null) {
                found = computation(object.getClass());
                computations.put(object.getClass(), found);
            }
            ObjectColumns columns = found.columns();
            return (T) found.value().of(column -> columns.value(object, column));
        } catch (UncertainException e) {
            throw new InvalidRequestException(
                    "this cannot be computed of a " + object.getClass().getSimpleName() + " in Java, since "
                            + e.reason() + ": give Hybrid.of(entity, …) a function of the object, too",
                    e);
        }
    }

    private Computation computation(Class<?> type) {
        EntityPath<?> path = paths.apply(type);
        ObjectColumns columns = ObjectColumns.of(path.javaType());
        return new Computation(columns, Evaluator.inJava(definition.apply(path), columns.references()));
    }
}
