package dev.azoth.compile;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import java.util.ArrayList;
import java.util.List;

/**
 * INTERSECT ALL and EXCEPT ALL as INTERSECT and EXCEPT: equal rows are numbered on both sides, and with their numbers are different rows.
 *
 * <p>The numbers treat nulls as equal, as the operations do.
 */
final class SetAllByNumbers {
    private static final String NUMBER = "azoth_number";

    private SetAllByNumbers() {}

    static Select<?> of(CompoundSelect<?> compound) {
        Query<Object> left = numbered(compound.parts().get(0));
        Query<Object> right = numbered(compound.parts().get(1));
        Subquery rows = (compound.kind() == CompoundSelect.Kind.INTERSECT_ALL
                        ? left.intersect(right)
                        : left.except(right))
                .subquery();
        return AroundCompound.of(compound, rows);
    }

    @SuppressWarnings("unchecked") // what a row yields does not matter in FROM
    private static Query<Object> numbered(Query<?> part) {
        Subquery rows = part.subquery();
        List<Selectable<?>> numbered = new ArrayList<>(rows.columns());
        ColumnReference<?>[] all = rows.columns().toArray(ColumnReference<?>[]::new);
        numbered.add(Sql.rowNumber().over(window -> window.partitionBy(all)).as(NUMBER));
        return (Query<Object>) (Query<?>) Sql.select(numbered).from(rows);
    }
}
