package dev.azoth.tpch;

import static java.util.stream.Collectors.joining;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import io.trino.tpch.CustomerGenerator;
import io.trino.tpch.Distributions;
import io.trino.tpch.LineItemGenerator;
import io.trino.tpch.NationGenerator;
import io.trino.tpch.OrderGenerator;
import io.trino.tpch.PartGenerator;
import io.trino.tpch.PartSupplierGenerator;
import io.trino.tpch.RegionGenerator;
import io.trino.tpch.SupplierGenerator;
import io.trino.tpch.TextPool;
import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

/** The data of TPC-H at scale 0.01, as its generator makes them while they are sent. */
final class TpchData {
    private static final double SCALE = 0.01;
    private static final Distributions WORDS = Distributions.getDefaultDistributions();
    /** Comments are cut out of it. The generator's own has 300 MB and takes seconds to make. */
    private static final TextPool COMMENTS = new TextPool(4 << 20, WORDS);

    private TpchData() {}

    /** Creates the tables and fills them. */
    static void load(Database database) {
        Tpch.METADATA.createAll(database.engine());
        database.engine().begin(connection -> {
            fill(connection, Tpch.region, TpchTable.REGION, new RegionGenerator(WORDS, COMMENTS));
            fill(connection, Tpch.nation, TpchTable.NATION, new NationGenerator(WORDS, COMMENTS));
            fill(connection, Tpch.supplier, TpchTable.SUPPLIER, new SupplierGenerator(SCALE, 1, 1, WORDS, COMMENTS));
            fill(connection, Tpch.customer, TpchTable.CUSTOMER, new CustomerGenerator(SCALE, 1, 1, WORDS, COMMENTS));
            fill(connection, Tpch.part, TpchTable.PART, new PartGenerator(SCALE, 1, 1, WORDS, COMMENTS));
            fill(
                    connection,
                    Tpch.partSupplier,
                    TpchTable.PART_SUPPLIER,
                    new PartSupplierGenerator(SCALE, 1, 1, COMMENTS));
            fill(connection, Tpch.order, TpchTable.ORDERS, new OrderGenerator(SCALE, 1, 1, WORDS, COMMENTS));
            fill(connection, Tpch.lineItem, TpchTable.LINE_ITEM, new LineItemGenerator(SCALE, 1, 1, WORDS, COMMENTS));
        });
        measure(database);
    }

    /** Has the database count what it now holds: what it would find out later, in the background, decides whether a query takes a second or a minute. */
    private static void measure(Database database) {
        String tables = Tpch.METADATA.tables().stream().map(Table::name).collect(joining(", "));
        String text = switch (database.name()) {
            case "mysql", "mariadb" -> "ANALYZE TABLE " + tables;
            default -> "ANALYZE";
        };
        try (java.sql.Connection jdbc = database.jdbc();
                Statement statement = jdbc.createStatement()) {
            statement.execute(text);
        } catch (SQLException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static <E extends TpchEntity> void fill(
            Connection connection, Table table, TpchTable<E> description, Iterable<E> entities) {
        List<TpchColumn<E>> columns = description.getColumns();
        List<String> names = columns.stream().map(TpchColumn::getColumnName).toList();
        connection.copyIn(table, new ParameterRows(names, () -> rows(columns, entities.iterator())));
    }

    private static <E extends TpchEntity> Iterator<Object[]> rows(List<TpchColumn<E>> columns, Iterator<E> entities) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entities.hasNext();
            }

            @Override
            public Object[] next() {
                E entity = entities.next();
                return columns.stream().map(column -> value(column, entity)).toArray();
            }
        };
    }

    private static <E extends TpchEntity> Object value(TpchColumn<E> column, E entity) {
        return switch (column.getType().getBase()) {
            case IDENTIFIER -> column.getIdentifier(entity);
            case INTEGER -> column.getInteger(entity);
            case DOUBLE -> BigDecimal.valueOf(column.getDouble(entity)).setScale(2);
            case DATE -> LocalDate.ofEpochDay(column.getDate(entity));
            case VARCHAR -> column.getString(entity);
        };
    }
}
