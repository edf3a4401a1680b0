package dev.azoth.compile;

import dev.azoth.schema.Check;
import dev.azoth.schema.Column;
import dev.azoth.schema.ConstraintNames;
import dev.azoth.schema.Ddl;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.Table;
import dev.azoth.schema.UniqueKey;
import java.util.List;

/** Writes the statement that makes a table. */
final class TableText {
    private final Table table;
    private final ConstraintNames names;
    private final DdlRenderer ddl;
    private final SqlWriter out;

    TableText(Table table, ConstraintNames names, DdlRenderer ddl, SqlLanguage language) {
        this.table = table;
        this.names = names;
        this.ddl = ddl;
        this.out = SqlWriter.literal(language);
    }

    /** The statement, with some of the table's foreign keys. */
    String create(List<ForeignKey> foreignKeys) {
        out.sql("CREATE TABLE ").sql(ddl.ifNotExists());
        out.language().statements().tableName(table, out);
        out.sql(" (");
        columns();
        keys();
        for (Check each : table.checks()) {
            Check check = names.of(each, table);
            out.sql(",\n  CONSTRAINT ")
                    .identifier(check.name())
                    .sql(" CHECK (")
                    .argument(check.condition())
                    .sql(")");
        }
        for (ForeignKey key : foreignKeys) {
            out.sql(",\n  ");
            ddl.foreignKey(names.of(key), out);
        }
        out.sql("\n)").sql(ddl.tableOptions(table));
        table.comment().ifPresent(text -> comment(" COMMENT=", text));
        table.ddl(Ddl.Moment.IN_CREATE, out.server().dialect())
                .forEach(options -> out.sql(" ").sql(options));
        return out.text();
    }

    private void columns() {
        List<Column<?>> columns =
                table.columns().stream().filter(each -> !each.isSystem()).toList();
        for (int i = 0; i < columns.size(); i++) {
            out.sql(i == 0 ? "\n  " : ",\n  ");
            ddl.column(columns.get(i), out);
            columns.get(i).comment().ifPresent(text -> comment(" COMMENT ", text));
        }
    }

    private void comment(String words, String text) {
        if (ddl.commentForm() == CommentForm.INLINE) {
            out.sql(words).sql(ddl.commentText(text, out));
        }
    }

    private void keys() {
        if (!table.primaryKey().isEmpty() && !ddl.declaresPrimaryKeyInColumn(table)) {
            names.primaryKey(table)
                    .ifPresentOrElse(
                            name -> out.sql(",\n  CONSTRAINT ").identifier(name).sql(" PRIMARY KEY"),
                            () -> out.sql(",\n  PRIMARY KEY"));
            QueryRenderer.columnNames(table.primaryKey(), out);
        }
        for (UniqueKey each : table.uniqueKeys()) {
            UniqueKey key = names.of(each, table);
            out.sql(",\n  CONSTRAINT ").identifier(key.name()).sql(" UNIQUE");
            QueryRenderer.columnNames(key.columns(), out);
        }
    }
}
