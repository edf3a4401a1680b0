package dev.azoth.dialect.mysql;

import dev.azoth.compile.IdentifierRules;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.dialect.RowLoader;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.NamedTable;
import dev.azoth.type.TypeCodec;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * LOAD DATA LOCAL INFILE of what the driver sends instead of a file, where the server takes it and the driver may send it.
 *
 * <p>The server makes warnings of errors, leaves out rows that break a key and changes values that do not fit. So a page is loaded behind a savepoint, and undone
 * unless all its rows arrived without a warning.
 */
final class LocalInfile implements RowLoader {
    private static final int ROWS = 10_000;
    private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private final String table;
    private final Optional<String> schema;
    private final String sql;
    private final List<TypeCodec<?>> codecs = new ArrayList<>();
    private boolean refused;

    LocalInfile(NamedTable table, List<ColumnReference<?>> columns, SqlLanguage language) {
        this.table = table.name();
        this.schema = language.schemas().of(table);
        columns.forEach(column -> codecs.add(language.codecs().codec(column.type())));
        this.sql = text(columns, language.identifiers());
    }

    private String text(List<ColumnReference<?>> columns, IdentifierRules names) {
        List<String> fields = new ArrayList<>();
        List<String> set = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = names.write(columns.get(i).name());
            String place = BYTES.contains(codecs.get(i).jdbcType())
                    ? "unhex(?)"
                    : codecs.get(i).placeholder();
            if (place.equals("?")) {
                fields.add(name);
            } else {
                fields.add("@azoth_" + i);
                set.add(name + " = " + place.replace("?", "@azoth_" + i));
            }
        }
        return "LOAD DATA LOCAL INFILE 'azoth' INTO TABLE "
                + schema.map(name -> names.write(name) + ".").orElse("") + names.write(table)
                + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY X'09' ESCAPED BY X'5C' LINES TERMINATED BY X'0A' ("
                + String.join(", ", fields) + ")" + (set.isEmpty() ? "" : " SET " + String.join(", ", set));
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public int page() {
        return ROWS;
    }

    @Override
    public boolean fits(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            return false;
        }
        // of an engine without transactions no page can be undone
        try (PreparedStatement asked = connection.prepareStatement("SELECT @@local_infile = 1 AND engine = 'InnoDB'"
                + " FROM information_schema.tables WHERE table_schema = coalesce(?, database()) AND table_name = ?")) {
            asked.setString(1, schema.orElse(null));
            asked.setString(2, table);
            try (ResultSet row = asked.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public long load(Connection connection, Iterator<@Nullable Object[]> rows) throws SQLException {
        if (refused) {
            return REFUSED;
        }
        LoadedRows text = new LoadedRows(codecs);
        int count = 0;
        try {
            for (; rows.hasNext(); count++) {
                text.add(rows.next());
            }
        } catch (IllegalArgumentException e) {
            return REFUSED; // the insert says of which row
        }
        try (Statement plain = connection.createStatement()) {
            plain.execute("SAVEPOINT azoth_load");
            boolean loaded = takes(plain.unwrap(Statement.class), text.bytes()) && sent(plain, count);
            plain.execute(loaded ? "RELEASE SAVEPOINT azoth_load" : "ROLLBACK TO SAVEPOINT azoth_load");
            return loaded ? count : REFUSED;
        }
    }

    /** Gives the driver what it is to send instead of a file, with the next statement; drivers have no interface in common for that. */
    private static boolean takes(Statement statement, byte[] text) throws SQLException {
        try {
            statement
                    .getClass()
                    .getMethod("setLocalInfileInputStream", InputStream.class)
                    .invoke(statement, new ByteArrayInputStream(text));
            return true;
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return false;
        } catch (InvocationTargetException e) {
            throw new SQLException(e.getCause());
        }
    }

    private boolean sent(Statement statement, int rows) throws SQLException {
        long loaded;
        try {
            loaded = statement.unwrap(Statement.class).executeLargeUpdate(sql);
        } catch (SQLException e) {
            refused = true; // the driver or the server: the insert says what is wrong if it is the rows
            return false;
        }
        try (ResultSet warnings = statement.executeQuery("SHOW COUNT(*) WARNINGS")) {
            return warnings.next() && warnings.getLong(1) == 0 && loaded == rows;
        }
    }
}
