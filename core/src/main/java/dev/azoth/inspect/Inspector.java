package dev.azoth.inspect;

import dev.azoth.InvalidRequestException;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what is in a database, asking it each time. As safe for threads as what it was made by. A null schema is the connection's own. */
public final class Inspector {
    private final Introspection introspection;
    private final Reader reader;

    /** Something read over a JDBC connection. */
    @FunctionalInterface
    public interface Reading<R> {
        /** Reads it. */
        R read(Connection connection) throws SQLException;
    }

    /** Lends a JDBC connection for a reading. */
    @FunctionalInterface
    public interface Reader {
        /** Lends it, and gives what was read. */
        <R> R read(Reading<R> reading);
    }

    private Inspector(Introspection introspection, Reader reader) {
        this.introspection = introspection;
        this.reader = reader;
    }

    /** An inspector that reads over the connections of a reader. */
    public static Inspector of(Introspection introspection, Reader reader) {
        return new Inspector(introspection, reader);
    }

    /** The schemas, without the system's own. */
    public List<String> schemas() {
        return reader.read(introspection::schemas);
    }

    /** The schema that names without one are in. */
    public String defaultSchema() {
        return reader.read(introspection::defaultSchema);
    }

    /** The tables of a schema, in alphabetical order, without views. */
    public List<String> tables(@Nullable String schema) {
        return reader.read(connection -> introspection.tables(connection, schema));
    }

    /** The tables of the connection's own schema. */
    public List<String> tables() {
        return tables(null);
    }

    /** The views of a schema, in alphabetical order. */
    public List<String> views(@Nullable String schema) {
        return reader.read(connection -> introspection.views(connection, schema));
    }

    /** Whether the connection's own schema has a table of a name. */
    public boolean hasTable(String table) {
        return tables().contains(table);
    }

    /** Everything about a table or view of the connection's own schema; empty if there is none. */
    public Optional<TableDescription> table(String table) {
        return table(null, table);
    }

    /** Everything about a table or view; empty if there is none. */
    public Optional<TableDescription> table(@Nullable String schema, String table) {
        return reader.read(connection -> introspection.table(connection, schema, table));
    }

    /**
     * A table as it is in the database, ready for statements. Foreign keys lead to tables that are read too.
     *
     * @param table its name, or {@code schema.name}
     * @throws InvalidRequestException if there is no such table
     */
    public Table reflect(MetaData into, String table) {
        return new Reflection(this, into).table(null, table);
    }

    InvalidRequestException missing(@Nullable String schema, String table) {
        return new InvalidRequestException("there is no table " + table + (schema == null ? "" : " in schema " + schema)
                + "; there are " + tables(schema));
    }
}
