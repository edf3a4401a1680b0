package dev.azoth.examples.shop;

import static dev.azoth.examples.shop.Category_.category;
import static dev.azoth.examples.shop.Customer_.customer;
import static dev.azoth.examples.shop.Employee_.employee;
import static dev.azoth.examples.shop.OrderLine_.orderLine;
import static dev.azoth.examples.shop.Order_.order;
import static dev.azoth.examples.shop.Product_.product;
import static dev.azoth.examples.shop.Stock_.stock;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.countDistinct;
import static dev.azoth.sql.Sql.dateTrunc;
import static dev.azoth.sql.Sql.lag;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.multiply;
import static dev.azoth.sql.Sql.nested;
import static dev.azoth.sql.Sql.rowNumber;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.sumDecimal;
import static dev.azoth.sql.Sql.sumLong;
import static dev.azoth.type.Types.INTEGER;

import dev.azoth.orm.Session;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Condition;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Expression;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the company wants to know: each report is one statement, the same on every database. */
public final class Reports {
    private static final Expression<BigDecimal> TOTAL = sumDecimal(multiply(orderLine.price, orderLine.pieces));
    private static final Condition COUNTS = order.state.ne(OrderState.CANCELLED);

    private final Session session;

    public Reports(Session session) {
        this.session = session;
    }

    /** How much was sold of a category. */
    public record CategorySales(String category, long orders, BigDecimal total) {}

    /** Sales by category, the best first. */
    // tag::shop-categories
    public List<CategorySales> categories(LocalDate from, LocalDate to) {
        return session.execute(select(category.name, countDistinct(order.id), TOTAL)
                        .from(orderLine)
                        .join(order, orderLine.order.on(order))
                        .join(product, orderLine.product.on(product))
                        .join(category, product.category.on(category))
                        .where(order.ordered.between(from, to), COUNTS)
                        .groupBy(category.name)
                        .orderBy(TOTAL.desc(), category.name)
                        .as(CategorySales.class))
                .all();
    }
    // end::shop-categories

    /** What was sold in a month, since the start, and in the month before. */
    public record MonthSales(
            LocalDate month,
            BigDecimal total,
            BigDecimal soFar,
            @Nullable BigDecimal before) {}

    /** Sales by month, with a running total. */
    // tag::shop-months
    public List<MonthSales> months() {
        CommonTableExpression months = select(
                        dateTrunc(DateUnit.MONTH, order.ordered).as("month"), TOTAL.as("total"))
                .from(orderLine)
                .join(order, orderLine.order.on(order))
                .where(COUNTS)
                .groupBy(dateTrunc(DateUnit.MONTH, order.ordered))
                .cte("months");
        Expression<LocalDate> month = months.get("month", LocalDate.class);
        Expression<BigDecimal> total = months.get("total", BigDecimal.class);
        return session.execute(select(
                                month,
                                total,
                                sum(total).over(w -> w.orderBy(month)),
                                lag(total).over(w -> w.orderBy(month)))
                        .from(months)
                        .orderBy(month)
                        .as(MonthSales.class))
                .all();
    }
    // end::shop-months

    /** A customer and what it bought. */
    public record CustomerSales(String country, Customer customer, BigDecimal total) {}

    /** The best customers of each country: entities beside what is computed of them. */
    // tag::shop-customers
    public List<CustomerSales> bestCustomers(int ofEachCountry) {
        CommonTableExpression ranked = select(
                        order.customer.key(String.class).as("code"),
                        TOTAL.as("total"),
                        rowNumber()
                                .over(w -> w.partitionBy(customer.address.country)
                                        .orderBy(TOTAL.desc(), order.customer.key(String.class)))
                                .as("place"))
                .from(orderLine)
                .join(order, orderLine.order.on(order))
                .join(customer, order.customer.on(customer))
                .where(COUNTS)
                .groupBy(customer.address.country, order.customer.key(String.class))
                .cte("ranked");
        return session.execute(select(customer.address.country, customer, ranked.get("total", BigDecimal.class))
                        .from(customer)
                        .join(ranked, ranked.get("code", String.class).eq(customer.code))
                        .where(ranked.get("place", Long.class).le((long) ofEachCountry))
                        .orderBy(customer.address.country, ranked.get("place", Long.class))
                        .as(CustomerSales.class))
                .all();
    }
    // end::shop-customers

