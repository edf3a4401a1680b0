package dev.azoth.dialect.sqlite;

import dev.azoth.CompileException;
import dev.azoth.compile.CommentForm;
import dev.azoth.compile.DdlRenderer;
import dev.azoth.compile.IndexFeature;
import dev.azoth.compile.KeyReach;
import dev.azoth.compile.SqlWriter;
import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.Index;
import dev.azoth.schema.Table;
import dev.azoth.type.IntegerType;
import java.util.Set;

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

    @Override
    protected KeyReach keyReach() {
        return KeyReach.OWN_SCHEMA;
    }

    /** A foreign key stays within its own file, so the table that it refers to is named without one. */
    @Override
    protected void referencedTable(ForeignKey key, SqlWriter out) {
        out.identifier(key.target().name());
    }

    /** The file is said with the index's name and not with the table's. */
    @Override
    protected void index(String kind, Index index, SqlWriter out) {
        out.sql(kind).sql(" ");
        out.language()
                .schemas()
                .of(index.table())
                .ifPresent(file -> out.identifier(file).sql("."));
        out.identifier(index.name()).sql(" ON ").identifier(index.table().name());
    }

    @Override
    protected Set<IndexFeature> indexFeatures() {
        return Set.of(IndexFeature.CONDITION, IndexFeature.DESCENDING);
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
