package dev.azoth.sql;

import java.util.List;

/** What a table may say of columns whose values, together, differ in every row: a key, or an index. */
public interface UniqueColumns {
    /** The columns. */
    List<? extends ColumnReference<?>> columns();

    /** Whether they do differ. */
    default boolean unique() {
        return true;
    }
}
