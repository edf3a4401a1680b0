package dev.azoth.orm.session;

import dev.azoth.orm.mapping.EntityKey;
import java.util.List;
import java.util.Optional;

/** Brings what an operation needs to know into memory. */
interface Related {
    /** The objects at the other end of a relationship, those that are there now and those that were; loaded if they were not. */
    List<Object> loaded(Tracked owner, Link link);

    /** The objects that were at the other end of a relationship at a snapshot; loaded if they were not. */
    List<Object> before(Tracked owner, Link link, Snapshot snapshot);

    /** The object of a row; loaded if it was not. */
    Optional<Object> get(EntityKey key);
}
