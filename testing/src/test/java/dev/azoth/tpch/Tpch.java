package dev.azoth.tpch;

import static dev.azoth.sql.Sql.literal;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.CHAR;
import static dev.azoth.type.Types.DATE;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.NUMERIC;
import static dev.azoth.type.Types.VARCHAR;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The eight tables of TPC-H: in the database with the names of its specification, in Java with plain ones. */
final class Tpch {
    static final MetaData METADATA = new MetaData();
    static final Regions region = new Regions();
    static final Nations nation = new Nations();
    static final Suppliers supplier = new Suppliers();
    static final Customers customer = new Customers();
    static final Parts part = new Parts();
    static final PartSuppliers partSupplier = new PartSuppliers();
    static final Orders order = new Orders();
    static final LineItems lineItem = new LineItems();

    private Tpch() {}

    static final class Regions extends Table {
        final Column<Long> key = column("r_regionkey", BIGINT).primaryKey();
        final Column<String> name = column("r_name", VARCHAR(25)).notNull();
        final Column<String> comment = column("r_comment", VARCHAR(152)).notNull();

        Regions() {
            super("region", METADATA);
        }
    }

    static final class Nations extends Table {
        final Column<Long> key = column("n_nationkey", BIGINT).primaryKey();
        final Column<String> name = column("n_name", VARCHAR(25)).notNull();
        final Column<Long> regionKey = column("n_regionkey", BIGINT).notNull().references(() -> region.key);
        final Column<String> comment = column("n_comment", VARCHAR(152)).notNull();

        Nations() {
            super("nation", METADATA);
        }
    }

    static final class Suppliers extends Table {
        final Column<Long> key = column("s_suppkey", BIGINT).primaryKey();
        final Column<String> name = column("s_name", VARCHAR(25)).notNull();
        final Column<String> address = column("s_address", VARCHAR(40)).notNull();
        final Column<Long> nationKey = column("s_nationkey", BIGINT).notNull().references(() -> nation.key);
        final Column<String> phone = column("s_phone", CHAR(15)).notNull();
        final Column<BigDecimal> balance = column("s_acctbal", NUMERIC(15, 2)).notNull();
        final Column<String> comment = column("s_comment", VARCHAR(101)).notNull();

        Suppliers() {
            super("supplier", METADATA);
        }
    }

    static final class Customers extends Table {
        final Column<Long> key = column("c_custkey", BIGINT).primaryKey();
        final Column<String> name = column("c_name", VARCHAR(25)).notNull();
        final Column<String> address = column("c_address", VARCHAR(40)).notNull();
        final Column<Long> nationKey = column("c_nationkey", BIGINT).notNull().references(() -> nation.key);
        final Column<String> phone = column("c_phone", CHAR(15)).notNull();
        final Column<BigDecimal> balance = column("c_acctbal", NUMERIC(15, 2)).notNull();
        final Column<String> segment = column("c_mktsegment", VARCHAR(10)).notNull();
        final Column<String> comment = column("c_comment", VARCHAR(117)).notNull();

        Customers() {
            super("customer", METADATA);
        }
    }

    static final class Parts extends Table {
        final Column<Long> key = column("p_partkey", BIGINT).primaryKey();
        final Column<String> name = column("p_name", VARCHAR(55)).notNull();
        final Column<String> manufacturer = column("p_mfgr", VARCHAR(25)).notNull();
        final Column<String> brand = column("p_brand", VARCHAR(10)).notNull();
        final Column<String> type = column("p_type", VARCHAR(25)).notNull();
        final Column<Integer> size = column("p_size", INTEGER).notNull();
        final Column<String> container = column("p_container", VARCHAR(10)).notNull();
        final Column<BigDecimal> retailPrice =
                column("p_retailprice", NUMERIC(15, 2)).notNull();
        final Column<String> comment = column("p_comment", VARCHAR(23)).notNull();

        Parts() {
            super("part", METADATA);
        }
    }

    static final class PartSuppliers extends Table {
        final Column<Long> partKey = column("ps_partkey", BIGINT).primaryKey().references(() -> part.key);
        final Column<Long> supplierKey =
                column("ps_suppkey", BIGINT).primaryKey().references(() -> supplier.key);
        final Column<Integer> available = column("ps_availqty", INTEGER).notNull();
        final Column<BigDecimal> supplyCost =
                column("ps_supplycost", NUMERIC(15, 2)).notNull();
        final Column<String> comment = column("ps_comment", VARCHAR(199)).notNull();

        PartSuppliers() {
            super("partsupp", METADATA);
            index(supplierKey);
        }
    }

    static final class Orders extends Table {
        final Column<Long> key = column("o_orderkey", BIGINT).primaryKey();
        final Column<Long> customerKey = column("o_custkey", BIGINT)
                .notNull()
                .references(() -> customer.key)
                .indexed();
        final Column<String> status = column("o_orderstatus", CHAR(1)).notNull();
        final Column<BigDecimal> totalPrice =
                column("o_totalprice", NUMERIC(15, 2)).notNull();
        final Column<LocalDate> date = column("o_orderdate", DATE).notNull();
        final Column<String> priority = column("o_orderpriority", VARCHAR(15)).notNull();
        final Column<String> clerk = column("o_clerk", CHAR(15)).notNull();
        final Column<Integer> shipPriority = column("o_shippriority", INTEGER).notNull();
        final Column<String> comment = column("o_comment", VARCHAR(79)).notNull();

        Orders() {
            super("orders", METADATA);
        }
    }

    static final class LineItems extends Table {
        final Column<Long> orderKey = column("l_orderkey", BIGINT).primaryKey().references(() -> order.key);
        final Column<Long> partKey = column("l_partkey", BIGINT).notNull().references(() -> part.key);
        final Column<Long> supplierKey = column("l_suppkey", BIGINT).notNull().references(() -> supplier.key);
        final Column<Integer> number = column("l_linenumber", INTEGER).primaryKey();
        final Column<BigDecimal> quantity = column("l_quantity", NUMERIC(15, 2)).notNull();
        final Column<BigDecimal> extendedPrice =
                column("l_extendedprice", NUMERIC(15, 2)).notNull();
        final Column<BigDecimal> discount = column("l_discount", NUMERIC(15, 2)).notNull();
        final Column<BigDecimal> tax = column("l_tax", NUMERIC(15, 2)).notNull();
        final Column<String> returnFlag = column("l_returnflag", CHAR(1)).notNull();
        final Column<String> status = column("l_linestatus", CHAR(1)).notNull();
        final Column<LocalDate> shipDate = column("l_shipdate", DATE).notNull();
        final Column<LocalDate> commitDate = column("l_commitdate", DATE).notNull();
        final Column<LocalDate> receiptDate = column("l_receiptdate", DATE).notNull();
        final Column<String> shipInstructions =
                column("l_shipinstruct", VARCHAR(25)).notNull();
        final Column<String> shipMode = column("l_shipmode", VARCHAR(10)).notNull();
        final Column<String> comment = column("l_comment", VARCHAR(44)).notNull();

        LineItems() {
            super("lineitem", METADATA);
            index(partKey, supplierKey);
        }

        /** What the customer pays, but for the tax. */
        Expression<BigDecimal> discountedPrice() {
            return extendedPrice.times(literal(BigDecimal.ONE).minus(discount));
        }
    }
}
