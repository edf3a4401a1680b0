package dev.azoth.dialect.h2;

import dev.azoth.inspect.Introspection;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.inspect.TableDescription.IndexDetails;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads H2's information schema. Names come as the program would say them; see {@link H2Names}.
 *
 * <p>The queries are all in upper case, as the information schema itself is in a database that keeps the case of names.
 */
final class H2Introspection implements Introspection {
    private static final String SCHEMAS = "SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA ORDER BY SCHEMA_NAME";

    private static final String TABLES = "SELECT TABLE_NAME, TABLE_SCHEMA FROM INFORMATION_SCHEMA.TABLES "
            + "WHERE TABLE_SCHEMA = COALESCE(CAST(? AS VARCHAR), CURRENT_SCHEMA) AND TABLE_TYPE = ? ORDER BY TABLE_NAME";

    private static final String TABLE = "SELECT TABLE_SCHEMA, REMARKS FROM INFORMATION_SCHEMA.TABLES "
            + "WHERE TABLE_SCHEMA = COALESCE(CAST(? AS VARCHAR), CURRENT_SCHEMA) AND TABLE_NAME = ?";

    private static final String COLUMNS = "SELECT COLUMN_NAME, "
            + "DATA_TYPE_SQL(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER), IS_NULLABLE, IS_IDENTITY, COLUMN_DEFAULT, REMARKS "
            + "FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION";

    /** Those that keys brought along are generated. Nulls are the smallest where nothing is said. */
    private static final String INDEXES = "SELECT I.INDEX_NAME, C.COLUMN_NAME, I.INDEX_TYPE_NAME, "
            + "CASE C.ORDERING_SPECIFICATION || COALESCE(C.NULL_ORDERING, '') WHEN 'ASCLAST' THEN 'NULLS LAST' "
            + "WHEN 'DESCFIRST' THEN 'DESC NULLS FIRST' WHEN 'DESCLAST' THEN 'DESC' WHEN 'DESC' THEN 'DESC' ELSE '' END "
            + "FROM INFORMATION_SCHEMA.INDEXES I JOIN INFORMATION_SCHEMA.INDEX_COLUMNS C "
            + "ON C.INDEX_SCHEMA = I.INDEX_SCHEMA AND C.INDEX_NAME = I.INDEX_NAME "
            + "WHERE I.TABLE_SCHEMA = ? AND I.TABLE_NAME = ? AND NOT I.IS_GENERATED ORDER BY I.INDEX_NAME, C.ORDINAL_POSITION";

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
        List<Found> found = query.rows(
                TABLE,
                row -> new Found(row.getString(1), TableDescription.comment(row.getString(2))),
                schema == null ? null : names.stored(schema),
                stored);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String in = found.get(0).schema();
        H2Constraints constraints = H2Constraints.read(query, names, in, stored);
        return Optional.of(new TableDescription(
                names.said(in),
                table,
                columns(query, names, in, stored),
                constraints.primaryKey(),
                constraints.foreignKeys(),
                constraints.uniqueKeys(),
                constraints.checks(),
                indexes(query, names, in, stored),
                found.get(0).comment()));
    }

    private record Found(String schema, Optional<String> comment) {}

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
                            identity ? null : row.getString(5),
                            TableDescription.comment(row.getString(6)));
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
                    List<String> orders = new ArrayList<>();
                    if (!indexes.isEmpty()
                            && indexes.get(indexes.size() - 1).name().equals(name)) {
                        IndexDescription before = indexes.remove(indexes.size() - 1);
                        columns.addAll(before.columns());
                        orders.addAll(before.details().orders());
                    }
                    while (orders.size() < columns.size()) {
                        orders.add("");
                    }
                    columns.add(names.said(row.getString(2)));
                    orders.add(row.getString(4));
                    return indexes.add(new IndexDescription(
                            name, columns, row.getString(3).startsWith("UNIQUE"), "", IndexDetails.of(null, orders)));
                },
                schema,
                table);
        return indexes;
    }
}
