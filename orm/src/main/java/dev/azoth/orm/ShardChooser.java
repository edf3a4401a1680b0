package dev.azoth.orm;

import dev.azoth.sql.Statement;
import java.util.Collection;
import java.util.List;

/** Decides which databases of a {@link ShardedSessionFactory} have what. Safe for several threads, if sessions are. */
public interface ShardChooser {
    /** The shard that a new object's row goes to; asked when the object is added. What it adds by relationships that cascade goes there too. */
    String shardOf(Object entity);

    /**
     * The shards that may have the row of a key, in the order in which they are asked until one has it.
     *
     * @param key the values of the key, as they were given
     * @param all all shards, which is what it gives by default
     */
    default Collection<String> shardsOf(Class<?> entity, List<?> key, Collection<String> all) {
        return all;
    }

    /**
     * The shards that a statement runs on, if it does not {@linkplain OnShards say it itself}.
     *
     * @param all all shards, which is what it gives by default
     */
    default Collection<String> shardsOf(Statement<?> statement, Collection<String> all) {
        return all;
    }
}
