package dev.azoth.tpch;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.nation;
import static dev.azoth.tpch.Tpch.partSupplier;
import static dev.azoth.tpch.Tpch.supplier;
import static dev.azoth.type.Types.NUMERIC;

import dev.azoth.sql.Expression;
import dev.azoth.sql.Label;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import java.math.BigDecimal;

/** Which parts make up a hundredth of Germany's stock, or more. */
final class Q11ImportantStock implements TpchQuery {
    @Override
    public Query<?> typed() {
        Expression<BigDecimal> cost = partSupplier.supplyCost.times(partSupplier.available.cast(NUMERIC(10, 0)));
        Label<BigDecimal> stock = sum(cost).as("stock");
        Select<?> german = select(partSupplier.partKey)
                .from(partSupplier)
                .join(supplier, supplier.key.eq(partSupplier.supplierKey))
                .join(nation, nation.key.eq(supplier.nationKey))
                .where(nation.name.eq("GERMANY"));
        return german.withSelection(partSupplier.partKey, stock)
                .groupBy(partSupplier.partKey)
                .having(stock.gt(
                        german.withOnly(stock.times(new BigDecimal("0.01"))).scalar()))
                .orderBy(stock.desc());
    }

    @Override
    public String text() {
        return """
                SELECT ps_partkey, sum(ps_supplycost * ps_availqty) AS stock
                FROM partsupp, supplier, nation
                WHERE ps_suppkey = s_suppkey AND s_nationkey = n_nationkey AND n_name = 'GERMANY'
                GROUP BY ps_partkey
                HAVING sum(ps_supplycost * ps_availqty) > (SELECT sum(ps_supplycost * ps_availqty) * 0.01
                  FROM partsupp, supplier, nation
                  WHERE ps_suppkey = s_suppkey AND s_nationkey = n_nationkey AND n_name = 'GERMANY')
                ORDER BY stock DESC""";
    }
}
