package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.WriteOnlyCollection;
import dev.azoth.orm.loading.IdentitySet;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Update;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What waits in a collection that is never loaded; all that a new object has. Objects are told apart by identity. */
public final class WriteOnlyElements<T> implements WriteOnlyCollection<T>, DeferredCollection, Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NEW =
            "a collection of an object that was not flushed yet has nothing in the database: session.add(…) and flush it first";

    private static final String DETACHED =
            "a collection that is never loaded was serialised, and belongs to no session: ask that of what session.mergeLoaded(…) or session.get(…) gives";

    // they are written as lists, since another identity is another hash
    private transient Set<Object> added = new IdentitySet();
    private transient Set<Object> removed = new IdentitySet();
    private List<Object> first = List.of();
    private @Nullable Object owner;
    private transient @Nullable ToManyMapping attribute;

    /** That of a new object. */
    public WriteOnlyElements() {}

    /** That of an object with a row. */
    public WriteOnlyElements(Object owner, ToManyMapping attribute) {
        this.owner = owner;
        this.attribute = attribute;
    }

    @Override
    public void add(T element) {
        Objects.requireNonNull(element, "a collection of entities holds no null");
        removed.remove(element);
        added.add(element);
    }

    @Override
    public void addAll(Iterable<? extends T> elements) {
        elements.forEach(this::add);
    }

    @Override
    public void remove(T element) {
        added.remove(element);
        if (owner != null) {
            removed.add(element);
        }
    }

    // statements

    @Override
    public Select<T> select() {
        return Sql.select(target()).where(condition());
    }

    @Override
    public Insert<?> insert() {
        ToManyMapping relationship = attribute();
        Object parent = Objects.requireNonNull(owner);
        List<?> key = EntityMapping.of(parent.getClass())
                .keyOf(parent)
                .orElseThrow(() -> new InvalidRequestException(NEW))
                .values();
        Optional<JoinTable> pairs = relationship.joinTable();
        if (pairs.isPresent()) {
            return of(Sql.insert(pairs.get().table()), pairs.get().ownerColumns(), key);
        }
        List<ColumnReference<?>> columns = new ArrayList<>();
        relationship.remoteColumns().forEach(each -> columns.add(target().column(each)));
        return of(Sql.insert(target()), columns, key);
    }

    private static Insert<?> of(Insert<?> insert, List<? extends ColumnReference<?>> columns, List<?> key) {
        Insert<?> own = insert;
        for (int i = 0; i < columns.size(); i++) {
            own = of(own, columns.get(i), key.get(i));
        }
        return own;
    }

    private static <V> Insert<?> of(Insert<?> insert, ColumnReference<V> column, Object part) {
        return insert.values(column, column.type().javaType().cast(part));
    }

    @Override
    public Update<?> update() {
        return Sql.update(target()).where(condition());
    }

    @Override
    public Delete<?> delete() {
        return Sql.delete(target()).where(condition());
    }

    private ToManyMapping attribute() {
        if (attribute == null) {
            throw new InvalidRequestException(isNew() ? NEW : DETACHED);
        }
        return attribute;
    }

    @SuppressWarnings("unchecked") // the relationship leads to objects of this class
    private EntityPath<T> target() {
        return (EntityPath<T>) Entities.path(attribute().target().javaType());
    }

    private Condition condition() {
        return condition(attribute().owner());
    }

    @SuppressWarnings("unchecked") // the owner is an object of the entity that has the relationship
    private <E> Condition condition(EntityMapping<E> entity) {
        ToMany<E, T> relationship =
                Entities.path(entity.javaType()).toMany(attribute().name(), target().javaType());
        return relationship.withParent((E) Objects.requireNonNull(owner));
    }

    // as the session sees it

    /** The owner has a row: what it had is written. */
    void written(Object entity, ToManyMapping relationship) {
        owner = entity;
        attribute = relationship;
        first = List.copyOf(added);
        added.clear();
        removed.clear();
    }

    /** What the owner had when it was new is no longer needed. */
    void kept() {
        first = List.of();
    }

    /** The owner is new again. */
    void unwritten() {
        if (!isNew()) {
            owner = null;
            attribute = null;
            refill(first);
            first = List.of();
        }
    }

    void refill(Collection<?> elements) {
        added.clear();
        removed.clear();
        added.addAll(elements);
    }

    /** Nothing of it is in the database. */
    boolean isNew() {
        return owner == null;
    }

    @Override
    public boolean isLoaded() {
        return isNew();
    }

    @Override
    public void load() {
        if (!isNew()) {
            throw new InvalidRequestException(
                    attribute()
                            + " is write-only and never loaded: add and remove objects, or change them by its update() and delete()");
        }
    }

    @Override
    public Collection<Object> all() {
        load();
        return added();
    }

    @Override
    public boolean isWaiting() {
        return !isNew() && !(added.isEmpty() && removed.isEmpty());
    }

    @Override
    public Collection<Object> added() {
        return List.copyOf(added);
    }

    @Override
    public Collection<Object> removed() {
        return List.copyOf(removed);
    }

    @Override
    public void flushed(Collection<Object> kept) {
        added.clear();
        removed.clear();
        removed.addAll(kept);
    }

    @Override
    public void unload() {
        added.clear();
        removed.clear();
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(added.toArray());
        out.writeObject(removed.toArray());
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        added = IdentitySet.of(Arrays.asList((Object[]) in.readObject()));
        removed = IdentitySet.of(Arrays.asList((Object[]) in.readObject()));
    }

    @Override
    public String toString() {
        return "[write-only]";
    }
}
