package dev.azoth.cli.inspect;

import dev.azoth.InvalidRequestException;
import dev.azoth.cli.terminal.Style;
import dev.azoth.cli.terminal.Terminal;
import dev.azoth.cli.terminal.TextTable;
import dev.azoth.engine.Engine;
import dev.azoth.inspect.Inspector;
import dev.azoth.inspect.TableDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the tables of a database, with their columns, keys and indexes. */
public final class SchemaText {
    private static final String INDENT = "  ";

    private final Terminal terminal;
    private final Inspector inspector;
    private final @Nullable String schema;

    /** For a schema, or for the connection's own. */
    public SchemaText(Terminal terminal, Inspector inspector, @Nullable String schema) {
        this.terminal = terminal;
        this.inspector = inspector;
        this.schema = schema;
    }

    /** Writes all tables, and the names of the views. */
    public void overview(Engine engine) {
        List<String> tables = inspector.tables(schema);
        List<String> views = inspector.views(schema);
        terminal.line(engine.server().product() + ", " + counted(tables.size(), "table")
                + (views.isEmpty() ? "" : " and " + counted(views.size(), "view")));
        tables(tables);
        if (!views.isEmpty()) {
            terminal.line();
            terminal.wrapped("Views: " + String.join(", ", views), "");
        }
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /**
     * Writes some tables.
     *
     * @throws InvalidRequestException if one of them is not there
     */
    public void tables(List<String> names) {
        List<TableDescription> found = new ArrayList<>();
        for (String name : names) {
            Optional<TableDescription> table = inspector.table(schema, name);
            found.add(table.orElseThrow(() -> new InvalidRequestException(
                    "there is no table " + name + "; there are " + inspector.tables(schema))));
        }
        found.forEach(this::table);
    }

    private void table(TableDescription table) {
        terminal.line();
        terminal.title(table.name());
        TextTable columns = new TextTable("column", "type", "null", "default", "notes");
        for (TableDescription.ColumnDescription each : table.columns()) {
            columns.row(
                    each.name(),
                    each.declaration().toLowerCase(java.util.Locale.ROOT),
                    each.nullable() ? "yes" : "no",
                    each.defaultValue() == null ? "" : each.defaultValue(),
                    notes(each, table));
        }
        columns.print(terminal, INDENT);
        List<String> rest = keysAndIndexes(table);
        if (!rest.isEmpty()) {
            terminal.line();
            rest.forEach(line -> terminal.wrapped(line, INDENT));
        }
    }

    private String notes(TableDescription.ColumnDescription column, TableDescription table) {
        List<String> notes = new ArrayList<>();
        if (table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent()) {
            notes.add("key");
        }
        if (column.identity()) {
            notes.add("numbered");
        }
        table.foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .forEach(key -> notes.add("→ " + target(key)));
        return String.join(", ", notes);
    }

    private static String target(TableDescription.ForeignKeyDescription key) {
        return (key.schema() == null ? "" : key.schema() + ".") + key.table() + "(" + String.join(", ", key.targets())
                + ")";
    }

    private static String action(String moment, String action) {
        return action.equals("NO ACTION") ? "" : moment + action.toLowerCase(java.util.Locale.ROOT);
    }

    private List<String> keysAndIndexes(TableDescription table) {
        List<String> lines = new ArrayList<>();
        table.primaryKey().ifPresent(key -> lines.add(labelled("primary key", key.columns(), key.name(), "")));
        table.foreignKeys()
                .forEach(key -> lines.add(labelled(
                        "foreign key",
                        key.columns(),
                        key.name(),
                        " → " + target(key)
                                + action(", on delete ", key.onDelete())
                                + action(", on update ", key.onUpdate()))));
        table.uniqueKeys().forEach(key -> lines.add(labelled("unique", key.columns(), key.name(), "")));
        table.checks().forEach(check -> lines.add(labelled("check", List.of(check.condition()), check.name(), "")));
        table.indexes()
                .forEach(index -> lines.add(labelled(
                        index.unique() ? "unique index" : "index",
                        index.columns(),
                        index.name(),
                        index.method().isEmpty() ? "" : " using " + index.method())));
        return lines;
    }

    private String labelled(String label, List<String> columns, String name, String rest) {
        return terminal.style(Style.CYAN, label) + " (" + String.join(", ", columns) + ")" + rest
                + (name.isEmpty() ? "" : " " + terminal.style(Style.DIM, name));
    }
}
