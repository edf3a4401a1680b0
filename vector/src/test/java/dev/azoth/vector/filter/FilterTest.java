package dev.azoth.vector.filter;

import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.type.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilterTest {
    private final Map<String, Object> metadata = Json.parse("""
                    {"lang": "en", "year": 2020, "price": 149.99, "open": true, "none": null, "tags": ["a", 1, ["b"], null],
                     "place": {"city": "Delft", "a.b": 1}, "digits": "2020"}""").object();

    private void matches(Filter filter) {
        assertThat(filter.matches(metadata)).isTrue();
        assertThat(filter.not().matches(metadata)).isFalse();
        assertThat(filter.not().not()).isEqualTo(filter);
    }

    private void matchesNot(Filter filter) {
        matches(filter.not());
    }

    @Test
    void equalsByTypeAndValue() {
        matches(field("lang").eq("en"));
        matchesNot(field("lang").eq("EN"));
        matches(field("year").eq(2020));
        matches(field("year").eq(2020.0));
        matches(field("price").eq(new BigDecimal("149.990")));
        matches(field("open").eq(true));
        matchesNot(field("open").eq(1));
        matchesNot(field("digits").eq(2020));
        matchesNot(field("year").eq("2020"));
    }

    @Test
    void aMissingValueEqualsNothingAndDiffersFromAll() {
        matchesNot(field("nope").eq("en"));
        matches(field("nope").ne("en"));
        matches(field("nope").notIn("en", "de"));
        matches(field("none").ne("en"));
        matchesNot(field("nope").exists().and(field("nope").ne("en")));
    }

    @Test
    void aMissingValueIsNullButDoesNotExist() {
        matches(field("nope").isNull());
        matchesNot(field("nope").exists());
        matches(field("none").isNull());
        matches(field("none").exists());
        matches(field("lang").isNotNull());
    }

    @Test
    void ordersNumbersAndStringsEachAmongThemselves() {
        matches(field("year").gt(2019).and(field("year").lte(2020)));
        matches(field("price").between(149, 150));
        matchesNot(field("year").lt(2020));
        matches(field("lang").gte("en"));
        matchesNot(field("lang").gt(1));
        matchesNot(field("digits").gt(1));
        matchesNot(field("nope").gt(1));
        matchesNot(field("tags").gt(0));
    }

    @Test
    void ordersStringsByCodePoint() {
        Map<String, Object> emoji = Map.of("c", "😀");
        assertThat(field("c").gt("\uFFFD").matches(emoji)).isTrue();
        assertThat(field("c").gt("😁").matches(emoji)).isFalse();
        assertThat(field("c").gte("😀").matches(emoji)).isTrue();
    }

    @Test
    void aLetterHasTheFormsThatEqualsIgnoreCaseTakesForTheSame() {
        for (int i = 0; i <= Character.MAX_CODE_POINT; i++) {
            int folded = LetterCase.folded(i);
            if (folded != i) {
                assertThat(LetterCase.folded(folded)).isEqualTo(folded);
                assertThat(LetterCase.forms(i))
                        .isEqualTo(LetterCase.forms(folded))
                        .contains(Character.toString(i), Character.toString(folded));
            }
        }
        matches(field("lang").ilike("EN"));
        matches(field("lang").ilike("_N%"));
        matchesNot(field("lang").ilike("E"));
        matchesNot(field("lang").like("EN"));
    }

    @Test
    void likeTakesTheWholeText() {
        matches(field("lang").like("e%"));
        matches(field("lang").like("_n"));
        matchesNot(field("lang").like("E%"));
        matchesNot(field("lang").like("e"));
        matches(field("place", "city").containsText("elf"));
        matchesNot(field("year").like("%"));
        assertThat(field("p").like("100\\%%").matches(Map.of("p", "100% sure"))).isTrue();
        assertThat(field("p").like("100\\%%").matches(Map.of("p", "1000"))).isFalse();
        assertThat(field("p").like("%a%b%").matches(Map.of("p", "xxaxxbxx"))).isTrue();
    }

    @Test
    void aLongPatternTakesNoTime() {
        String text = "a".repeat(20_000);
        assertThat(field("p").like("%a".repeat(100) + "%b").matches(Map.of("p", text)))
                .isFalse();
    }

    @Test
    void listsContainTheirElements() {
        matches(field("tags").contains("a"));
        matches(field("tags").contains(1.0));
        matchesNot(field("tags").contains("b"));
        matchesNot(field("lang").contains("en"));
        matches(field("tags").containsAny(List.of("x", "a")));
        matchesNot(field("tags").containsAll(List.of("x", "a")));
    }

    @Test
    void goesIntoObjectsByNameAndTakesPointsAsTheyAre() {
        matches(field("place", "city").eq("Delft"));
        matches(field("place", "a.b").eq(1));
        matchesNot(field("place.city").exists());
        matchesNot(field("lang", "x").exists());
    }

    @Test
    void noneOfNothing() {
        matchesNot(field("lang").in(List.of()));
        matches(field("lang").notIn(List.of()));
        matches(Filter.all(List.of()));
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> field("a").eq(null)).hasMessage("a filter compares with no null: use isNull()");
        assertThatThrownBy(() -> field("a").eq(List.of(1)))
                .hasMessageStartingWith("a filter compares with a string, a number or a boolean, not with java.util.");
        assertThatThrownBy(() -> field("a").lt(true))
                .hasMessage("a boolean is neither less nor greater than another: use eq(…)");
        assertThatThrownBy(() -> field("a").eq(Double.NaN))
                .hasMessage("a filter compares with finite numbers, not with NaN");
        assertThatThrownBy(() -> field("a").like("x\\"))
                .hasMessage(
                        "a backslash stands before %, _ or another backslash, and at character 1 of this pattern it does not: x\\");
        assertThatThrownBy(() -> field("a\0b")).hasMessageContaining("the name of a field has a NUL at index 1");
        assertThatThrownBy(() -> field("a").eq("\uD800")).hasMessageContaining("half of a surrogate pair");
    }
}
