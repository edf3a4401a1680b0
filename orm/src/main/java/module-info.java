import org.jspecify.annotations.NullMarked;

/** Mapping of classes to tables, the session with its unit of work, and the strategies that load relationships. */
@NullMarked
module dev.azoth.orm {
    requires transitive dev.azoth.core;
    requires transitive jakarta.persistence;
    requires static org.jspecify;
    requires org.slf4j;
}
