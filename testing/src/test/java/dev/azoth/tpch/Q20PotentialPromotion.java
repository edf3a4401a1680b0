package dev.azoth.tpch;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.nation;
import static dev.azoth.tpch.Tpch.part;
import static dev.azoth.tpch.Tpch.partSupplier;
import static dev.azoth.tpch.Tpch.supplier;
import static dev.azoth.type.Types.NUMERIC;

import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Which suppliers in Canada have too much of what they sell. */
final class Q20PotentialPromotion implements TpchQuery {
    @Override
    public Query<?> typed() {
        LocalDate from = LocalDate.of(1994, 1, 1);
        Select<BigDecimal> half = select(sum(lineItem.quantity).times(new BigDecimal("0.5")))
                .from(lineItem)
                .where(lineItem.partKey.eq(partSupplier.partKey), lineItem.supplierKey.eq(partSupplier.supplierKey))
                .where(lineItem.shipDate.ge(from), lineItem.shipDate.lt(from.plusYears(1)));
        Select<Long> tooMuch = select(partSupplier.supplierKey)
                .where(partSupplier.partKey.in(select(part.key).where(part.name.startsWith("forest"))))
                .where(partSupplier.available.cast(NUMERIC(10, 0)).gt(half.scalar()));
        return select(supplier.name, supplier.address)
                .from(supplier)
                .join(nation, nation.key.eq(supplier.nationKey))
                .where(supplier.key.in(tooMuch), nation.name.eq("CANADA"))
                .orderBy(supplier.name);
    }

    @Override
    public String text() {
        return """
                SELECT s_name, s_address
                FROM supplier, nation
                WHERE s_suppkey IN (
                    SELECT ps_suppkey FROM partsupp
                    WHERE ps_partkey IN (SELECT p_partkey FROM part WHERE p_name LIKE 'forest%')
                      AND ps_availqty > (SELECT 0.5 * sum(l_quantity) FROM lineitem
                        WHERE l_partkey = ps_partkey AND l_suppkey = ps_suppkey AND l_shipdate >= DATE '1994-01-01'
                          AND l_shipdate < DATE '1994-01-01' + INTERVAL '1' YEAR))
                  AND s_nationkey = n_nationkey AND n_name = 'CANADA'
                ORDER BY s_name""";
    }
}
