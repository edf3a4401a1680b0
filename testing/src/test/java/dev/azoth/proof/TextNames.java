package dev.azoth.proof;

import static dev.azoth.proof.TextProbes.body;
import static dev.azoth.proof.TextProbes.id;
import static dev.azoth.proof.TextProbes.note;
import static dev.azoth.sql.Sql.column;
import static dev.azoth.sql.Sql.generateSeries;
import static dev.azoth.sql.Sql.jsonTable;
import static dev.azoth.sql.Sql.nextValue;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.table;
import static dev.azoth.sql.Sql.tableFunction;
import static dev.azoth.sql.Sql.tableSample;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;

import dev.azoth.engine.Connection;
import dev.azoth.schema.QueryTable;
import dev.azoth.schema.View;
import dev.azoth.sql.DerivedColumn;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Label;
import dev.azoth.sql.LooseColumn;
import dev.azoth.sql.LooseTable;
import dev.azoth.sql.Query;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import dev.azoth.sql.TableAlias;
import dev.azoth.sql.TableSample;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Names that are given to parts of statements, or that tables are looked for by. */
final class TextNames {
    private TextNames() {}

    /** A query of a column that is called so. */
    private static Query<?> read(String name, Function<Subquery, Expression<?>> column) {
        Subquery named = select(body.as(name)).from(note).subquery("named");
        return select(List.of(column.apply(named))).from(named);
    }

    /** Names that the statement gives itself: it finds what they mean. */
    static Map<String, Function<String, Query<?>>> given() {
        Map<String, Function<String, Query<?>>> probes = new HashMap<>();
        probes.put("Label.new(Expression,String)", text -> select(new Label<>(body, text)));
        probes.put(
                "DerivedColumn.new(FromItem,String,SqlType)",
                text -> read(text, named -> new DerivedColumn<>(named, text, TEXT)));
        probes.put("LooseColumn.new(String,SqlType)", text -> read(text, named -> new LooseColumn<>(text, TEXT)));
        probes.put("SqlTables.column(String,SqlType)", text -> read(text, named -> column(text, TEXT)));
        probes.put("SqlOutput.identifier(String)", text -> read(text, named -> TextContracts.name(text)));
        probes.put("TableAlias.new(NamedTable,String)", text -> Sql.select(new TableAlias(note, text)));
        probes.put(
                "Dml.cte(String)",
                text -> Sql.select(update(note).set(id, id).returning(body).cte(text)));
        Expression<Json> array = value(Json.parse("[{\"a\": 1}]"), Types.JSON);
        probes.put(
                "JsonTable.column(String,SqlType)",
                text -> Sql.select(jsonTable(array).column(text, TEXT)));
        probes.put(
                "JsonTable.column(String,SqlType,UnaryOperator)",
                text -> Sql.select(jsonTable(array).column(text, TEXT, each -> each.get(text))));
        probes.put(
                "JsonTable.element(String)", text -> Sql.select(jsonTable(array).element(text)));
        probes.put(
                "JsonTable.withOrdinality(String)",
                text -> Sql.select(jsonTable(array).withOrdinality(text)));
        probes.put(
                "JsonTable.named(String)",
                text -> Sql.select(jsonTable(array).element("a").named(text)));
        probes.put(
                "TableFunction.withOrdinality(String)",
                text -> Sql.select(generateSeries(value(1), value(2)).withOrdinality(text)));
        probes.put(
                "TableSample.named(String)",
                text -> Sql.select(
                        tableSample(note, TableSample.Method.BERNOULLI, 100).named(text)));
        probes.put(
                "TableSample.new(NamedTable,Method,BigDecimal,OptionalLong,String)",
                text -> Sql.select(new TableSample(
                        note, TableSample.Method.BERNOULLI, BigDecimal.valueOf(100), OptionalLong.empty(), text)));
        probes.put(
                "TextQuery.column(String,SqlType)",
                text -> text("SELECT body FROM note").column(text, TEXT));
        probes.put(
                "TextQuery.withOnly(String,SqlType)",
                text -> text("SELECT body FROM note").withOnly(text, TEXT));
        return probes;
    }

    /** Names of tables, schemas and keys that are not there. */
    static Map<String, BiConsumer<Connection, String>> asked() {
        Map<String, BiConsumer<Connection, String>> probes = new HashMap<>();
        LooseColumn<Integer> number = column("id", INTEGER);
        probes.put(
                "LooseTable.in(String)",
                (connection, text) -> read(connection, table("note", number).in(text)));
        probes.put(
                "LooseTable.new(String,Optional,List)",
                (connection, text) -> read(connection, new LooseTable(text, Optional.of(text), List.of(number))));
        probes.put(
                "SqlTables.table(String,LooseColumn[])", (connection, text) -> read(connection, table(text, number)));
        probes.put(
                "TableFunction.column(String,SqlType)",
                (connection, text) -> connection
                        .execute(Sql.select(tableFunction("generate_series", value(1), value(2))
                                .column(text, INTEGER)))
                        .all());
        probes.put(
                "Insert.onConstraint(String)",
                (connection, text) -> connection.execute(
                        Sql.insert(note).values(id, 1).onConstraint(text).doNothing()));
        probes.put(
                "SqlNumbers.nextValue(String)",
                (connection, text) ->
                        connection.execute(select(nextValue(text))).all());
        probes.put(
                "SqlNumbers.nextValue(String,String)",
                (connection, text) ->
                        connection.execute(select(nextValue(text, text))).all());
        Query<?> query = select(body).from(note);
        probes.put("QueryTable.of(String,Query)", (connection, text) -> {
            QueryTable.of(text, query).create(connection);
            QueryTable.of(text, query).drop(connection);
        });
        probes.put("View.of(String,Query)", (connection, text) -> {
            View.of(text, query).create(connection);
            View.of(text, query).drop(connection);
        });
        probes.put(
                "QueryTable.in(String)",
                (connection, text) -> QueryTable.of("there", query).in(text).create(connection));
        probes.put(
                "View.in(String)",
                (connection, text) -> View.of("there", query).in(text).create(connection));
        return probes;
    }

    private static void read(Connection connection, LooseTable table) {
        connection.execute(select(table.get("id"))).all();
    }
}
