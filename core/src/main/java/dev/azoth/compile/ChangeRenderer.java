package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Conflict;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Label;
import dev.azoth.sql.Merge;
import dev.azoth.sql.Parameter;
import dev.azoth.sql.Query;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.SyntaxExtension;
import dev.azoth.sql.Update;
import java.util.List;
import java.util.function.Consumer;

/** Writes statements that change rows, in standard SQL with ON CONFLICT and RETURNING. */
public abstract class ChangeRenderer extends RowChangeRenderer {
    /** For dialects. */
    protected ChangeRenderer() {}

    /**
     * Refuses common table expressions in front of a statement that cannot have them there.
     *
     * @throws CompileException if the dialect has no WITH in front of such a statement
     */
    protected void checkCommonTables(Dml<?> dml, SqlWriter out) {}

    /** Whether the rows that a statement returns are read in statements of their own, by a {@link ReturnKey}: the dialect has no RETURNING for it. */
    public boolean returnsByQuery(Dml<?> dml) {
        return false;
    }

    /** Whether common table expressions can stand in front of a statement that changes rows; else each query in it has its own. */
    protected boolean startsWithTables(Dml<?> dml) {
        return true;
    }

    /** Whether what the statement returns must be asked of the driver as generated keys, since the dialect has no RETURNING. */
    protected boolean returnsByKeys(Dml<?> dml) {
        return false;
    }

    /** Refuses what an upsert says of its key, where the dialect cannot say it. */
    final void checkKey(Insert<?> insert, SqlWriter out) {
        insert.conflict().ifPresent(conflict -> {
            if (conflict.constraint() != null) {
                need(QueryFeature.CONFLICT_CONSTRAINT, out);
            }
            if (conflict.keyWhere() != null) {
                need(QueryFeature.CONFLICT_WHERE, out);
            }
        });
    }

    final void change(Dml<?> dml, SqlWriter out) {
        if (dml instanceof Insert<?> insert) {
            checkKey(insert, out);
            insert(insert, out);
        } else if (dml instanceof RowChange<?> change) {
            out.scope().changing(change.table(), () -> rowChange(change, out));
        } else if (dml instanceof Merge<?> merge) {
            merge(merge, out);
        }
        extensions(dml.extensions(), SyntaxExtension.Point.BEFORE_RETURNING, out);
    }

    private void rowChange(RowChange<?> change, SqlWriter out) {
        if (change instanceof Update<?> update) {
            update(update, out);
        } else if (change instanceof Delete<?> delete) {
            delete(delete, out);
        }
    }

    /** Writes a merge. */
    protected void merge(Merge<?> merge, SqlWriter out) {
        need(QueryFeature.MERGE, out);
        MergeText.write(merge, this, out);
    }

    /** Writes a statement with what it returns. */
    protected void returned(Dml<?> dml, Runnable change, SqlWriter out) {
        change.run();
        if (!dml.returning().isEmpty() && !returnsByKeys(dml)) {
            out.sql(" RETURNING ");
            int before = out.slots().size();
            out.qualifying(readsMore(dml, out), () -> out.scope().returning(() -> returning(dml, out)));
            if (out.slots().size() > before && !bindsInReturning()) {
                throw out.unsupported("bound values in RETURNING: return the columns, or write the values as literals");
            }
        }
    }

    /** Whether a statement has other tables, whose columns may have the same names. */
    private boolean readsMore(Dml<?> dml, SqlWriter out) {
        if (!(dml instanceof RowChange<?> change)) {
            return dml instanceof Merge<?>;
        }
        if (!change.from().isEmpty()) {
            checkReturned(change, out);
        }
        return !change.from().isEmpty();
    }

    /** Refuses to return columns of other tables than the one that is changed, where the dialect cannot. */
    protected final void checkReturned(RowChange<?> change, SqlWriter out) {
        if (Reads.ofOthers(change)) {
            need(QueryFeature.RETURNING_SOURCES, out);
        }
    }

    /** Whether what is returned may have bound values in it. */
    protected boolean bindsInReturning() {
        return true;
    }