    /** Somebody, and how many are above. */
    public record Rank(String name, int above) {}

    /** Everybody below somebody, by a recursive query. */
    // tag::shop-ranks
    public List<Rank> ranks() {
        CommonTableExpression ranks = CommonTableExpression.recursive(
                "ranks",
                select(
                                employee.id.as("id"),
                                employee.name.as("name"),
                                literal(0).cast(INTEGER).as("above"))
                        .where(employee.manager.isNull()),
                soFar -> select(
                                employee.id,
                                employee.name,
                                soFar.get("above", Integer.class).plus(1))
                        .from(employee)
                        .join(soFar, employee.manager.key(Long.class).eq(soFar.get("id", Long.class))));
        return session.execute(select(ranks.get("name", String.class), ranks.get("above", Integer.class))
                        .from(ranks)
                        .orderBy(ranks.get("above", Integer.class), ranks.get("id", Long.class))
                        .as(Rank.class))
                .all();
    }
    // end::shop-ranks

    /** Two products that are bought in one order. */
    public record Pair(String first, String second, long orders) {}

    /** What is bought together most often. */
    // tag::shop-pairs
    public List<Pair> boughtTogether(int most) {
        OrderLine_ other = orderLine.as("other");
        Product_ second = product.as("second");
        return session.execute(select(product.name, second.name, count())
                        .from(orderLine)
                        .join(
                                other,
                                other.order
                                        .key(Long.class)
                                        .eq(orderLine.order.key(Long.class))
                                        .and(other.product.key(Long.class).gt(orderLine.product.key(Long.class))))
                        .join(product, orderLine.product.on(product))
                        .join(second, other.product.on(second))
                        .groupBy(product.id, product.name, second.id, second.name)
                        .orderBy(count().desc(), product.id, second.id)
                        .limit(most)
                        .as(Pair.class))
                .all();
    }
    // end::shop-pairs

    /** A product of which there is too little. */
    public record Shortage(Product product, long pieces, long least) {}

    /** Products to be ordered again. */
    // tag::shop-shortages
    public List<Shortage> shortages() {
        CommonTableExpression there = select(
                        stock.product.key(Long.class).as("product"),
                        sumLong(stock.pieces).as("pieces"),
                        sumLong(stock.least).as("least"))
                .from(stock)
                .groupBy(stock.product.key(Long.class))
                .cte("there");
        Expression<Long> pieces = there.get("pieces", Long.class);
        Expression<Long> least = there.get("least", Long.class);
        return session.execute(select(product, pieces, least)
                        .from(product)
                        .join(there, there.get("product", Long.class).eq(product.id))
                        .where(product.discontinued.eq(false), pieces.lt(least))
                        .orderBy(product.id)
                        .as(Shortage.class))
                .all();
    }
    // end::shop-shortages

    /** Customers who never ordered anything. */
    // tag::shop-silent
    public List<Customer> silent() {
        return session.execute(select(customer).where(customer.orders.isEmpty()).orderBy(customer.code))
                .all();
    }
    // end::shop-silent

    /** A line as it is printed. */
    public record SheetLine(String product, int pieces, BigDecimal price) {}

    /** An order as it is printed. */
    public record Sheet(long number, String company, List<SheetLine> lines) {}

    /** Orders of a day with their lines, in one statement. */
    // tag::shop-sheets
    public List<Sheet> sheets(LocalDate day) {
        var lines = nested(select(product.name, orderLine.pieces, orderLine.price)
                        .from(orderLine)
                        .join(product, orderLine.product.on(product))
                        .orderBy(product.name)
                        .as(SheetLine.class))
                .on(orderLine.order.key(Long.class).eq(order.id));
        return session.execute(select(order.id, customer.company, lines)
                        .from(order)
                        .join(customer, order.customer.on(customer))
                        .where(order.ordered.eq(day))
                        .orderBy(order.id)
                        .as(Sheet.class))
                .all();
    }
    // end::shop-sheets

    /** Orders that came later than promised, with their customers: two statements, however many there are. */
    // tag::shop-late
    public List<Order> late() {
        return session.execute(select(order)
                        .where(order.shipped.gt(order.promised))
                        .orderBy(order.shipped, order.id)
                        .options(selectinload(order.customer)))
                .all();
    }
    // end::shop-late
}
