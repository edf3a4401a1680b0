package dev.azoth.orm.annotation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What a {@link ValueGenerator} may know of the value that it makes. */
public interface ValueRequest {
    /** The object that gets it. Its other members may be read. */
    Object entity();

    /** The class of the member, boxed. */
    Class<?> memberType();

    /** The value that the row has so far; none for a new row. */
    Optional<Object> current();

    /** The time, by the session's clock, in whole microseconds, as databases keep it: the same for all that a flush writes. */
    default Instant now() {
        return clock().instant();
    }

    /** A clock that stands at that time, in the zone of the session's. */
    Clock clock();

    /** Who is at work, by {@link dev.azoth.orm.SessionOptions#user}. */
    Optional<Object> user();

    /** Whose rows the session writes, by {@link dev.azoth.orm.SessionOptions#tenant}. */
    Optional<Object> tenant();
}