    /** Writes the list of what is returned. */
    protected final void returning(Dml<?> dml, SqlWriter out) {
        List<? extends Expression<?>> expressions = dml.returning().stream()
                .flatMap(selectable -> selectable.expressions().stream())
                .toList();
        for (int i = 0; i < expressions.size(); i++) {
            Expression<?> returned = expressions.get(i);
            out.sql(i == 0 ? "" : ", ").reading(returned, () -> out.argument(returned));
            if (expressions.get(i) instanceof Label<?> label) {
                out.sql(" AS ").identifier(label.labelName());
            }
        }
    }

    /** Writes an insert. */
    protected void insert(Insert<?> insert, SqlWriter out) {
        insertInto(insert, out);
        insertRows(insert, out);
        insert.conflict().ifPresent(conflict -> conflict(insert, conflict, out));
    }

    /** Writes the beginning of an insert: its table and columns. */
    protected final void insertInto(Insert<?> insert, SqlWriter out) {
        beginning("INSERT", insert, out).sql("INTO ");
        tableName(insert.table(), out);
        if (!insert.columns().isEmpty()) {
            columnNames(insert.columns(), out);
        }
    }

    /** Writes what is inserted. */
    protected final void insertRows(Insert<?> insert, SqlWriter out) {
        if (insert.query().isPresent()) {
            out.sql(" ");
            insertedQuery(insert.query().get(), out);
        } else if (insert.columns().isEmpty()) {
            defaultRow(out);
        } else if (insert.rows().isEmpty()) {
            throw new CompileException("the insert into " + insert.table().name()
                    + " has columns but no row: call row(…), or give rows to execute");
        } else {
            out.sql(" VALUES ");
            values(insert, out);
        }
    }

    /** Writes the query whose rows are inserted. */
    protected void insertedQuery(Query<?> query, SqlWriter out) {
        query(query, out);
    }

    /** Writes the rows of an insert, each in parentheses. */
    protected final void values(Insert<?> insert, SqlWriter out) {
        for (int i = 0; i < insert.rows().size(); i++) {
            out.sql(i == 0 ? "(" : ", (")
                    .arguments(insert.rows().get(i).values())
                    .sql(")");
        }
    }

    /** Writes a row of defaults. */
    protected void defaultRow(SqlWriter out) {
        out.sql(" DEFAULT VALUES");
    }

    /** Writes what happens to a row that is there. */
    protected void conflict(Insert<?> insert, Conflict conflict, SqlWriter out) {
        out.sql(" ON CONFLICT");
        if (conflict.constraint() != null) {
            out.sql(" ON CONSTRAINT ").identifier(conflict.constraint());
        } else if (!conflict.key().isEmpty()) {
            columnNames(conflict.key(), out);
        }
        int before = out.slots().size();
        out.qualifying(false, () -> where(conflict.keyWhere(), out));
        if (out.slots().size() > before) {
            throw out.unsupported("bound values in the condition of an index: write them as literals");
        }
        if (conflict.update().isEmpty()) {
            out.sql(" DO NOTHING");
            return;
        }
        out.sql(" DO UPDATE SET ");
        out.qualifying(true, () -> {
            assignments(conflict.update(), out);
            where(conflict.where(), out);
        });
    }

    /** Whether {@link #insertArrays} works. */
    protected boolean insertsArrays() {
        return false;
    }

    /** Writes an insert that takes one array for each column. */
    protected void insertArrays(Insert<?> insert, SqlWriter out) {
        throw out.unsupported("insert of arrays");
    }

    /** Writes the values of a row that comes from arrays: {@code column} for one that is given, and what is computed for all rows alike. */
    protected final void arrayValues(Insert<?> insert, Consumer<ColumnReference<?>> column, SqlWriter out) {
        List<Expression<?>> values = insert.rows().get(0).values();
        for (int i = 0; i < values.size(); i++) {
            out.sql(i == 0 ? "" : ", ");
            if (values.get(i) instanceof Parameter<?>) {
                column.accept(insert.columns().get(i));
            } else {
                selected(values.get(i), out);
            }
        }
    }
}
