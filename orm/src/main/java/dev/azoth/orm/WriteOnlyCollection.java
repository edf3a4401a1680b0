package dev.azoth.orm;

import dev.azoth.orm.session.WriteOnlyElements;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Select;
import dev.azoth.sql.Update;

/**
 * A relationship to so many objects that they are never loaded as a whole: objects are added and removed, which the next flush writes, and statements are restricted
 * to those that belong to the owner.
 *
 * <pre>{@code
 * @OneToMany(mappedBy = "account", cascade = CascadeType.ALL)
 * @OnDeleteCascade
 * WriteOnlyCollection<Entry> entries = WriteOnlyCollection.create();
 *
 * session.execute(account.entries.select().orderBy(entry.at.desc()).limit(10)).all();
 * }</pre>
 *
 * <p>For one end of a many-to-many, and for the end of a one-to-many that names the other in {@code mappedBy}. Not safe for use by several threads, like the session
 * of its owner.
 *
 * @param <T> the class of the objects
 */
public interface WriteOnlyCollection<T> {
    /** One of a new object. */
    static <T> WriteOnlyCollection<T> create() {
        return new WriteOnlyElements<>();
    }

    /** Adds an object. In a many-to-many one that is there already stays as it is. */
    void add(T element);

    /** Adds objects. */
    void addAll(Iterable<? extends T> elements);

    /** Takes an object out, if it is there; with {@code orphanRemoval} it is deleted. */
    void remove(T element);

    /**
     * A query of the objects, to be restricted further, sorted and limited; in it they have the name of their own table.
     *
     * @throws dev.azoth.InvalidRequestException if the owner was not flushed yet
     */
    Select<T> select();

    /**
     * An insertion of rows that belong to the owner: for {@code session.execute} with rows that say the rest, which are maps, records or objects as for any entity, and with
     * {@code returning(entry)} give objects. They are not added to this collection, and nothing cascades.
     *
     * <pre>{@code
     * session.execute(account.entries.insert().returning(entry), List.of(Map.of("amount", 5), Map.of("amount", 7))).all();
     * }</pre>
     *
     * <p>In a many-to-many it is one of pairs: the rows say the columns of the table of pairs that have the other's key, and the others are there already.
     *
     * @throws dev.azoth.InvalidRequestException if the owner was not flushed yet
     */
    Insert<?> insert();

    /**
     * A change of all the objects, to be restricted further: for {@code session.execute}.
     *
     * @throws dev.azoth.InvalidRequestException if the owner was not flushed yet
     */
    Update<?> update();

    /**
     * A deletion of all the objects, to be restricted further: for {@code session.execute}. In a many-to-many it deletes the objects themselves; their pairs have to be gone
     * before.
     *
     * @throws dev.azoth.InvalidRequestException if the owner was not flushed yet
     */
    Delete<?> delete();
}
