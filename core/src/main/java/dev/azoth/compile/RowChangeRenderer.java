package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Assignment;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Exists;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.InQuery;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.RowInQuery;
import dev.azoth.sql.RowValue;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.sql.SyntaxExtension;
import dev.azoth.sql.Update;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes updates and deletes, with other tables and limits; with subqueries where a dialect has no words for these. */
public abstract class RowChangeRenderer extends QueryRenderer {
    /** For dialects. */
    protected RowChangeRenderer() {}

    /** Writes the first word of a statement, with what the user has behind it. */
    protected final SqlWriter beginning(String word, Dml<?> dml, SqlWriter out) {
        extensions(dml.extensions(), SyntaxExtension.Point.AFTER_SELECT, out.sql(word));
        return out.sql(" ");
    }

    /** Writes an update. */
    protected void update(Update<?> update, SqlWriter out) {
        if (update.assignments().isEmpty()) {
            throw new CompileException("the update of " + update.table().name() + " sets nothing: call set(…)");
        }
        checkLimit(update, out);
        if (!update.from().isEmpty() && without(QueryFeature.UPDATE_FROM)) {
            updateByQueries(update, out);
            return;
        }
        tableName(update.table(), beginning("UPDATE", update, out));
        out.sql(" SET ");
        out.qualifying(true, () -> {
            assignments(update.assignments(), out);
            sources(update.from(), " FROM ", out);
            chosen(update, out);
        });
    }

    /** Writes an update whose values and rows come from other tables as queries of these, of which each gives one row. */
    private void updateByQueries(Update<?> update, SqlWriter out) {
        tableName(update.table(), beginning("UPDATE", update, out));
        List<Assignment<?>> set = update.assignments();
        out.sql(set.size() > 1 ? " SET (" : " SET ");
        for (int i = 0; i < set.size(); i++) {
            out.sql(i == 0 ? "" : ", ").identifier(set.get(i).column().name());
        }
        out.sql(set.size() > 1 ? ") = (" : " = (");
        Select<?> values =
                matching(Sql.select(set.stream().map(Assignment::value).toList()), update);
        rows(values.limit(Sql.literal(1L)), out);
        out.sql(") WHERE ").argument(exists(update));
    }

    /** Writes a delete. */
    protected void delete(Delete<?> delete, SqlWriter out) {
        checkLimit(delete, out);
        tableName(delete.table(), beginning("DELETE", delete, out).sql("FROM "));
        out.qualifying(true, () -> {
            if (!delete.from().isEmpty() && without(QueryFeature.DELETE_USING)) {
                out.sql(" WHERE ").argument(exists(delete));
            } else {
                sources(delete.from(), " USING ", out);
                chosen(delete, out);
            }
        });
    }

    /** The condition that the other tables have rows which belong to that of the table. */
    private static Condition exists(RowChange<?> change) {
        return new Exists(matching(Sql.select(Sql.literal(1)), change));
    }

    private static Select<?> matching(Select<?> select, RowChange<?> change) {
        Select<?> from = select.from(change.from().toArray(FromItem[]::new));
        return change.where().isPresent() ? from.where(change.where().get()) : from;
    }

    /** Writes the other tables, if there are any. */
    protected final void sources(List<FromItem> sources, String keyword, SqlWriter out) {
        for (int i = 0; i < sources.size(); i++) {
            fromItem(sources.get(i), out.sql(i == 0 ? keyword : ", "));
        }
    }

    /** Writes which rows are changed: the condition, and the order and limit. */
    protected final void chosen(RowChange<?> change, SqlWriter out) {
        if (change.limit().isEmpty() || !without(QueryFeature.CHANGE_LIMIT)) {
            where(change.where().orElse(null), out);
            out.sql(change.orderBy().isEmpty() ? "" : " ORDER BY ").orderings(change.orderBy());
            change.limit().ifPresent(rows -> out.sql(" LIMIT ").argument(rows));
        } else {
            out.sql(" WHERE ").argument(byKey(change, out));
        }
    }

    /** Refuses orders and limits that cannot be written. */
    protected final void checkLimit(RowChange<?> change, SqlWriter out) {
        boolean limited = change.limit().isPresent();
        if (limited && !change.from().isEmpty()) {
            throw out.unsupported("LIMIT in an UPDATE or DELETE that reads other tables");
        } else if (!limited && !change.orderBy().isEmpty() && without(QueryFeature.CHANGE_LIMIT)) {
            throw out.unsupported("ORDER BY in an UPDATE or DELETE without LIMIT");
        }
    }

    /** The condition that a row is one of the first that are meant, by its key. */
    private Condition byKey(RowChange<?> change, SqlWriter out) {
        List<Column<?>> key = change.table() instanceof Table table ? table.primaryKey() : List.of();
        if (key.isEmpty()) {
            throw out.unsupported("LIMIT in an UPDATE or DELETE of a table without a primary key");
        }
        Select<?> first =
                Sql.select(key).from(change.table()).orderBy(change.orderBy().toArray(Ordering[]::new));
        first = change.where().isPresent() ? first.where(change.where().get()) : first;
        first = chosenKeys(first.limit(change.limit().orElseThrow()));
        return key.size() == 1
                ? new InQuery(key.get(0), first, false)
                : new RowInQuery(new RowValue(List.copyOf(key)), first, false);
    }

    /** The query for the keys of rows that are changed: with a lock where another transaction could change the rows before they are. */
    protected Select<?> chosenKeys(Select<?> keys) {
        return keys;
    }

    /** Writes {@code column = value, …}; the column never has its table in front. */
    protected final void assignments(List<Assignment<?>> assignments, SqlWriter out) {
        for (int i = 0; i < assignments.size(); i++) {
            out.sql(i == 0 ? "" : ", ").identifier(assignments.get(i).column().name());
            out.sql(" = ").argument(assignments.get(i).value());
        }
    }

    /** Writes WHERE, if there is a condition. */
    protected final void where(@Nullable Expression<Boolean> condition, SqlWriter out) {
        if (condition != null) {
            out.sql(" WHERE ").argument(condition);
        }
    }
}
