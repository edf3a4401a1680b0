package dev.azoth.inspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a dialect reads what is in a database. A null schema is the connection's own. */
public interface Introspection {
    /** The schemas, without the system's own. */
    List<String> schemas(Connection connection) throws SQLException;

    /** The schema that names without one are in. */
    String defaultSchema(Connection connection) throws SQLException;

    /** The tables of a schema, in alphabetical order, without views. */
    List<String> tables(Connection connection, @Nullable String schema) throws SQLException;

    /** The views of a schema, in alphabetical order. */
    List<String> views(Connection connection, @Nullable String schema) throws SQLException;

    /** Everything about a table or view; empty if there is none. */
    Optional<TableDescription> table(Connection connection, @Nullable String schema, String table) throws SQLException;
}
