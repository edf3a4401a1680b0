package dev.azoth.orm.loading;

import dev.azoth.engine.Connection;
import dev.azoth.orm.ReadFrom;
import dev.azoth.orm.RepeatedLoads;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.session.PersistenceContext;
import dev.azoth.sql.Query;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An identity map over a connection: the least of a session that loading can do with. Notes what it is told. */
final class HeldObjects implements PersistenceContext, AutoCloseable {
    final EntityQueries queries = new EntityQueries(this);
    final List<String> told = new ArrayList<>();
    final Map<EntityKey, Object> held = new HashMap<>();
    boolean strict;
    boolean takesChanges;
    RepeatedLoads repeatedLoads = RepeatedLoads.ALLOWED;
    private final Connection connection;
    private boolean open = true;

    HeldObjects(Database database) {
        connection = database.engine().connect();
    }

    <T> List<T> all(Query<T> query) {
        return queries.execute(query).all();
    }

    <T> T one(Query<T> query) {
        return queries.execute(query).one();
    }

    <E> E get(Class<E> entity, Object... key) {
        EntityMapping<E> mapping = EntityMapping.of(entity);
        return queries.load(mapping, mapping.key(key)).orElseThrow();
    }

    void forget(Object entity) {
        held.values().removeIf(each -> each == entity);
    }

    Connection connection() {
        return connection;
    }

    @Override
    public Connection connection(Statement<?> query, ReadFrom from) {
        return connection;
    }

    @Override
    public void autoflush() {
        // nothing is ever changed
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean isStrict() {
        return strict;
    }

    @Override
    public RepeatedLoads repeatedLoads() {
        return repeatedLoads;
    }

    @Override
    public boolean holds(Object entity) {
        return held.values().stream().anyMatch(each -> each == entity);
    }

    @Override
    public Optional<Object> find(EntityKey key) {
        return Optional.ofNullable(held.get(key));
    }

    @Override
    public Adoption adopt(EntityMapping<?> mapping, EntityKey key, Object entity) {
        if (held.put(key, entity) != null) {
            throw new AssertionError(key + " was adopted twice");
        }
        return new Held(key, entity);
    }

    private record Held(EntityKey key, Object entity) implements Adoption {}

    @Override
    public void complete(Adoption adoption, @Nullable Object @Nullable [] columns) {
        loaded(((Held) adoption).entity);
    }

    @Override
    public void abandon(Adoption adoption) {
        Held abandoned = (Held) adoption;
        held.remove(abandoned.key, abandoned.entity);
    }

    @Override
    public void loaded(Object entity) {
        told.add(EntityMapping.of(entity.getClass()).keyOf(entity).orElseThrow().toString());
    }

    @Override
    public boolean isModified(Object entity) {
        return false;
    }

    @Override
    public void loaded(Object entity, String attribute) {
        told.add(EntityMapping.of(entity.getClass()).keyOf(entity).orElseThrow() + "." + attribute);
    }

    @Override
    public void implicitLoad(AttributeMapping attribute) {
        told.add("asked for " + attribute);
    }

    @Override
    public boolean takesChanges(Object owner) {
        return takesChanges;
    }

    @Override
    public void close() {
        open = false;
        connection.close();
    }
}
