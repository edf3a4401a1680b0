package dev.azoth.dialect.h2;

import dev.azoth.inspect.Introspection;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.inspect.TableDescription.IndexDescription;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads H2's information schema. Names come as the program would say them; see {@link H2Names}. */
final class H2Introspection implements Introspection {
    private static final String SCHEMAS = "SELECT schema_name FROM information_schema.schemata ORDER BY schema_name";

    private static final String TABLES = "SELECT table_name, table_schema FROM information_schema.tables "
            + "WHERE table_schema = COALESCE(CAST(? AS VARCHAR), CURRENT_SCHEMA) AND table_type = ? ORDER BY table_name";

    private static final String TABLE = "SELECT table_schema FROM information_schema.tables "
            + "WHERE table_schema = COALESCE(CAST(? AS VARCHAR), CURRENT_SCHEMA) AND table_name = ?";

    private static final String COLUMNS = "SELECT column_name, "
            + "DATA_TYPE_SQL(table_schema, table_name, 'TABLE', dtd_identifier), is_nullable, is_identity, column_default "
            + "FROM information_schema.columns WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position";

    /** Those that keys brought along are generated. */
    private static final String INDEXES = "SELECT i.index_name, c.column_name, i.index_type_name "
            + "FROM information_schema.indexes i JOIN information_schema.index_columns c "
            + "ON c.index_schema = i.index_schema AND c.index_name = i.index_name "
            + "WHERE i.table_schema = ? AND i.table_name = ? AND NOT i.is_generated ORDER BY i.index_name, c.ordinal_position";

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        H2Names names = H2Names.of(connection);
        return new H2Query(connection)
                .rows(SCHEMAS, row -> names.said(row.getString(1))).stream()
                        .filter(name -> !name.toLowerCase(Locale.ROOT).equals("information_schema"))
                        .toList();
    }

    @Override
    public String defaultSchema(Connection connection) throws SQLException {
        return H2Names.of(connection).said(connection.getSchema());
    }

    @Override
    public List<String> tables(Connection connection, @Nullable String schema) throws SQLException {
        return relations(connection, schema, "BASE TABLE");
    }

    @Override
    public List<String> views(Connection connection, @Nullable String schema) throws SQLException {
        return relations(connection, schema, "VIEW");
    }

    private static List<String> relations(Connection connection, @Nullable String schema, String type)
            throws SQLException {
        H2Names names = H2Names.of(connection);
        return new H2Query(connection)
                        .rows(
                                TABLES,
                                row -> names.said(row.getString(1)),
                                schema == null ? null : names.stored(schema),
                                type)
                        .stream()
                        .sorted()
                        .toList();
    }

    @Override
    public Optional<TableDescription> table(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        H2Names names = H2Names.of(connection);
        H2Query query = new H2Query(connection);
        String stored = names.stored(table);
        List<String> found =
                query.rows(TABLE, row -> row.getString(1), schema == null ? null : names.stored(schema), stored);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String in = found.get(0);
        H2Constraints constraints = H2Constraints.read(query, names, in, stored);
        return Optional.of(new TableDescription(
                names.said(in),
                table,
                columns(query, names, in, stored),
                constraints.primaryKey(),
                constraints.foreignKeys(),
                constraints.uniqueKeys(),
                constraints.checks(),
                indexes(query, names, in, stored)));
    }

    private static List<ColumnDescription> columns(H2Query query, H2Names names, String schema, String table)
            throws SQLException {
        return query.rows(
                COLUMNS,
                row -> {
                    String declaration = row.getString(2);
                    boolean identity = row.getString(4).equals("YES");
                    return new ColumnDescription(
                            names.said(row.getString(1)),
                            H2TypeNames.type(declaration),
                            declaration,
                            row.getString(3).equals("YES"),
                            identity,
                            identity ? null : row.getString(5));
                },
                schema,
                table);
    }

    private static List<IndexDescription> indexes(H2Query query, H2Names names, String schema, String table)
            throws SQLException {
        List<IndexDescription> indexes = new ArrayList<>();
        query.<Boolean>rows(
                INDEXES,
                row -> {
                    String name = names.said(row.getString(1));
                    List<String> columns = new ArrayList<>();
                    if (!indexes.isEmpty()
                            && indexes.get(indexes.size() - 1).name().equals(name)) {
                        columns.addAll(indexes.remove(indexes.size() - 1).columns());
                    }
                    columns.add(names.said(row.getString(2)));
                    return indexes.add(
                            new IndexDescription(name, columns, row.getString(3).startsWith("UNIQUE"), ""));
                },
                schema,
                table);
        return indexes;
    }
}
