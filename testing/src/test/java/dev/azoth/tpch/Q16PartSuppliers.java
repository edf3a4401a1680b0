package dev.azoth.tpch;

import static dev.azoth.sql.Sql.countDistinct;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.tpch.Tpch.part;
import static dev.azoth.tpch.Tpch.partSupplier;
import static dev.azoth.tpch.Tpch.supplier;

import dev.azoth.sql.Label;
import dev.azoth.sql.Query;

/** How many suppliers, but for those complained of, have parts of a kind. */
final class Q16PartSuppliers implements TpchQuery {
    @Override
    public Query<?> typed() {
        Label<Long> suppliers = countDistinct(partSupplier.supplierKey).as("supplier_cnt");
        return select(part.brand, part.type, part.size, suppliers)
                .from(partSupplier)
                .join(part, part.key.eq(partSupplier.partKey))
                .where(
                        part.brand.ne("Brand#45"),
                        part.type.startsWith("MEDIUM POLISHED").not())
                .where(part.size.in(49, 14, 23, 45, 19, 3, 36, 9))
                .where(partSupplier.supplierKey.notIn(
                        select(supplier.key).where(supplier.comment.like("%Customer%Complaints%"))))
                .groupBy(part.brand, part.type, part.size)
                .orderBy(suppliers.desc(), part.brand.asc(), part.type.asc(), part.size.asc());
    }

    @Override
    public String text() {
        return """
                SELECT p_brand, p_type, p_size, count(DISTINCT ps_suppkey) AS supplier_cnt
                FROM partsupp, part
                WHERE p_partkey = ps_partkey AND p_brand <> 'Brand#45' AND p_type NOT LIKE 'MEDIUM POLISHED%'
                  AND p_size IN (49, 14, 23, 45, 19, 3, 36, 9)
                  AND ps_suppkey NOT IN (SELECT s_suppkey FROM supplier WHERE s_comment LIKE '%Customer%Complaints%')
                GROUP BY p_brand, p_type, p_size
                ORDER BY supplier_cnt DESC, p_brand, p_type, p_size""";
    }
}
