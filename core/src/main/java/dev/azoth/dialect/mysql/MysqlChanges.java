package dev.azoth.dialect.mysql;

import dev.azoth.compile.SqlWriter;
import dev.azoth.compile.StatementRenderer;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Assignment;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Conflict;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Merge;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Query;
import dev.azoth.sql.Update;
import java.util.List;
import java.util.Optional;

/** INSERT, UPDATE and DELETE as MySQL writes them. */
abstract class MysqlChanges extends StatementRenderer {
    MysqlChanges() {}

    @Override
    protected void defaultRow(SqlWriter out) {
        out.sql(" () VALUES ()");
    }

    @Override
    protected void insertedQuery(Query<?> query, SqlWriter out) {
        queryWithItsTables(query, out);
    }

    @Override
    protected boolean startsWithTables(Dml<?> dml) {
        return !(dml instanceof Insert<?>);
    }

    @Override
    protected void returned(Dml<?> dml, Runnable change, SqlWriter out) {
        change.run();
    }

    @Override
    public boolean returnsByQuery(Dml<?> dml) {
        return !dml.returning().isEmpty() && !(dml instanceof Merge<?>) && !returnsByKeys(dml);
    }

    /**
     * The driver tells the first number given; the others follow it. "Simple inserts", those of VALUES, are given consecutive numbers in
     * every mode of {@code innodb_autoinc_lock_mode}; the rows of a query and of an upsert are not.
     */
    @Override
    protected boolean returnsByKeys(Dml<?> dml) {
        if (!(dml instanceof Insert<?> insert)
                || insert.query().isPresent()
                || insert.conflict().isPresent()) {
            return false;
        }
        Optional<Column<?>> numbered =
                insert.table() instanceof Table table ? table.identityColumn() : Optional.empty();
        return numbered.isPresent()
                && insert.returning().equals(List.of(numbered.get()))
                && !insert.columns().contains(numbered.get());
    }

    @Override
    protected void insert(Insert<?> insert, SqlWriter out) {
        if (insert.rows().size() > 1
                && !insert.extensions().isEmpty()
                && !insert.returning().isEmpty()) {
            throw out.unsupported("RETURNING of several rows that a clause of one's own may leave out");
        }
        if (insert.conflict().isPresent() && insert.query().isPresent()) {
            insertInto(insert, out);
            conflictingQuery(insert, insert.query().get(), out);
            conflict(insert, insert.conflict().get(), out);
        } else {
            super.insert(insert, out);
        }
    }

    /** Writes the query of an upsert such that {@link #excluded} can name its columns. */
    protected void conflictingQuery(Insert<?> insert, Query<?> query, SqlWriter out) {
        out.sql(" SELECT * FROM (");
        queryWithItsTables(query, out);
        out.sql(") AS excluded");
        columnNames(insert.columns(), out);
    }

    /** Writes what gives the rows of an upsert a name, so that {@link #excluded} can name their columns. */
    protected void conflictingRows(SqlWriter out) {
        out.sql(" AS excluded");
    }

    /** Sets the key to itself where nothing is to be done: INSERT IGNORE would ignore every other error, too. */
    @Override
    protected void conflict(Insert<?> insert, Conflict conflict, SqlWriter out) {
        if (insert.query().isEmpty()) {
            conflictingRows(out);
        }
        out.sql(" ON DUPLICATE KEY UPDATE ");
        if (conflict.update().isEmpty()) {
            ColumnReference<?> unchanged = conflict.key().isEmpty()
                    ? insert.table().columns().get(0)
                    : conflict.key().get(0);
            out.identifier(unchanged.name()).sql(" = ");
            old(insert.table(), unchanged, out);
        } else {
            out.qualifying(true, () -> upserts(insert.table(), conflict, out));
        }
    }

    private void upserts(NamedTable table, Conflict conflict, SqlWriter out) {
        Condition where = conflict.where();
        List<Assignment<?>> updates = AssignmentOrder.of(conflict.update(), where, out.server());
        for (int i = 0; i < updates.size(); i++) {
            Assignment<?> update = updates.get(i);
            out.sql(i == 0 ? "" : ", ").identifier(update.column().name()).sql(" = ");
            if (where == null) {
                out.argument(update.value());
            } else {
                out.sql("IF(")
                        .argument(where)
                        .sql(", ")
                        .argument(update.value())
                        .sql(", ");
                old(table, update.column(), out);
                out.sql(")");
            }
        }
    }

    private void old(NamedTable table, ColumnReference<?> column, SqlWriter out) {
        tableName(table, out);
        out.sql(".").identifier(column.name());
    }

    /** The old values are read only as long as they are there. */
    @Override
    protected void update(Update<?> update, SqlWriter out) {
        if (!update.from().isEmpty()) {
            updateOfSeveral(update, out);
        } else if (update.assignments().size() < 2) {
            super.update(update, out);
        } else {
            tableName(update.table(), beginning("UPDATE", update, out));
            out.sql(" SET ");
            out.qualifying(true, () -> {
                assignments(AssignmentOrder.of(update.assignments(), null, out.server()), out);
                chosen(update, out);
            });
        }
    }

    /** "For multiple-table updates, there is no guarantee that assignments are carried out in any particular order." */
    private void updateOfSeveral(Update<?> update, SqlWriter out) {
        checkLimit(update, out);
        List<Assignment<?>> set = update.assignments();
        if (!AssignmentOrder.isFree(set)) {
            throw out.unsupported("UPDATE … FROM in which a value reads a column that another one sets");
        }
        tableName(update.table(), beginning("UPDATE", update, out));
        out.qualifying(true, () -> {
            sources(update.from(), ", ", out);
            for (int i = 0; i < set.size(); i++) {
                out.sql(i == 0 ? " SET " : ", ").argument(set.get(i).column());
                out.sql(" = ").argument(set.get(i).value());
            }
            chosen(update, out);
        });
    }

    @Override
    protected void delete(Delete<?> delete, SqlWriter out) {
        if (delete.from().isEmpty() || !delete.returning().isEmpty()) {
            super.delete(delete, out);
            return;
        }
        checkLimit(delete, out);
        tableName(delete.table(), beginning("DELETE", delete, out));
        tableName(delete.table(), out.sql(" FROM "));
        out.qualifying(true, () -> {
            sources(delete.from(), ", ", out);
            chosen(delete, out);
        });
    }
}
