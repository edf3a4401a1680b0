package dev.azoth.dialect.sqlite;

import dev.azoth.CompileException;
import dev.azoth.compile.CommentForm;
import dev.azoth.compile.DdlRenderer;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.compile.SqlWriter;
import dev.azoth.schema.Column;
import dev.azoth.schema.Index;
import dev.azoth.schema.Table;
import dev.azoth.type.IntegerType;
import java.util.Optional;

/** The declarations that SQLite writes in its own way. */
final class SqliteDdl extends DdlRenderer {
    SqliteDdl() {}

    /** ALTER TABLE adds no constraint; but CREATE TABLE takes a foreign key to a table that is not there yet. */
    @Override
    protected boolean addsForeignKeys() {
        return false;
    }

    @Override
    protected boolean declaresPrimaryKeyInColumn(Table table) {
        return table.identityColumn().isPresent();
    }

    /**
     * A column that SQLite numbers is the row's own number, and is that by being declared as exactly INTEGER PRIMARY KEY. Any other
     * whole-number key is declared in another way: else SQLite would give a number to a row that lacks its key.
     */
    @Override
    protected void column(Column<?> column, SqlWriter out) {
        boolean onlyKey = column.isPrimaryKey() && column.table().primaryKey().size() == 1;
        if (column.isIdentity()) {
            if (!onlyKey || !(column.type() instanceof IntegerType<?>)) {
                throw new CompileException(
                        out.server().product() + " numbers no column but a whole-number one that is the primary key "
                                + "alone, which " + column + " is not");
            }
            out.identifier(column.name()).sql(" INTEGER");
            column.table()
                    .primaryKeyName()
                    .ifPresent(name -> out.sql(" CONSTRAINT ").identifier(name));
            out.sql(" PRIMARY KEY NOT NULL");
        } else if (onlyKey && out.codec(column.type()).declaration().equals("INTEGER")) {
            out.identifier(column.name()).sql(" INT");
            column.serverDefault().ifPresent(value -> serverDefault(value, out.sql(" DEFAULT ")));
            out.sql(" NOT NULL");
        } else {
            super.column(column, out);
        }
    }

    /** A foreign key stays within its own file, so the table that it refers to is named without one. */
    @Override
    protected void referencedTable(Table table, SqlWriter out) {
        out.identifier(table.name());
    }

    /** The file is said with the index's name and not with the table's. */
    @Override
    public String createIndex(Index index, SqlLanguage language) {
        Optional<String> file = language.schemas().of(index.table());
        if (file.isEmpty() || index.words().isPresent()) {
            return super.createIndex(index, language);
        }
        SqlWriter out = SqlWriter.literal(language).sql(index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
        out.identifier(file.get()).sql(".").identifier(index.name());
        out.sql(" ON ").identifier(index.table().name()).sql(" (");
        for (int i = 0; i < index.columns().size(); i++) {
            out.sql(i == 0 ? "" : ", ").identifier(index.columns().get(i).name());
        }
        return out.sql(")").text();
    }

    /** The text of CREATE TABLE is kept with its remarks, but nothing reads those. */
    @Override
    protected CommentForm commentForm() {
        return CommentForm.NONE;
    }

    @Override
    protected boolean hasSequences() {
        return false;
    }

    @Override
    protected String computed() {
        return " STORED";
    }
}
