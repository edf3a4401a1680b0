package dev.azoth.schema;

/** A database on which a schema can be made: an engine, or one of its connections. */
public interface SchemaTarget {
    /** Creates what is not there yet; see {@link MetaData#createAll}. */
    void createAll(MetaData metadata);

    /** Drops what is there; see {@link MetaData#dropAll}. */
    void dropAll(MetaData metadata);

    /** Makes, removes or refreshes a view or a table of a query. */
    void change(StoredQuery query, StoredQuery.Change change);

    /**
     * Reads a table's columns, keys and indexes out of the database.
     *
     * @throws dev.azoth.InvalidRequestException if there is no such table
     */
    Table reflect(MetaData into, String table);
}
