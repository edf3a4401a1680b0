package dev.azoth.dialect.duckdb;

import dev.azoth.compile.IdentifierRules;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.dialect.RowLoader;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.NamedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The driver's appender, which goes past SQL: the fastest way into a table.
 *
 * <p>It takes whole rows, in the order of the table's columns, and computes no defaults: a table with a column that is not given and has one, a number
 * say, gets its rows by INSERT. Values are made ready for a whole page before the first is appended, since the appender takes nothing back. A constraint that is
 * broken ends the transaction, as that of an INSERT does.
 */
final class DuckdbAppend implements RowLoader {
    private static final int ROWS = 50_000;
    private static final String TYPES =
            "SELECT column_name, data_type, column_default IS NOT NULL OR is_generated FROM duckdb_columns() "
                    + "WHERE database_name = current_database() AND schema_name = COALESCE(CAST(? AS VARCHAR), current_schema()) "
                    + "AND table_name = ? AND NOT EXISTS (SELECT 1 FROM duckdb_tables() t WHERE t.temporary AND t.table_name = ?) "
                    + "ORDER BY column_index";

    private final NamedTable table;
    private final String sql;
    private final List<String> names;
    private final List<AppendedForm<?>> forms;
    private final List<Integer> places = new ArrayList<>();
    private final Optional<String> given;
    private String schema = "";

    private DuckdbAppend(
            NamedTable table, Optional<String> given, String sql, List<String> names, List<AppendedForm<?>> forms) {
        this.table = table;
        this.given = given;
        this.sql = sql;
        this.names = names;
        this.forms = forms;
    }

    /** An appender to these columns of a table; empty if it does not take the type of one of them. */
    static Optional<RowLoader> of(NamedTable table, List<ColumnReference<?>> columns, SqlLanguage language) {
        List<AppendedForm<?>> forms = new ArrayList<>();
        for (ColumnReference<?> column : columns) {
            AppendedForm.of(column.type(), language.codecs()).ifPresent(forms::add);
        }
        if (columns.isEmpty() || forms.size() < columns.size()) {
            return Optional.empty();
        }
        IdentifierRules rules = language.identifiers();
        Optional<String> given = language.schemas().of(table);
        String schema = given.map(name -> rules.write(name) + ".").orElse("");
        String written =
                columns.stream().map(column -> rules.write(column.name())).collect(Collectors.joining(", "));
        return Optional.of(new DuckdbAppend(
                table,
                given,
                "append to " + schema + rules.write(table.name()) + " (" + written + ")",
                columns.stream().map(ColumnReference::name).toList(),
                forms));
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public int page() {
        return ROWS;
    }

    /** In AUTOCOMMIT the appender would commit parts of a page. */
    @Override
    public boolean fits(Connection connection) throws SQLException {
        if (connection.getAutoCommit() || !connection.isWrapperFor(DuckDBConnection.class)) {
            return false;
        }
        int found = 0;
        try (PreparedStatement statement = connection.prepareStatement(TYPES)) {
            statement.setString(1, given.orElse(null));
            statement.setString(2, table.name());
            statement.setString(3, given.isPresent() ? "" : table.name());
            try (ResultSet columns = statement.executeQuery()) {
                while (columns.next()) {
                    int place = names.indexOf(columns.getString(1));
                    places.add(place);
                    boolean fits = place < 0
                            ? !columns.getBoolean(3)
                            : isOf(columns.getString(2), forms.get(place).column());
                    if (!fits) {
                        return false;
                    }
                    found += place < 0 ? 0 : 1;
                }
            }
        }
        schema = given.isPresent() ? given.get() : current(connection);
        return found == names.size();
    }

    private static boolean isOf(String type, String wanted) {
        return wanted.equals("ENUM(") ? type.startsWith(wanted) : type.equals(wanted);
    }

    private static String current(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT current_schema()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public long load(Connection connection, Iterator<@Nullable Object[]> rows) throws SQLException {
        List<AppendedForm.@Nullable Appended[]> ready = new ArrayList<>();
        while (rows.hasNext()) {
            ready.add(ready(rows.next()));
        }
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender(schema, table.name())) {
            for (AppendedForm.@Nullable Appended[] row : ready) {
                append(row, appender);
            }
            appender.flush(); // closing it would hide what is wrong
        }
        return ready.size();
    }

    private AppendedForm.@Nullable Appended[] ready(@Nullable Object[] row) {
        AppendedForm.@Nullable Appended[] ready = new AppendedForm.Appended[row.length];
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            ready[i] = value == null ? null : ready(forms.get(i), value);
        }
        return ready;
    }

    @SuppressWarnings("unchecked") // a value of another class is refused by the form
    private static <T> AppendedForm.Appended ready(AppendedForm<T> form, Object value) {
        return form.given().apply((T) value);
    }

    private void append(AppendedForm.@Nullable Appended[] row, DuckDBAppender appender) throws SQLException {
        appender.beginRow();
        for (int place : places) {
            AppendedForm.Appended value = place < 0 ? null : row[place];
            if (value == null) {
                appender.appendNull();
            } else {
                value.to(appender);
            }
        }
        appender.endRow();
    }
}
