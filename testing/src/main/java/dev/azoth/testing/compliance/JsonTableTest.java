package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.json;
import static dev.azoth.sql.Sql.jsonTable;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.trueCondition;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.BOOLEAN;
import static dev.azoth.type.Types.DATE;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.JSON;
import static dev.azoth.type.Types.NUMERIC;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.InvalidRequestException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.JsonTable;
import dev.azoth.sql.Subquery;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The elements of JSON arrays as rows. */
@EveryDatabase
class JsonTableTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private static final Column<Json> details = Column.of("details", JSON);
    private static final Table document = Table.of(METADATA, "document", id, details);

    private static final JsonTable lines = jsonTable(json(details).get("lines"))
            .column("sku", VARCHAR(20))
            .column("pieces", INTEGER)
            .withOrdinality("n")
            .named("line");

    @PrepareDatabase
    static void fill(Database db) {
        METADATA.createAll(db.engine());
        db.engine()
                .begin(connection -> connection.execute(insert(document)
                        .columns(id, details)
                        .row(
                                1,
                                Json.parse(
                                        "{\"lines\": [{\"sku\": \"a'1\", \"pieces\": 3, \"ok\": true, \"price\": 1.25,"
                                                + " \"to\": {\"city\": [\"x\", \"O\\\"slo\"]}, \"day\": \"2024-02-29\"},"
                                                + " {\"sku\": null, \"ok\": false}, {\"sku\": \"b\", \"pieces\": 4}]}"))
                        .row(2, Json.parse("{\"lines\": []}"))
                        .row(3, null)
                        .row(4, Json.parse("{\"lines\": {\"sku\": \"c\"}}"))
                        .row(5, Json.parse("{\"lines\": [{\"sku\": \"d\", \"pieces\": 5}]}"))));
    }

    @Test
    @Requires(Capability.JSON_TABLE)
    void elementsAreRows(Database db) {
        db.expect(select(id, lines.get("n"), lines.get("sku"), lines.get("pieces"))
                        .from(document)
                        .crossJoin(lines)
                        .orderBy(id, lines.get("n")))
                .sql(
                        "postgresql",
                        "SELECT document.id, line.n, line.sku, line.pieces FROM document CROSS JOIN LATERAL (SELECT (element #>> CAST(? AS TEXT[])) AS sku,"
                                + " CAST((element #>> CAST(? AS TEXT[])) AS INTEGER) AS pieces, ordinality AS n"
                                + " FROM jsonb_path_query((document.details #> CAST(? AS TEXT[])), 'strict $[*]', '{}', TRUE)"
                                + " WITH ORDINALITY AS elements (element, ordinality)) AS line ORDER BY document.id, line.n")
                .sql("mysql", standard())
                .sql("mariadb", standard())
                .rows(
                        List.of(1, 1L, "a'1", 3),
                        Arrays.asList(1, 2L, null, null),
                        List.of(1, 3L, "b", 4),
                        List.of(5, 1L, "d", 5));
    }

    private static String standard() {
        return "SELECT document.id, line.n, line.sku, line.pieces FROM document CROSS JOIN JSON_TABLE(json_extract(document.details, ?), '$[*]' COLUMNS"
                + " (sku VARCHAR(20) PATH '$.\"sku\"', pieces INT PATH '$.\"pieces\"', n FOR ORDINALITY)) AS line"
                + " ORDER BY document.id, line.n";
    }

    @Test
    @Requires(Capability.JSON_TABLE)
    void rowsWithoutElementsAreKeptByAnOuterJoin(Database db) {
        db.expect(select(id, lines.get("sku"), lines.get("n"))
                        .from(document)
                        .leftJoin(lines, trueCondition())
                        .where(id.ne(1))
                        .orderBy(id))
                .rows(
                        Arrays.asList(2, null, null),
                        Arrays.asList(3, null, null),
                        Arrays.asList(4, null, null),
                        List.of(5, "d", 1L));
    }

    @Test
    @Requires(Capability.JSON_TABLE)
    void placesInElementsAreColumnsOfAnyType(Database db) {
        JsonTable typed = jsonTable(json(details).get("lines"))
                .column("ok", BOOLEAN)
                .column("price", NUMERIC(10, 2))
                .column("day", DATE)
                .column("pieces", BIGINT)
                .column(
                        "city",
                        VARCHAR(9),
                        element -> element.get("to").get("city").get(1))
                .column("to", JSON)
                .element("whole");
        db.expect(select(
                                typed.get("ok"),
                                typed.get("price"),
                                typed.get("day"),
                                typed.get("pieces"),
                                typed.get("city"),
                                typed.get("to"))
                        .from(document)
                        .crossJoin(typed)
                        .where(id.eq(1).and(typed.get("pieces", Long.class).eq(3L))))
                .rows(List.of(
                        true,
                        new BigDecimal("1.25"),
                        LocalDate.of(2024, 2, 29),
                        3L,
                        "O\"slo",
                        Json.parse("{\"city\": [\"x\", \"O\\\"slo\"]}")));
        db.expect(select(typed.get("ok"), typed.get("price"), typed.get("to"), typed.get("whole"))
                        .from(document)
                        .crossJoin(typed)
                        .where(typed.get("ok", Boolean.class).eq(false)))
                .rows(Arrays.asList(false, null, null, Json.parse("{\"sku\": null, \"ok\": false}")));
    }

    @Test
    @Requires(Capability.JSON_TABLE)
    void elementsAreGroupedAndSelectedFrom(Database db) {
        var pieces = lines.get("pieces", Integer.class);
        db.expect(select(id, sum(pieces), count())
                        .from(document)
                        .crossJoin(lines)
                        .groupBy(id)
                        .orderBy(id))
                .rows(List.of(1, 7, 3L), List.of(5, 5, 1L));
        var sku = lines.get("sku", String.class);
        db.expect(select(sku, count())
                        .from(document)
                        .crossJoin(lines)
                        .where(pieces.gt(3))
                        .groupBy(sku)
                        .orderBy(sku))
                .rows(List.of("b", 1L), List.of("d", 1L));
        Subquery inner =
                select(lines.get("sku"), id).from(document).crossJoin(lines).subquery("q");
        db.expect(select(inner.get("sku")).from(inner).where(inner.get(id).eq(5)))
                .rows("d");
        var more = lines.as("more");
        db.expect(select(more.get("sku")).from(document).crossJoin(more).where(id.eq(5)))
                .rows("d");
    }

    /** MySQL takes JSON's null for none. */
    @Test
    @Requires(Capability.JSON_TABLE)
    void aBoundArrayIsATable(Database db) {
        JsonTable numbers = jsonTable(value(Json.parse("[1, \"x\", null, true, [2], 2.5]"), JSON))
                .element("each")
                .withOrdinality("n");
        db.expect(select(numbers.get("each")).from(numbers).orderBy(numbers.get("n")))
                .rows(
                        Json.parse("1"),
                        Json.parse("\"x\""),
                        db.name().equals("mysql") ? null : Json.parse("null"),
                        Json.parse("true"),
                        Json.parse("[2]"),
                        Json.parse("2.5"));
    }

    @Test
    @Requires(Capability.JSON_TABLE)
    void aFieldMayHaveAnyName(Database db) {
        for (String name : List.of("a b", "'", "\"", "$", ".", "?", "{}", "ä", "'; DROP TABLE document; --")) {
            JsonTable table = jsonTable(value(Json.of(List.of(Map.of(name, "found"))), JSON))
                    .column("it", VARCHAR(20), element -> element.get(name));
            if (name.equals("\"") && db.name().matches("mysql|mariadb")) {
                assertThatThrownBy(() ->
                                db.engine().compile(select(table.get("it")).from(table)))
                        .hasMessageContaining(
                                "has no JSON_TABLE of a field whose name has a quotation mark or a backslash");
            } else {
                db.expect(select(table.get("it")).from(table)).rows("found");
            }
        }
    }

    @Test
    void aTableHasColumnsOfItsElements(Database db) {
        assertThatThrownBy(() -> db.engine().compile(select(count()).from(jsonTable(json(details)))))
                .isInstanceOf(CompileException.class)
                .hasMessage("a JSON table has no columns: call column(…)");
        assertThatThrownBy(() -> jsonTable(json(details)).column("x", INTEGER, element -> json(details)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the column x is no place in the element: begin with it");
    }
}
