package dev.azoth.tpch;

import static dev.azoth.sql.Sql.avgDecimal;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.exists;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.substring;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.tpch.Tpch.customer;
import static dev.azoth.tpch.Tpch.order;

import dev.azoth.sql.Expression;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.Subquery;
import java.math.BigDecimal;
import java.util.List;

/** Where there are customers with money who never ordered. */
final class Q22GlobalSalesOpportunity implements TpchQuery {
    @Override
    public Query<?> typed() {
        Expression<String> country = substring(customer.phone, 1, 2);
        List<String> countries = List.of("13", "31", "23", "29", "30", "18", "17");
        Select<BigDecimal> mean =
                select(avgDecimal(customer.balance)).where(customer.balance.gt(BigDecimal.ZERO), country.in(countries));
        Subquery sale = select(country.as("cntrycode"), customer.balance)
                .where(country.in(countries), customer.balance.gt(mean.scalar()))
                .where(exists(select(order.key).where(order.customerKey.eq(customer.key)))
                        .not())
                .subquery("custsale");
        Expression<String> code = sale.get("cntrycode", String.class);
        return select(
                        code,
                        count().as("numcust"),
                        sum(sale.get(customer.balance)).as("totacctbal"))
                .groupBy(code)
                .orderBy(code);
    }

    @Override
    public String text() {
        return """
                SELECT cntrycode, count(*) AS numcust, sum(c_acctbal) AS totacctbal
                FROM (
                  SELECT SUBSTRING(c_phone FROM 1 FOR 2) AS cntrycode, c_acctbal
                  FROM customer
                  WHERE SUBSTRING(c_phone FROM 1 FOR 2) IN ('13', '31', '23', '29', '30', '18', '17')
                    AND c_acctbal > (SELECT avg(c_acctbal) FROM customer
                      WHERE c_acctbal > 0.00 AND SUBSTRING(c_phone FROM 1 FOR 2) IN ('13', '31', '23', '29', '30', '18', '17'))
                    AND NOT EXISTS (SELECT * FROM orders WHERE o_custkey = c_custkey)
                ) custsale
                GROUP BY cntrycode
                ORDER BY cntrycode""";
    }
}
