package dev.azoth.tpch;

import static dev.azoth.sql.Sql.avgDecimal;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.part;

import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import java.math.BigDecimal;

/** What small orders of a part brought in, by year. */
final class Q17SmallQuantityRevenue implements TpchQuery {
    @Override
    public Query<?> typed() {
        Select<BigDecimal> small = select(avgDecimal(lineItem.quantity).times(new BigDecimal("0.2")))
                .from(lineItem)
                .where(lineItem.partKey.eq(part.key));
        return select(sum(lineItem.extendedPrice).ratio(literal(7)).as("avg_yearly"))
                .from(lineItem)
                .join(part, part.key.eq(lineItem.partKey))
                .where(part.brand.eq("Brand#23"), part.container.eq("SM PACK"))
                .where(lineItem.quantity.lt(small.scalar()));
    }

    @Override
    public String text() {
        return """
                SELECT sum(l_extendedprice) / 7.0 AS avg_yearly
                FROM lineitem, part
                WHERE p_partkey = l_partkey AND p_brand = 'Brand#23' AND p_container = 'SM PACK'
                  AND l_quantity < (SELECT 0.2 * avg(l_quantity) FROM lineitem WHERE l_partkey = p_partkey)""";
    }
}
