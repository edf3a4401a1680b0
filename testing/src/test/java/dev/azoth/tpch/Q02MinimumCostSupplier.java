package dev.azoth.tpch;

import static dev.azoth.sql.Sql.min;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.tpch.Tpch.nation;
import static dev.azoth.tpch.Tpch.part;
import static dev.azoth.tpch.Tpch.partSupplier;
import static dev.azoth.tpch.Tpch.region;
import static dev.azoth.tpch.Tpch.supplier;

import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import java.math.BigDecimal;

/** Who in Europe sells a kind of part at its least cost. */
final class Q02MinimumCostSupplier implements TpchQuery {
    @Override
    public Query<?> typed() {
        Select<BigDecimal> least = select(min(partSupplier.supplyCost))
                .from(partSupplier)
                .join(supplier, supplier.key.eq(partSupplier.supplierKey))
                .join(nation, nation.key.eq(supplier.nationKey))
                .join(region, region.key.eq(nation.regionKey))
                .where(partSupplier.partKey.eq(part.key), region.name.eq("EUROPE"));
        return select(
                        supplier.balance,
                        supplier.name,
                        nation.name,
                        part.key,
                        part.manufacturer,
                        supplier.address,
                        supplier.phone,
                        supplier.comment)
                .from(part)
                .join(partSupplier, partSupplier.partKey.eq(part.key))
                .join(supplier, supplier.key.eq(partSupplier.supplierKey))
                .join(nation, nation.key.eq(supplier.nationKey))
                .join(region, region.key.eq(nation.regionKey))
                .where(part.size.eq(15), part.type.endsWith("BRASS"), region.name.eq("EUROPE"))
                .where(partSupplier.supplyCost.eq(least))
                .orderBy(supplier.balance.desc(), nation.name.asc(), supplier.name.asc(), part.key.asc())
                .limit(100);
    }

    @Override
    public String text() {
        return """
                SELECT s_acctbal, s_name, n_name, p_partkey, p_mfgr, s_address, s_phone, s_comment
                FROM part, supplier, partsupp, nation, region
                WHERE p_partkey = ps_partkey AND s_suppkey = ps_suppkey AND p_size = 15 AND p_type LIKE '%BRASS'
                  AND s_nationkey = n_nationkey AND n_regionkey = r_regionkey AND r_name = 'EUROPE'
                  AND ps_supplycost = (SELECT min(ps_supplycost) FROM partsupp, supplier, nation, region
                    WHERE p_partkey = ps_partkey AND s_suppkey = ps_suppkey AND s_nationkey = n_nationkey
                      AND n_regionkey = r_regionkey AND r_name = 'EUROPE')
                ORDER BY s_acctbal DESC, n_name, s_name, p_partkey
                LIMIT 100""";
    }
}
