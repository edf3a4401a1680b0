package dev.azoth.orm.loading;

/** Where the parts of a stream come from. */
interface PartitionRows extends AutoCloseable {
    /** The next rows, read into a load; none at the end. */
    EntityRows read(QueryLoad load);

    /** Whether it is known that there are no more. */
    default boolean isEnded() {
        return false;
    }

    @Override
    void close();
}
