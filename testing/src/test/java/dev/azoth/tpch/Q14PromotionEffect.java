package dev.azoth.tpch;

import static dev.azoth.sql.Sql.caseWhen;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.part;

import dev.azoth.sql.Expression;
import dev.azoth.sql.Query;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Which percentage of a month's revenue came from promotions. */
final class Q14PromotionEffect implements TpchQuery {
    @Override
    public Query<?> typed() {
        LocalDate from = LocalDate.of(1995, 9, 1);
        Expression<BigDecimal> promoted = sum(caseWhen(part.type.startsWith("PROMO"), lineItem.discountedPrice())
                .otherwise(BigDecimal.ZERO));
        return select(promoted.ratio(sum(lineItem.discountedPrice()))
                        .times(100.0)
                        .as("promo_revenue"))
                .from(lineItem)
                .join(part, part.key.eq(lineItem.partKey))
                .where(lineItem.shipDate.ge(from), lineItem.shipDate.lt(from.plusMonths(1)));
    }

    @Override
    public String text() {
        return """
                SELECT 100.00 * sum(CASE WHEN p_type LIKE 'PROMO%' THEN l_extendedprice * (1 - l_discount) ELSE 0 END)
                  / sum(l_extendedprice * (1 - l_discount)) AS promo_revenue
                FROM lineitem, part
                WHERE l_partkey = p_partkey AND l_shipdate >= DATE '1995-09-01' AND l_shipdate < DATE '1995-09-01' + INTERVAL '1' MONTH""";
    }
}
