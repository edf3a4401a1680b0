package dev.azoth.compile;

import dev.azoth.sql.Projection;
import dev.azoth.sql.Selectable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes something of the values of a row's columns, where that takes more than reading them in order. Used by many threads. */
@FunctionalInterface
public interface RowMaker {
    /**
     * Makes it.
     *
     * @param values for each column of the result its value; for a nested query, in the place of its first column, what its rows became
     * @throws dev.azoth.DataException if a null has no place; the statement is left to be added
     */
    @Nullable
    Object make(@Nullable Object[] values);

    /**
     * The maker of what a projection says.
     *
     * @param columns the columns of the whole result
     * @throws dev.azoth.CompileException if what is selected does not fit the projection
     */
    static RowMaker of(
            Projection projection, List<? extends Selectable<?>> selection, List<? extends ResultColumn<?>> columns) {
        return new SelectionMakers(columns, false).of(projection, selection);
    }

    /**
     * The same for a layer that makes {@linkplain dev.azoth.sql.Composite composites} itself: each takes one column, in whose place its object is.
     *
     * @param columns one for each composite, and those of all else that is selected
     */
    static RowMaker withComposites(
            Projection projection, List<? extends Selectable<?>> selection, List<? extends ResultColumn<?>> columns) {
        return new SelectionMakers(columns, true).of(projection, selection);
    }
}
