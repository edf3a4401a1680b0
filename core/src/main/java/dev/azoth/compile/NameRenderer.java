package dev.azoth.compile;

import dev.azoth.sql.Alias;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.LooseColumn;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Subquery;

/** Writes the names of tables and columns. */
public abstract class NameRenderer {
    /** For dialects. */
    protected NameRenderer() {}

    /** Writes a column with what it is a column of. */
    protected void column(ColumnReference<?> column, SqlWriter out) {
        if (out.isQualified() && !(column instanceof LooseColumn)) {
            qualifier(column.table(), out);
        }
        if (isMade(column.table())) {
            out.local(column.name());
        } else {
            out.identifier(column.name());
        }
    }

    /** Whether a column is written as an expression, which has no name. */
    protected boolean isComputed(ColumnReference<?> column) {
        return false;
    }

    /** Whether the columns have names that only the statement knows. */
    private static boolean isMade(FromItem table) {
        return table instanceof Alias alias
                ? isMade(alias.source())
                : table instanceof Subquery || table instanceof CommonTableExpression;
    }

    private void qualifier(FromItem table, SqlWriter out) {
        if (table instanceof NamedTable named) {
            tableName(named, out);
            out.sql(".");
        } else if (table instanceof NamedFrom named) {
            out.local(out.scope().name(named)).sql(".");
        }
    }

    /** Writes a table's name, with its schema where one was said. */
    protected void tableName(NamedTable table, SqlWriter out) {
        out.schema(table).ifPresent(schema -> out.identifier(schema).sql("."));
        out.identifier(table.name());
    }
}
