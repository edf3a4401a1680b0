package dev.azoth.orm;

import dev.azoth.NoResultException;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.session.SessionContext;
import dev.azoth.sql.ColumnReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds objects of an entity by their keys; got from {@link Session#lookup}.
 *
 * <pre>{@code
 * session.lookup(user, o -> o.options(selectinload(user.addresses)).forUpdate()).getOne(42L);
 * }</pre>
 *
 * @param <E> the entity's class
 */
public final class Lookup<E> {
    private final SessionContext context;
    private final EntityPath<E> entity;
    private final EntityMapping<E> mapping;
    private final ReadOptions options;

    Lookup(SessionContext context, EntityPath<E> entity, ReadOptions options) {
        this.context = context;
        this.entity = entity;
        this.mapping = EntityMapping.of(entity.javaType());
        this.options = options;
    }

    /**
     * The object of a key. Empty if there is no such row, or if the object is to be deleted.
     *
     * @param key the values of the key's columns, in order, each of the class of its column
     */
    public Optional<E> get(Object... key) {
        return all(List.of(mapping.key(key))).stream().findFirst();
    }

    /**
     * The object of a key.
     *
     * @throws NoResultException if there is none
     */
    public E getOne(Object... key) {
        EntityKey wanted = mapping.key(key);
        return all(List.of(wanted)).stream()
                .findFirst()
                .orElseThrow(() -> new NoResultException("there is no " + wanted));
    }

    /**
     * The objects of many keys, by one statement for 500 of those that the session has not.
     *
     * @param keys the values of keys; of a key with several columns each is a list
     * @return the objects that there are, in the order of the keys
     */
    public List<E> getMultiple(Collection<?> keys) {
        List<EntityKey> wanted = new ArrayList<>(keys.size());
        keys.forEach(each ->
                wanted.add(mapping.key(each instanceof List<?> parts ? parts.toArray() : new Object[] {each})));
        return all(wanted);
    }

    private List<E> all(List<EntityKey> keys) {
        return context.guard().call(() -> context.lookups().getAll(mapping, keys, options));
    }

    /**
     * The object with a value that only one row may have, such as a name for signing in. Without a query if this session found it so before, and the object has the value still.
     *
     * @param column of a unique key of its own
     * @throws dev.azoth.InvalidRequestException if several rows may have the value
     */
    public <T> Optional<E> getBy(ColumnReference<T> column, T value) {
        return getBy(Map.of(column, value));
    }

    /**
     * The object with values that only one row may have together.
     *
     * @param values by column; the columns are those of a unique key
     * @throws dev.azoth.InvalidRequestException if several rows may have the values
     */
    public Optional<E> getBy(Map<? extends ColumnReference<?>, ?> values) {
        Map<ColumnReference<?>, Object> copy = new LinkedHashMap<>(values);
        return context.guard().call(() -> context.lookups().getBy(entity, mapping, copy, options));
    }
}
