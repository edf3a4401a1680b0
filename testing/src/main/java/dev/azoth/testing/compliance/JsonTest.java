package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.json;
import static dev.azoth.sql.Sql.jsonArray;
import static dev.azoth.sql.Sql.jsonObject;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.nullValue;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Warehouse.METADATA;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.JSON;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.sql.JsonPath;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** JSON looked into, made and changed by the database. */
@EveryDatabase
@Requires(Capability.JSON)
class JsonTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private static final Column<Json> details = Column.of("details", JSON);
    private static final Table document = Table.of(METADATA, "document", id, details);

    private static final JsonPath path = json(details);

    @PrepareDatabase
    static void fill(Database db) {
        METADATA.createAll(db.engine());
        db.engine()
                .begin(connection -> connection.execute(insert(document)
                        .columns(id, details)
                        .row(
                                1,
                                Json.parse(
                                        "{\"a\": [1, {\"b\\\"c\": \"x\"}], \"none\": null, \"yes\": true, \"text\": \"t'xt\","
                                                + " \"number\": 1.5, \"whole\": 7}"))
                        .row(2, Json.parse("[1, 2]"))
                        .row(3, null)));
    }

    private static <T> T first(Database db, Expression<T> expression) {
        try (Connection connection = db.engine().connect()) {
            return connection
                    .execute(select(expression).from(document).where(id.eq(1)))
                    .one();
        }
    }

    @Test
    void aPlaceIsLookedInto(Database db) {
        db.expect(select(path.get("a").get(0)).where(id.eq(1)))
                .sql("postgresql", "SELECT (document.details #> CAST(? AS TEXT[])) FROM document WHERE document.id = ?")
                .sql("sqlite", "SELECT (document.details -> ?) FROM document WHERE document.id = ?")
                .sql("h2", "SELECT (document.details).\"a\"[1] FROM document WHERE document.id = ?")
                .sql("SELECT json_extract(document.details, ?) FROM document WHERE document.id = ?");
        assertThat(first(db, path.get("a").get(0))).isEqualTo(Json.parse("1"));
        assertThat(first(db, path.get("a").get(1))).isEqualTo(Json.parse("{\"b\\\"c\": \"x\"}"));
        assertThat(first(db, path.get("a").get(1).get("b\"c"))).isEqualTo(Json.parse("\"x\""));
        assertThat(first(db, path.get("zzz"))).isNull();
        assertThat(first(db, path.get("a").get(7))).isNull();
    }

    @Test
    void aPlaceIsReadAsAType(Database db) {
        assertThat(first(db, path.get("text").asText())).isEqualTo("t'xt");
        assertThat(first(db, path.get("number").asText())).isEqualTo("1.5");
        assertThat(first(db, path.get("yes").asText())).isEqualTo("true");
        assertThat(first(db, path.get("none").asText())).isNull();
        assertThat(first(db, path.get("zzz").asText())).isNull();
        assertThat(first(db, path.get("whole").asInteger())).isEqualTo(7);
        assertThat(first(db, path.get("whole").asLong())).isEqualTo(7);
        assertThat(first(db, path.get("number").asDouble())).isEqualTo(1.5);
        assertThat(first(db, path.get("number").asDecimal(5, 2))).isEqualByComparingTo(new BigDecimal("1.5"));
        assertThat(first(db, path.get("yes").asBoolean())).isTrue();
        assertThat(first(db, path.get("text").asBoolean())).isNull();
    }

    @Test
    void rowsAreFoundByWhatIsInTheirJson(Database db) {
        db.expect(select(id).from(document).where(path.get("text").asText().eq("t'xt")))
                .rows(1);
        db.expect(select(id).from(document).where(path.get(1).asInteger().eq(2)))
                .rows(2);
        db.expect(select(id).from(document).where(path.get("yes").asBoolean())).rows(1);
    }

    @Test
    void keysAreFound(Database db) {
        db.expect(select(id).from(document).where(path.hasKey("whole"))).rows(1);
        db.expect(select(id).from(document).where(path.hasAny("zzz", "text"))).rows(1);
        db.expect(select(id).from(document).where(path.hasAll("zzz", "text"))).rows();
        db.expect(select(id).from(document).where(path.hasAll("a", "text"))).rows(1);
        db.expect(select(id).from(document).where(path.get("a").get(1).exists()))
                .rows(1);
        db.expect(select(id).from(document).where(path.hasKey("none"))).rows(1);
    }

    @Test
    @Requires(Capability.JSON_CONTAINS)
    void jsonIsFoundInJson(Database db) {
        var query = select(id).from(document).where(path.contains(Json.parse("{\"yes\": true}")));
        db.expect(query).rows(1);
        for (String part :
                List.of("{}", "{\"a\": [1]}", "{\"a\": [{\"b\\\"c\": \"x\"}]}", "{\"whole\": 7}", "{\"none\": null}")) {
            assertThat(first(db, path.contains(Json.parse(part)))).as(part).isTrue();
        }
        for (String part : List.of("{\"a\": [2]}", "{\"zzz\": null}", "{\"text\": \"t\"}", "{\"whole\": \"7\"}")) {
            assertThat(first(db, path.contains(Json.parse(part)))).as(part).isFalse();
        }
    }

    @Test
    @Requires(Capability.JSON_LENGTH)
    void anArrayHasALength(Database db) {
        db.expect(select(path.length()).from(document).where(id.in(1, 2)).orderBy(id))
                .rows(null, 2);
        assertThat(first(db, path.get("a").length())).isEqualTo(2);
    }

    @Test
    void aValueIsOfAKind(Database db) {
        for (var each : Map.of(
                        "{\"a\": 1}",
                        "object",
                        "[1]",
                        "array",
                        "\"true\"",
                        "string",
                        "-1.5",
                        "number",
                        "7",
                        "number",
                        "false",
                        "boolean",
                        "true",
                        "boolean",
                        "null",
                        "null")
                .entrySet()) {
            Expression<Json> made = value(Json.parse("{\"v\": " + each.getKey() + "}"), JSON);
            assertThat(first(db, json(made).get("v").kind())).as(each.getKey()).isEqualTo(each.getValue());
        }
        assertThat(first(db, path.get("zzz").kind())).isNull();
        db.expect(select(path.kind()).from(document).orderBy(id)).rows("object", "array", null);
    }

    @Test
    @Requires(Capability.JSON_KEYS)
    void anObjectHasNames(Database db) {
        Expression<Json> small = value(Json.parse("{\"b\": 1, \"a\": {\"c'\": null}}"), JSON);
        assertThat(first(db, json(small).keys()).tree())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("a", "b");
        assertThat(first(db, json(small).get("a").keys())).isEqualTo(Json.parse("[\"c'\"]"));
        assertThat(first(db, json(value(Json.parse("{}"), JSON)).keys())).isEqualTo(Json.parse("[]"));
        assertThat(first(db, path.get("text").keys())).isNull();
    }

    @Test
    @Requires(Capability.JSON_PATCH)
    void anObjectIsPatched(Database db) {
        Expression<Json> small = value(Json.parse("{\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}"), JSON);
        assertThat(first(db, json(small).mergePatch(Json.parse("{\"b\": {\"c\": null}, \"e\": [4]}"))))
                .isEqualTo(Json.parse("{\"a\": 1, \"b\": {\"d\": 3}, \"e\": [4]}"));
    }

    @Test
    @Requires(Capability.JSON_PATHS)
    void aPathOfTheDatabasesOwn(Database db) {
        db.expect(select(id).from(document).where(path.pathExists("$.a[*]"))).rows(1);
        db.expect(select(id).from(document).where(path.pathExists("$.zzz"))).rows();
        if (db.name().equals("postgresql")) {
            db.expect(select(id).from(document).where(path.pathExists("$.whole ? (@ > 6)")))
                    .rows(1);
        }
    }

    @Test
    @Requires(Capability.JSON_CHANGES)
    void aPlaceIsSetOrRemoved(Database db) {
        Expression<Json> small = value(Json.parse("{\"a\": [1, 2], \"b\": 3}"), JSON);
        assertThat(first(db, json(small).get("a").get(1).set(value("x"))))
                .isEqualTo(Json.parse("{\"a\": [1, \"x\"], \"b\": 3}"));
        assertThat(first(db, json(small).get("c").set(value(Json.parse("{\"d\": []}"), JSON))))
                .isEqualTo(Json.parse("{\"a\": [1, 2], \"b\": 3, \"c\": {\"d\": []}}"));
        assertThat(first(db, json(small).get("b").set(literal(true))))
                .isEqualTo(Json.parse("{\"a\": [1, 2], \"b\": true}"));
        assertThat(first(db, json(small).get("a").remove())).isEqualTo(Json.parse("{\"b\": 3}"));
        assertThatThrownBy(path::remove).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void jsonIsMade(Database db) {
        assertThat(first(
                        db,
                        jsonObject(
                                id.as("id"),
                                value("te\"xt").as("te'xt"),
                                literal(true).as("yes"),
                                nullValue(TEXT).as("none"),
                                path.get("a").as("a"),
                                jsonArray(value(1), value("x"), nullValue(INTEGER))
                                        .as("list"))))
                .isEqualTo(Json.parse("{\"id\": 1, \"te'xt\": \"te\\\"xt\", \"yes\": true, \"none\": null,"
                        + " \"a\": [1, {\"b\\\"c\": \"x\"}], \"list\": [1, \"x\", null]}"));
    }

    @Test
    void aKeyMayBeAnyText(Database db) {
        for (String key :
                List.of("a b", "'", "\"", "\\", "]", "$", ".", "?", "{}", "ä", "'; DROP TABLE document; --")) {
            db.engine().begin(connection -> {
                connection.execute(insert(document).values(id, 9).values(details, Json.of(Map.of(key, "found"))));
                assertThat(connection
                                .execute(select(path.get(key).asText()).where(id.eq(9)))
                                .one())
                        .as("key %s", key)
                        .isEqualTo("found");
                connection.execute(delete(document).where(id.eq(9)));
            });
        }
    }
}
