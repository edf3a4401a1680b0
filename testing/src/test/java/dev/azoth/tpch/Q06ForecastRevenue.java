package dev.azoth.tpch;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.lineItem;

import dev.azoth.sql.Query;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What would have been earned without small discounts. */
final class Q06ForecastRevenue implements TpchQuery {
    @Override
    public Query<?> typed() {
        LocalDate from = LocalDate.of(1994, 1, 1);
        return select(sum(lineItem.extendedPrice.times(lineItem.discount)).as("revenue"))
                .where(lineItem.shipDate.ge(from), lineItem.shipDate.lt(from.plusYears(1)))
                .where(lineItem.discount.between(new BigDecimal("0.05"), new BigDecimal("0.07")))
                .where(lineItem.quantity.lt(BigDecimal.valueOf(24)));
    }

    @Override
    public String text() {
        return """
                SELECT sum(l_extendedprice * l_discount) AS revenue
                FROM lineitem
                WHERE l_shipdate >= DATE '1994-01-01' AND l_shipdate < DATE '1994-01-01' + INTERVAL '1' YEAR
                  AND l_discount BETWEEN 0.05 AND 0.07 AND l_quantity < 24""";
    }
}
