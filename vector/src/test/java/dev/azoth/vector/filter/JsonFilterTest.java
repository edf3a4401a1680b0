package dev.azoth.vector.filter;

import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.type.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Filters as JSON, as LangChain's stores take them, say what the same filters in Java do. */
class JsonFilterTest {
    private static Filter filter(String json) {
        return Filter.json(Json.parse(json.replace('`', '"')).object());
    }

    private static void same(String json, Filter expected) {
        assertThat(filter(json)).isEqualTo(expected);
    }

    @Test
    void everyOperator() {
        same("{`a`: 1}", field("a").eq(1));
        same("{`a`: {`$eq`: `x`}}", field("a").eq("x"));
        same("{`a`: {`$ne`: true}}", field("a").ne(true));
        same("{`a`: {`$lt`: 1}}", field("a").lt(1));
        same("{`a`: {`$lte`: 1.5}}", field("a").lte(1.5));
        same("{`a`: {`$gt`: `m`}}", field("a").gt("m"));
        same("{`a`: {`$gte`: 1}}", field("a").gte(1));
        same("{`a`: {`$in`: [1, `x`]}}", field("a").in(1, "x"));
        same("{`a`: {`$nin`: [1]}}", field("a").notIn(1));
        same("{`a`: {`$between`: [1, 5]}}", field("a").between(1, 5));
        same("{`a`: {`$like`: `x%`}}", field("a").like("x%"));
        same("{`a`: {`$ilike`: `x%`}}", field("a").ilike("x%"));
        same("{`a`: {`$exists`: true}}", field("a").exists());
        same("{`a`: {`$exists`: false}}", field("a").exists().not());
        same("{`a`: {`$null`: true}}", field("a").isNull());
        same("{`a`: {`$null`: false}}", field("a").isNotNull());
        same("{`a`: {`$contains`: 1}}", field("a").contains(1));
        same("{`a`: {`$containsAny`: [1, 2]}}", field("a").containsAny(List.of(1, 2)));
        same("{`a`: {`$containsAll`: [1, 2]}}", field("a").containsAll(List.of(1, 2)));
    }

    @Test
    void membersAreAllTrueAndLogicStandsAnywhere() {
        same("{}", Filter.all(List.of()));
        same("{`a`: 1, `b`: 2}", field("a").eq(1).and(field("b").eq(2)));
        same("{`a`: {`$gt`: 1, `$lt`: 5}}", field("a").gt(1).and(field("a").lt(5)));
        same("{`$or`: [{`a`: 1}, {`b`: 2}]}", field("a").eq(1).or(field("b").eq(2)));
        same(
                "{`$and`: [{`a`: 1}, {`$not`: {`b`: 2}}]}",
                field("a").eq(1).and(field("b").ne(2)));
        same("{`a`: {`$not`: {`$gt`: 1}}}", field("a").gt(1).not());
        same(
                "{`a`: {`$or`: [{`$lt`: 1}, {`$gt`: 5}]}}",
                field("a").lt(1).or(field("a").gt(5)));
    }

    @Test
    void fieldsAreInsideOthersByAPointOrAnObject() {
        same("{`place.city`: `Delft`}", field("place", "city").eq("Delft"));
        same("{`place`: {`city`: `Delft`}}", field("place", "city").eq("Delft"));
        same("{`place`: {`city`: {`$ne`: `Delft`}}}", field("place", "city").ne("Delft"));
        same("{`a\\\\.b`: 1}", field("a.b").eq(1));
        same("{`\\\\$a`: 1}", field("$a").eq(1));
        same("{`a\\\\\\\\`: 1}", field("a\\").eq(1));
        same("{``: 1}", field("").eq(1));
        same("{`a'; DROP TABLE docs; --`: 1}", field("a'; DROP TABLE docs; --").eq(1));
    }

    @Test
    void nullIsAValueThatIsMissingOrNull() {
        same("{`a`: null}", field("a").isNull());
        same("{`a`: {`$ne`: null}}", field("a").isNotNull());
        same("{`a`: {`$in`: [1, null]}}", field("a").in(1).or(field("a").isNull()));
        same("{`a`: {`$in`: []}}", field("a").in());
    }

    @Test
    void whatIsMissingIsUnequalOrNeither() {
        Map<String, Object> unequal = Map.of("a", Map.of("$ne", 1));
        Map<String, Object> none = Map.of("a", Map.of("$nin", List.of(1)));
        Map<String, Object> not = Map.of("a", Map.of("$not", Map.of("$eq", 1)));
        Map<String, Object> without = Map.of("b", 1);
        Map<String, Object> other = Map.of("a", 2);
        for (Map<String, Object> each : List.of(unequal, none, not)) {
            assertThat(Filter.json(each).matches(without)).isTrue();
            assertThat(Filter.json(each, MissingFields.LEFT_OUT).matches(other)).isTrue();
        }
        assertThat(Filter.json(unequal, MissingFields.LEFT_OUT).matches(without))
                .isFalse();
        assertThat(Filter.json(none, MissingFields.LEFT_OUT).matches(without)).isFalse();
        assertThat(Filter.json(not, MissingFields.LEFT_OUT).matches(without)).isTrue();
    }

    private static void wrong(String json, String place, String what) {
        assertThatThrownBy(() -> filter(json))
                .isInstanceOf(FilterSyntaxException.class)
                .hasMessageContaining(what.replace('`', '"'))
                .hasMessageContaining("at " + place)
                .extracting(each -> ((FilterSyntaxException) each).place())
                .isEqualTo(place);
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        wrong("{`a`: {`$gte`: [1]}}", "$.a.$gte", "a string, a number or a boolean");
        wrong("{`a`: {`$gte`: true}}", "$.a.$gte", "a boolean is neither less nor greater");
        wrong("{`a`: {`$lt`: null}}", "$.a.$lt", "{`$null`: true}");
        wrong(
                "{`a`: {`$is`: 1}}",
                "$.a.$is",
                "there is no operator $is: there are $and, $or, $not and $between, $contains");
        wrong("{`$gt`: 1}", "$.$gt", "is about no field");
        wrong("{`$and`: {`a`: 1}}", "$.$and", "takes a list of filters");
        wrong("{`$or`: []}", "$.$or", "with one at least");
        wrong("{`$or`: [{`a`: 1}, 2]}", "$.$or[1]", "takes an object");
        wrong("{`$not`: []}", "$.$not", "takes an object");
        wrong("{`a`: {}}", "$.a", "says nothing of the field");
        wrong("{`a`: {`$in`: 1}}", "$.a.$in", "takes a list, not Long");
        wrong("{`a`: {`$between`: [1]}}", "$.a.$between", "the least and the greatest value, not 1");
        wrong("{`a`: {`$like`: 1}}", "$.a.$like", "takes a string");
        wrong("{`a`: {`$like`: `x\\\\`}}", "$.a.$like", "a backslash stands before");
        wrong("{`a`: {`$exists`: 1}}", "$.a.$exists", "true or false");
        wrong("{`a\\\\`: 1}", "$.a\\", "two mean one");
        wrong("{`a`: [1, 2]}", "$.a", "a string, a number or a boolean");
    }

    @Test
    void nestingHasAnEnd() {
        Map<String, Object> deep = Map.of("a", 1);
        for (int i = 0; i < 5_000; i++) {
            deep = Map.of("$not", deep);
        }
        Map<String, Object> filter = deep;
        assertThatThrownBy(() -> Filter.json(filter))
                .isInstanceOf(FilterSyntaxException.class)
                .hasMessageContaining("more than 100 levels");
    }
}
