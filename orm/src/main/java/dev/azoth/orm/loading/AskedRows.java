package dev.azoth.orm.loading;

import dev.azoth.engine.Result;
import dev.azoth.sql.Projection;
import dev.azoth.sql.Query;
import dev.azoth.sql.Row;
import dev.azoth.sql.RowShape;
import org.jspecify.annotations.Nullable;

/** Rows of a query that was sent with criteria added, also within what it selects: a program asks them by what it selected itself. */
final class AskedRows {
    private final Query<?> asked;
    private @Nullable RowShape sent;
    private @Nullable RowShape shape;

    private AskedRows(Query<?> asked) {
        this.asked = asked;
    }

    /** The result of what was sent instead of a query. */
    @SuppressWarnings("unchecked") // a row stays one
    static <T> Result<T> of(Query<T> asked, Query<T> sent, Result<T> result) {
        if (asked == sent || !(asked.projection() instanceof Projection.Rows)) {
            return result;
        }
        AskedRows rows = new AskedRows(asked);
        return result.map(each -> (T) rows.row((Row) each));
    }

    private Row row(Row row) {
        RowShape known = shape;
        if (known == null || sent != row.shape()) {
            sent = row.shape();
            known = row.shape().askedBy(asked.selection());
            shape = known;
        }
        return row.in(known);
    }
}
