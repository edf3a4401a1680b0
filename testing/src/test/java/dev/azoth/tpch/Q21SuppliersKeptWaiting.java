package dev.azoth.tpch;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.exists;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.tpch.Tpch.lineItem;
import static dev.azoth.tpch.Tpch.nation;
import static dev.azoth.tpch.Tpch.order;
import static dev.azoth.tpch.Tpch.supplier;

import dev.azoth.sql.Label;
import dev.azoth.sql.Query;
import dev.azoth.sql.TableAlias;

/** Who alone kept orders waiting that others had a part in. */
final class Q21SuppliersKeptWaiting implements TpchQuery {
    @Override
    public Query<?> typed() {
        TableAlias other = lineItem.as("l2");
        TableAlias late = lineItem.as("l3");
        Label<Long> waiting = count().as("numwait");
        return select(supplier.name, waiting)
                .from(supplier)
                .join(lineItem, lineItem.supplierKey.eq(supplier.key))
                .join(order, order.key.eq(lineItem.orderKey))
                .join(nation, nation.key.eq(supplier.nationKey))
                .where(order.status.eq("F"), lineItem.receiptDate.gt(lineItem.commitDate))
                .where(exists(select(other.get(lineItem.number))
                        .where(other.get(lineItem.orderKey).eq(lineItem.orderKey))
                        .where(other.get(lineItem.supplierKey).ne(lineItem.supplierKey))))
                .where(exists(select(late.get(lineItem.number))
                                .where(late.get(lineItem.orderKey).eq(lineItem.orderKey))
                                .where(late.get(lineItem.supplierKey).ne(lineItem.supplierKey))
                                .where(late.get(lineItem.receiptDate).gt(late.get(lineItem.commitDate))))
                        .not())
                .where(nation.name.eq("SAUDI ARABIA"))
                .groupBy(supplier.name)
                .orderBy(waiting.desc(), supplier.name.asc())
                .limit(100);
    }

    @Override
    public String text() {
        return """
                SELECT s_name, count(*) AS numwait
                FROM supplier, lineitem l1, orders, nation
                WHERE s_suppkey = l1.l_suppkey AND o_orderkey = l1.l_orderkey AND o_orderstatus = 'F'
                  AND l1.l_receiptdate > l1.l_commitdate
                  AND EXISTS (SELECT * FROM lineitem l2 WHERE l2.l_orderkey = l1.l_orderkey AND l2.l_suppkey <> l1.l_suppkey)
                  AND NOT EXISTS (SELECT * FROM lineitem l3 WHERE l3.l_orderkey = l1.l_orderkey AND l3.l_suppkey <> l1.l_suppkey
                    AND l3.l_receiptdate > l3.l_commitdate)
                  AND s_nationkey = n_nationkey AND n_name = 'SAUDI ARABIA'
                GROUP BY s_name
                ORDER BY numwait DESC, s_name
                LIMIT 100""";
    }
}
