package dev.azoth.manual;

import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.any;
import static dev.azoth.sql.Sql.array;
import static dev.azoth.sql.Sql.arrayOf;
import static dev.azoth.sql.Sql.fulltext;
import static dev.azoth.sql.Sql.json;
import static dev.azoth.sql.Sql.jsonTable;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.type.Types.BOOLEAN;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.JSON;
import static dev.azoth.type.Types.TEXT;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FulltextSearch;
import dev.azoth.sql.JsonPath;
import dev.azoth.sql.JsonTable;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Query;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.TextSearch;
import dev.azoth.sql.TextSearch.Weight;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.Json;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class ExpressionsTest extends ShopTest {
    private static <T> List<T> rows(Database database, Query<T> query) {
        try (Connection connection = database.engine().connect()) {
            return connection.execute(query).all();
        }
    }

    @Test
    void operators(Database database) {
        // tag::expressions-operators
        Operator atLeast = Operator.custom(">=", Operator.GE.precedence());
        Select<Long> found = select(user.id)
                .where(Condition.of(user.id.plus(1L).operator(atLeast, value(2L), BOOLEAN)))
                .orderBy(user.id);

        record Name(String text) {}
        SqlType<Name> asName = TEXT.convert(Name.class, Name::new, Name::text);
        Select<Name> names = select(user.name.coerce(asName)).orderBy(user.id);
        // end::expressions-operators
        assertThat(rows(database, found)).hasSize(3);
        assertThat(rows(database, names)).hasSize(3);
    }

    @Test
    void looksIntoJson(Database database) {
        // tag::json-looked-into
        Expression<Json> details = value(Json.parse("{\"lines\": [{\"sku\": \"a1\", \"pieces\": 3}]}"), JSON);
        JsonPath line = json(details).get("lines").get(0);

        Select<Row> read = select(line.get("sku").asText(), line.get("pieces").asInteger(), line.kind());
        // end::json-looked-into
        assertThat(rows(database, read)).extracting(Row::values).containsExactly(List.of("a1", 3, "object"));
    }

    @Test
    void readsJsonAsATable(Database database) {
        Expression<Json> details = value(
                Json.parse(
                        "{\"lines\": [{\"sku\": \"a1\", \"pieces\": 3}, {\"sku\": \"b2\", \"to\": {\"city\": \"Oslo\"}}]}"),
                JSON);
        // tag::json-table
        JsonTable line = jsonTable(json(details).get("lines"))
                .column("sku", VARCHAR(20))
                .column("pieces", INTEGER)
                .column("city", VARCHAR(30), element -> element.get("to").get("city"))
                .withOrdinality("n")
                .named("line");
        Select<Row> lines = select(line.get("n"), line.get("sku"), line.get("pieces"))
                .from(line)
                .orderBy(line.get("n"));
        // end::json-table
        if (database.name().equals("h2")) {
            assertThatThrownBy(() -> database.engine().compile(lines)).isInstanceOf(CompileException.class);
        } else {
            assertThat(rows(database, lines))
                    .extracting(Row::values)
                    .containsExactly(List.of(1L, "a1", 3), Arrays.asList(2L, "b2", null));
        }
    }

    @Test
    void looksIntoArrays(Database database) {
        // tag::json-arrays
        Expression<List<String>> tags = value(List.of("sea", "food"), Types.array(VARCHAR(20)));

        Select<Row> asked =
                select(array(tags).get(0), array(tags).size(), array(tags).contains("food"));

        Select<Row> compared = select(
                user.name.eq(any(tags)), array(arrayOf(user.name, user.email)).size());
        // end::json-arrays
        if (database.name().matches("postgresql|h2|duckdb")) {
            assertThat(rows(database, asked)).extracting(Row::values).containsExactly(List.of("sea", 2, true));
            assertThat(rows(database, compared)).extracting(Row::values).contains(List.of(false, 2));
        } else {
            assertThatThrownBy(() -> database.engine().compile(asked)).isInstanceOf(CompileException.class);
        }
    }

    @Test
    void searchesTexts(Database database) {
        // tag::fulltext-search
        FulltextSearch search =
                fulltext(user.name, user.email).language("english").web("squid -patrick");

        Select<Row> found = select(user.id, search.rank())
                .where(search.matches())
                .orderBy(search.rank().desc());
        // end::fulltext-search
        if (database.name().matches("h2|duckdb")) {
            assertThatThrownBy(() -> database.engine().compile(found)).isInstanceOf(CompileException.class);
        } else {
            assertThat(database.engine().compile(found).sql()).contains("user_account");
        }
    }

    @Test
    void searchesPreparedTexts(Database database) {
        // tag::fulltext-functions
        Expression<String> words = TextSearch.concat(
                TextSearch.setweight(TextSearch.toTsvector("english", user.name), Weight.A),
                TextSearch.toTsvector("english", user.email));
        Expression<String> query = TextSearch.websearchToTsquery("english", "squid -patrick");
        Select<Row> ranked = select(user.id, TextSearch.tsHeadline("english", user.name, query))
                .where(TextSearch.matches(words, query))
                .orderBy(TextSearch.tsRank(words, query).desc());
        // end::fulltext-functions
        if (database.name().equals("postgresql")) {
            assertThat(rows(database, ranked)).isEmpty();
        } else {
            assertThatThrownBy(() -> database.engine().compile(ranked)).isInstanceOf(CompileException.class);
        }
    }

    @Test
    void matchesPatterns(Database database) {
        // tag::fulltext-regex
        Select<Row> masked = select(user.name.regexpReplace("(s)(.*)", "$1…"), user.name.regexpSubstring("[aeiou]+"))
                .where(user.name.iregexpMatch("^[ps]"));
        // end::fulltext-regex
        assertThat(rows(database, masked)).isNotEmpty();
    }
}
