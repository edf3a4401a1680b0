package dev.azoth.compile;

import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import java.util.List;

/** A set operation as rows of a subquery, with the order and range that is said of the whole around it. */
final class AroundCompound {
    private AroundCompound() {}

    /** For a range that counts otherwise than by rows. */
    static Select<?> of(CompoundSelect<?> compound) {
        return of(compound, compound.operation().subquery());
    }

    /**
     * The same.
     *
     * @param rows the rows of the operation, whose first columns are those of the whole
     */
    static Select<?> of(CompoundSelect<?> compound, Subquery rows) {
        List<? extends Expression<?>> columns =
                rows.columns().subList(0, compound.exports().size());
        Select<?> whole = Sql.select(columns).from(rows);
        for (Ordering ordering : compound.orderBy()) {
            int place = ExportNames.place(compound.exports(), ordering.expression());
            whole = whole.orderBy(new Ordering(columns.get(place), ordering.descending(), ordering.nulls()));
        }
        whole = compound.limit().isPresent() ? whole.fetch(compound.limit().get(), compound.fetch()) : whole;
        whole = compound.offset().isPresent() ? whole.offset(compound.offset().get()) : whole;
        return ExportNames.keep(compound, whole);
    }
}
