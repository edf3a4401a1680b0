package dev.azoth.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.StatementCounter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each report says what the same company says in Java, by one statement. */
@EveryDatabase
class ReportsTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);

    private final ShopData data = new ShopData(300);
    private final StatementCounter counter = new StatementCounter();
    private Session session;
    private Reports reports;

    @PrepareDatabase
    static void fill(Database database) {
        new ShopData(300).fill(database.engine());
    }

    @BeforeEach
    void open(Database database) {
        session = SessionFactory.create(database.engine()).open();
        reports = new Reports(session);
        database.engine().listen(counter);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private <R> R inStatements(int statements, Supplier<R> report) {
        Map<String, R> given = new HashMap<>();
        counter.expect(statements, () -> given.put("", report.get()));
        return given.get("");
    }

    private static BigDecimal total(OrderLine line) {
        return line.price.multiply(BigDecimal.valueOf(line.pieces));
    }

    private <K> Map<K, BigDecimal> totals(Function<OrderLine, K> by) {
        return data.orders.stream()
                .filter(each -> each.state != OrderState.CANCELLED)
                .flatMap(each -> each.lines.stream())
                .collect(Collectors.groupingBy(
                        by, TreeMap::new, Collectors.reducing(BigDecimal.ZERO, ReportsTest::total, BigDecimal::add)));
    }

    @Test
    void salesByCategory(Database database) {
        Map<String, BigDecimal> expected =
                totals(line -> line.product.get().category.get().name);

        List<Reports.CategorySales> found = inStatements(1, () -> reports.categories(START, END));

        assertThat(found)
                .hasSize(5)
                .isSortedAccordingTo(
                        Comparator.comparing(Reports.CategorySales::total).reversed());
        assertThat(found)
                .allSatisfy(each -> assertThat(each.total()).isEqualByComparingTo(expected.get(each.category())));
    }

    @Test
    void salesByMonth(Database database) {
        Map<LocalDate, BigDecimal> expected =
                totals(line -> line.order.get().ordered.withDayOfMonth(1));

        List<Reports.MonthSales> found = inStatements(1, () -> reports.months());

        assertThat(found).extracting(Reports.MonthSales::month).containsExactlyElementsOf(expected.keySet());
        BigDecimal soFar = BigDecimal.ZERO;
        BigDecimal before = null;
        for (Reports.MonthSales each : found) {
            soFar = soFar.add(expected.get(each.month()));
            assertThat(each.total()).isEqualByComparingTo(expected.get(each.month()));
            assertThat(each.soFar()).isEqualByComparingTo(soFar);
            assertThat(each.before()).isEqualTo(before);
            before = each.total();
        }
    }

    @Test
    void bestCustomersOfEachCountry(Database database) {
        Map<String, BigDecimal> totals =
                totals(line -> line.order.get().customer.get().code);

        List<Reports.CustomerSales> found = inStatements(1, () -> reports.bestCustomers(2));

        assertThat(found)
                .extracting(Reports.CustomerSales::country)
                .containsExactly("DE", "DE", "IT", "IT", "JP", "JP", "SE", "SE");
        for (Reports.CustomerSales each : found) {
            assertThat(each.total()).isEqualByComparingTo(totals.get(each.customer().code));
            assertThat(session.get(Customer.class, each.customer().code)).containsSame(each.customer());
        }
        BigDecimal best = data.customers.stream()
                .filter(each -> each.address.country().equals("SE") && totals.containsKey(each.code))
                .map(each -> totals.get(each.code))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(found.get(6).total()).isEqualByComparingTo(best);
    }

    @Test
    void ranksOfEmployees(Database database) {
        List<Reports.Rank> found = inStatements(1, () -> reports.ranks());

        assertThat(found).extracting(Reports.Rank::above).containsExactly(0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2);
        assertThat(found.get(0).name()).isEqualTo("Employee 0");
    }

    @Test
    void productsBoughtTogether(Database database) {
        Map<List<String>, Long> expected = data.orders.stream()
                .flatMap(each -> each.lines.stream()
                        .flatMap(first -> each.lines.stream()
                                .filter(second -> data.products.indexOf(first.product.get())
                                        < data.products.indexOf(second.product.get()))
                                .map(second -> List.of(first.product.get().name, second.product.get().name))))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        List<Reports.Pair> found = inStatements(1, () -> reports.boughtTogether(10));

        assertThat(found).hasSize(10);
        assertThat(found.get(0).orders())
                .isEqualTo(expected.values().stream()
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
        assertThat(found)
                .allSatisfy(each ->
                        assertThat(each.orders()).isEqualTo(expected.get(List.of(each.first(), each.second()))));
    }

    @Test
    void shortages(Database database) {
        Map<String, Integer> pieces = data.products.stream()
                .collect(Collectors.toMap(
                        each -> each.name,
                        each -> each.stocks.stream()
                                .mapToInt(stock -> stock.pieces)
                                .sum()));

        List<Reports.Shortage> found = inStatements(1, () -> reports.shortages());

        assertThat(found).hasSize((int)
                pieces.values().stream().filter(each -> each < 60).count());
        assertThat(found).allSatisfy(each -> {
            assertThat(each.pieces()).isEqualTo(pieces.get(each.product().name).longValue());
            assertThat(each.least()).isEqualTo(60);
        });
    }

    @Test
    void customersWhoNeverOrdered(Database database) {
        List<String> ordered = data.orders.stream()
                .map(each -> each.customer.get().code)
                .distinct()
                .toList();

        assertThat(inStatements(1, () -> reports.silent()))
                .extracting(each -> each.code)
                .containsExactlyElementsOf(data.customers.stream()
                        .map(each -> each.code)
                        .filter(each -> !ordered.contains(each))
                        .toList());
    }

    @Test
    void ordersAsTheyArePrinted(Database database) {
        LocalDate day = data.orders.get(0).ordered;
        List<Order> expected =
                data.orders.stream().filter(each -> each.ordered.equals(day)).toList();

        List<Reports.Sheet> found = inStatements(1, () -> reports.sheets(day));

        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).company())
                    .isEqualTo(expected.get(i).customer.get().company);
            assertThat(found.get(i).lines())
                    .extracting(Reports.SheetLine::product)
                    .containsExactlyElementsOf(expected.get(i).lines.stream()
                            .map(each -> each.product.get().name)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void ordersThatCameLate(Database database) {
        List<Order> found = inStatements(2, () -> reports.late());

        assertThat(found)
                .hasSize((int) data.orders.stream()
                        .filter(each -> each.shipped != null && each.shipped.isAfter(each.promised))
                        .count())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.customer.isLoaded()).isTrue());
    }
}
