package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Assignment;
import dev.azoth.sql.Bind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Conflict;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Parameter;
import dev.azoth.sql.Update;
import dev.azoth.type.ServerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The key by which the rows that a statement returns are read, in statements of their own, where a database has no RETURNING.
 *
 * @param columns    the columns of the key
 * @param isNumbered whether the database numbers the rows of an insert, and its driver tells the numbers
 */
public record ReturnKey(List<Column<?>> columns, boolean isNumbered) {
    /** Takes an immutable copy. */
    public ReturnKey {
        columns = List.copyOf(columns);
    }

    /**
     * The key of a statement.
     *
     * @throws CompileException if its rows cannot be known by one
     */
    public static ReturnKey of(Dml<?> dml, ServerInfo server) {
        if (dml instanceof Insert<?> insert && !insert.extensions().isEmpty()) {
            throw refused(server, "of rows that a clause of one's own may leave out");
        }
        List<Column<?>> primary = dml.table() instanceof Table table ? table.primaryKey() : List.of();
        if (dml instanceof Insert<?> insert && insert.conflict().isPresent()) {
            return given(conflictKey(insert.conflict().get(), server), insert, server);
        } else if (primary.isEmpty()) {
            throw refused(server, "of a table without a primary key, by which its rows are found");
        } else if (dml instanceof Insert<?> insert) {
            return isNumbered(insert, primary) ? new ReturnKey(primary, true) : given(primary, insert, server);
        } else if (dml instanceof Update<?> update
                && update.assignments().stream().anyMatch(each -> primary.contains(each.column()))) {
            throw refused(server, "of an UPDATE that sets the primary key");
        }
        return new ReturnKey(primary, false);
    }

    private static boolean isNumbered(Insert<?> insert, List<Column<?>> primary) {
        Optional<Column<?>> number = insert.table() instanceof Table table ? table.identityColumn() : Optional.empty();
        return insert.query().isEmpty()
                && number.isPresent()
                && primary.equals(List.of(number.get()))
                && !insert.columns().contains(number.get());
    }

    /** An upsert may keep the rest of a row that is there. */
    private static List<Column<?>> conflictKey(Conflict conflict, ServerInfo server) {
        if (conflict.update().isEmpty() || conflict.where() != null) {
            throw refused(server, "of an upsert that leaves rows alone");
        }
        List<Column<?>> key = new ArrayList<>();
        for (ColumnReference<?> column : conflict.key()) {
            if (!(column instanceof Column<?> declared) || changes(conflict, declared)) {
                throw refused(server, "of an upsert that changes its key");
            }
            key.add(declared);
        }
        if (key.isEmpty()) {
            throw refused(server, "of an upsert that names no key");
        }
        return key;
    }

    private static boolean changes(Conflict conflict, Column<?> column) {
        return conflict.update().stream().anyMatch((Assignment<?> each) -> !each.keeps(column));
    }

    /** A key whose values are in the rows that are inserted. */
    private static ReturnKey given(List<Column<?>> key, Insert<?> insert, ServerInfo server) {
        if (insert.query().isPresent()) {
            throw refused(server, "of an INSERT of a query's rows");
        }
        for (Column<?> column : key) {
            int place = insert.columns().indexOf(column);
            if (place < 0
                    || !insert.rows().stream()
                            .allMatch(row -> isGiven(row.values().get(place)))) {
                throw refused(
                        server, "of an INSERT that gives no value for " + column + ", by which its rows are found");
            }
        }
        return new ReturnKey(key, false);
    }

    private static boolean isGiven(Expression<?> value) {
        return value instanceof Bind<?> || value instanceof Literal<?> || value instanceof Parameter<?>;
    }

    private static CompileException refused(ServerInfo server, String construct) {
        return new CompileException(server.product() + " has no RETURNING " + construct);
    }
}
