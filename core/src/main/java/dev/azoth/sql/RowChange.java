package dev.azoth.sql;

import java.util.List;
import java.util.Optional;

/** A statement that changes rows which are there: some of them, by conditions. */
public sealed interface RowChange<T> extends Dml<T> permits Update, Delete {
    /** What else is read to find the rows; none for the table alone. */
    List<FromItem> from();

    /** The condition on rows. */
    Optional<Condition> where();

    /** The order in which rows are taken. */
    List<Ordering> orderBy();

    /** How many rows at most. */
    Optional<Expression<Long>> limit();
}
