package dev.azoth.tpch;

import static dev.azoth.sql.Sql.or;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.part;

import dev.azoth.sql.Condition;
import dev.azoth.sql.Query;
import java.math.BigDecimal;

/** What three kinds of parts brought in that were handed over in person. */
final class Q19DiscountedRevenue implements TpchQuery {
    @Override
    public Query<?> typed() {
        return select(sum(lineItem.discountedPrice()).as("revenue"))
                .from(lineItem)
                .join(part, part.key.eq(lineItem.partKey))
                .where(or(
                        kind("Brand#12", 1, 5, "SM CASE", "SM BOX", "SM PACK", "SM PKG"),
                        kind("Brand#23", 10, 10, "MED BAG", "MED BOX", "MED PKG", "MED PACK"),
                        kind("Brand#34", 20, 15, "LG CASE", "LG BOX", "LG PACK", "LG PKG")))
                .where(lineItem.shipMode.in("AIR", "AIR REG"))
                .where(lineItem.shipInstructions.eq("DELIVER IN PERSON"));
    }

    private static Condition kind(String brand, long least, int largest, String... containers) {
        return part.brand
                .eq(brand)
                .and(part.container.in(containers))
                .and(lineItem.quantity.between(BigDecimal.valueOf(least), BigDecimal.valueOf(least + 10)))
                .and(part.size.between(1, largest));
    }

    @Override
    public String text() {
        return """
                SELECT sum(l_extendedprice * (1 - l_discount)) AS revenue
                FROM lineitem, part
                WHERE p_partkey = l_partkey AND l_shipmode IN ('AIR', 'AIR REG') AND l_shipinstruct = 'DELIVER IN PERSON'
                  AND (p_brand = 'Brand#12' AND p_container IN ('SM CASE', 'SM BOX', 'SM PACK', 'SM PKG')
                      AND l_quantity >= 1 AND l_quantity <= 11 AND p_size BETWEEN 1 AND 5
                    OR p_brand = 'Brand#23' AND p_container IN ('MED BAG', 'MED BOX', 'MED PKG', 'MED PACK')
                      AND l_quantity >= 10 AND l_quantity <= 20 AND p_size BETWEEN 1 AND 10
                    OR p_brand = 'Brand#34' AND p_container IN ('LG CASE', 'LG BOX', 'LG PACK', 'LG PKG')
                      AND l_quantity >= 20 AND l_quantity <= 30 AND p_size BETWEEN 1 AND 15)""";
    }
}
