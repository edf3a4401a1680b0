package dev.azoth.testing.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.ForeignKeyDescription;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.type.EnumType;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.List;

/**
 * Compares tables that were declared and created with what is then found in the database.
 *
 * <p>Where a database has one type for several, the type that is found is another that is declared in the same way.
 *
 * @param engine the database
 * @param named  whether the database keeps the names of constraints
 */
public record Declared(Engine engine, boolean named) {

    /** The table is there, with all that was said of it and nothing else. */
    public void isThere(Table table) {
        TableDescription there = engine.inspect()
                .table(table.schema().orElse(null), table.name())
                .orElseThrow();
        assertThat(there.name()).isEqualTo(table.name());
        assertThat(there.columns())
                .extracting(column -> column.name() + " " + declaration(column.type())
                        + (column.nullable() ? "" : " NOT NULL") + (column.identity() ? " IDENTITY" : "")
                        + (column.defaultValue() == null ? "" : " DEFAULT"))
                .containsExactlyElementsOf(
                        table.columns().stream().map(this::column).toList());
        assertThat(there.primaryKey().map(TableDescription.Key::columns).orElse(List.of()))
                .isEqualTo(names(table.primaryKey()));
        assertThat(there.uniqueKeys())
                .extracting(key -> new TableDescription.Key(kept(key.name()), key.columns()))
                .containsExactlyInAnyOrderElementsOf(table.uniqueKeys().stream()
                        .map(key -> new TableDescription.Key(kept(key.name()), names(key.columns())))
                        .toList());
        assertThat(there.foreignKeys())
                .extracting(key -> new ForeignKeyDescription(
                        kept(key.name()),
                        key.columns(),
                        key.schema(),
                        key.table(),
                        key.targets(),
                        key.onDelete(),
                        key.onUpdate()))
                .containsExactlyInAnyOrderElementsOf(table.foreignKeys().stream()
                        .map(key -> new ForeignKeyDescription(
                                kept(key.name()),
                                names(key.columns()),
                                key.target().schema().equals(table.schema())
                                        ? null
                                        : key.target().schema().orElse(null),
                                key.target().name(),
                                names(key.targetColumns()),
                                key.onDelete().sql(),
                                key.onUpdate().sql()))
                        .toList());
        assertThat(there.checks())
                .extracting(check -> kept(check.name()))
                .containsExactlyInAnyOrderElementsOf(
                        table.checks().stream().map(check -> kept(check.name())).toList());
        assertThat(there.indexes())
                .extracting(index -> new IndexDescription(index.name(), index.columns(), index.unique(), ""))
                .containsExactlyInAnyOrderElementsOf(table.indexes().stream()
                        .map(index -> new IndexDescription(index.name(), names(index.columns()), index.unique(), ""))
                        .toList());
    }

    private String kept(String name) {
        return named ? name : "";
    }

    private String column(Column<?> column) {
        SqlType<?> stored =
                column.type() instanceof EnumType<?> labelled ? Types.VARCHAR(labelled.longest()) : column.type();
        return column.name() + " " + declaration(stored) + (column.isNullable() ? "" : " NOT NULL")
                + (column.isIdentity() ? " IDENTITY" : "")
                + (column.serverDefault().isPresent() ? " DEFAULT" : "");
    }

    private String declaration(SqlType<?> type) {
        return engine.dialect().language(engine.server()).codecs().codec(type).declaration();
    }

    private static List<String> names(List<Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
