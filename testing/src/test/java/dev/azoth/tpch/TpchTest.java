package dev.azoth.tpch;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Query;
import dev.azoth.sql.Row;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expression language says what SQL says, and all databases understand the same by it. */
@EveryDatabase
class TpchTest {
    @PrepareDatabase
    static void load(Database database) {
        TpchData.load(database);
    }

    static Stream<TpchQuery> queries() {
        return Stream.of(
                new Q01PricingSummary(),
                new Q02MinimumCostSupplier(),
                new Q03ShippingPriority(),
                new Q04OrderPriority(),
                new Q05LocalSupplierVolume(),
                new Q06ForecastRevenue(),
                new Q07VolumeShipping(),
                new Q08NationalMarketShare(),
                new Q09ProductProfit(),
                new Q10ReturnedItems(),
                new Q11ImportantStock(),
                new Q12ShippingModes(),
                new Q13CustomerDistribution(),
                new Q14PromotionEffect(),
                new Q15TopSupplier(),
                new Q16PartSuppliers(),
                new Q17SmallQuantityRevenue(),
                new Q18LargeVolumeCustomer(),
                new Q19DiscountedRevenue(),
                new Q20PotentialPromotion(),
                new Q21SuppliersKeptWaiting(),
                new Q22GlobalSalesOpportunity());
    }

    @Test
    void theTablesHaveAHundredthOfTheirRows(Database database) {
        Map<String, Long> rows = new LinkedHashMap<>();
        try (Connection connection = database.engine().connect()) {
            for (Table table : Tpch.METADATA.tables()) {
                rows.put(
                        table.name(),
                        connection.execute(select(count()).from(table)).one());
            }
        }
        assertThat(rows)
                .isEqualTo(Map.of(
                        "region", 5L,
                        "nation", 25L,
                        "supplier", 100L,
                        "customer", 1_500L,
                        "part", 2_000L,
                        "partsupp", 8_000L,
                        "orders", 15_000L,
                        "lineitem", 60_175L));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void theExpressionLanguageGivesTheAnswer(TpchQuery query, Database database) {
        Answer.of(query).check(typed(query.typed(), database), isExact(database));
    }

    /** Over JDBC alone, so that it proves something of the other. */
    @ParameterizedTest
    @MethodSource("queries")
    void theTextGivesTheAnswer(TpchQuery query, Database database) throws SQLException {
        Answer.of(query).check(text(query, database), isExact(database));
    }

    private static boolean isExact(Database database) {
        return !database.name().equals("sqlite");
    }

    private static List<? extends List<?>> typed(Query<?> query, Database database) {
        try (Connection connection = database.engine().connect()) {
            return connection.execute(query).map(TpchTest::values).all();
        }
    }

    private static List<?> values(Object row) {
        return row instanceof Row several ? several.values() : Collections.singletonList(row);
    }

    private static List<? extends List<?>> text(TpchQuery query, Database database) throws SQLException {
        List<Expression<?>> columns = new ArrayList<>();
        query.typed().selection().forEach(selected -> columns.addAll(selected.expressions()));
        List<List<Object>> rows = new ArrayList<>();
        try (java.sql.Connection jdbc = database.jdbc();
                Statement statement = jdbc.createStatement();
                ResultSet result = statement.executeQuery(StandardText.on(database.name(), query.text()))) {
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (Expression<?> column : columns) {
                    row.add(read(result.getString(row.size() + 1), column.type().javaType()));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static Object read(String value, Class<?> type) {
        if (type == BigDecimal.class) {
            return new BigDecimal(value);
        } else if (type == Double.class) {
            return Double.valueOf(value);
        } else if (type == LocalDate.class) {
            return LocalDate.parse(value);
        }
        return value;
    }
}
