package dev.azoth.compile;

import static dev.azoth.compile.Refusable.thing;
import static dev.azoth.sql.Sql.json;
import static dev.azoth.sql.Sql.jsonTable;
import static dev.azoth.sql.Sql.listParameter;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.median;
import static dev.azoth.sql.Sql.mode;
import static dev.azoth.sql.Sql.percentileDisc;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Sequence;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.JsonTable;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as a table, indexes of words, lists that are given, and percentiles, of which not every dialect has all. */
final class RefusableTexts {
    private RefusableTexts() {}

    static Map<String, Refusable> all() {
        Map<String, Refusable> all = new LinkedHashMap<>();
        Expression<Json> array = value(Json.parse("[]"), Types.JSON);
        JsonTable table = jsonTable(json(array)).column("a", Types.TEXT);
        all.put("JSON as a table", Refusable.of(select(table.get("a")).from(table)));
        JsonTable quoted = jsonTable(json(array)).column("a", Types.TEXT, element -> element.get("\""));
        all.put(
                "JSON as a table, of a name with a quotation mark",
                Refusable.of(select(quoted.get("a")).from(quoted)));
        all.put("index of words", indexOfWords("english"));
        all.put("index of words of no language", indexOfWords(""));
        Column<Integer> id = Column.of("id", Types.INTEGER).primaryKey();
        Table checked = Table.of(new MetaData(), "checked", id);
        checked.check("listed", id.in(listParameter("ids", Types.INTEGER)));
        all.put("list that is given, in a table", Refusable.of(checked));
        all.put("sequence of a table", sequence());
        percentiles(all);
        return all;
    }

    private static void percentiles(Map<String, Refusable> all) {
        FunctionCall<Double> middle = median(thing.amount);
        all.put("percentile by two keys", Refusable.of(middle.withinGroup(thing.amount, thing.id)));
        all.put("percentile of neither numbers, texts nor times", Refusable.of(percentileDisc(0.5, literal(true))));
        all.put("percentile over a window", Refusable.of(middle.over()));
        all.put(
                "percentile over a window, of some rows",
                Refusable.of(middle.filter(thing.id.gt(literal(1))).over()));
        all.put("most frequent value", Refusable.of(mode(thing.amount)));
    }

    private static Refusable indexOfWords(String language) {
        Column<String> text = Column.of("text", Types.TEXT);
        Table table =
                Table.of(new MetaData(), "words", Column.of("id", Types.INTEGER).primaryKey(), text);
        table.fulltextIndex("ft", language, List.of(text));
        return Refusable.of(table);
    }

    private static Refusable sequence() {
        Table table = Table.of(
                new MetaData(), "counted", Column.of("id", Types.INTEGER).primaryKey());
        table.sequence(Sequence.of("numbers"));
        return Refusable.of(table);
    }
}
