package dev.azoth.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "-0",
                "0.0",
                "1e400",
                "\"\"",
                " [1 , 2 ] ",
                "\"\\u00e9\\ud83d\\ude00\"",
                "{\"a\":{\"b\":[null,false,\"x\"]},\"a b\":-12.5e-3}",
                "12345678901234567890123"
            })
    void whatIsReadAndWrittenAgainIsTheSame(String text) {
        Json json = Json.parse(text);

        assertThat(Json.of(json.tree())).isEqualTo(json).hasSameHashCodeAs(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\"}",
                "{a:1}",
                "01",
                "1.",
                "+1",
                ".5",
                "nul",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "[1] 2",
                "'a'",
                "NaN",
                "\"abc",
                "{\"a\":1,}",
                "--1",
                "1e"
            })
    void whatIsNotJsonIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not JSON: expected")
                .hasMessageContaining("at character");
    }

    @Test
    void numbersAreComparedAsNumbers() {
        assertThat(Json.parse("[1, 1.0, 10e-1]")).isEqualTo(Json.parse("[1.0,1,1]"));
        assertThat(Json.parse("1")).isEqualTo(Json.parse("1.0")).hasSameHashCodeAs(Json.parse("1.0"));
        assertThat(Json.parse("9007199254740993")).isNotEqualTo(Json.parse("9007199254740992"));
    }

    @Test
    void membersAreComparedWithoutTheirOrder() {
        assertThat(Json.parse("{\"a\":1,\"b\":2}")).isEqualTo(Json.parse("{\"b\":2,\"a\":1}"));
        assertThat(Json.parse("{\"a\":null}")).isNotEqualTo(Json.parse("{}"));
    }

    @Test
    void aTreeOfMapsAndListsBecomesJson() {
        Json json =
                Json.of(Map.of("list", Arrays.asList(1, 2L, 2.5, new BigDecimal("3.10"), true, null, "\u0000\"\\")));

        assertThat(json.object().get("list"))
                .isEqualTo(
                        Arrays.asList(1L, 2L, new BigDecimal("2.5"), new BigDecimal("3.10"), true, null, "\u0000\"\\"));
    }

    @Test
    void whatJsonLacksIsRefused() {
        assertThatThrownBy(() -> Json.of(Double.NaN)).hasMessage("JSON has no NaN");
        assertThatThrownBy(() -> Json.of(List.of(new Object()))).hasMessageContaining("JSON has no java.lang.Object");
        assertThatThrownBy(() -> Json.of(Map.of(1, 2))).hasMessageContaining("names are strings");
    }

    @Test
    void aHostileDepthIsAnErrorAndNoStackOverflow() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 1000 levels");
    }

    @Test
    void aLoneSurrogateIsEscaped() {
        assertThat(Json.of("\ud800x").text()).isEqualTo("\"\\ud800x\"");
        assertThat(Json.of("😀").text()).isEqualTo("\"😀\"");
    }
}
