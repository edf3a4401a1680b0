package dev.azoth.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTest {
    private static final Map<String, Object> METADATA = Map.of(
            "lang",
            "en",
            "year",
            2024L,
            "draft",
            true,
            "tag",
            "2024",
            "author",
            Map.of("name", "le guin"),
            "eq",
            "a=b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lang=en",
                " lang = en ",
                "lang!=de",
                "year=2024",
                "year>2023",
                "year>=2024",
                "year<2024.5",
                "year<=2024",
                "draft=true",
                "tag='2024'",
                "tag=\"2024\"",
                "author.name=le guin",
                "author.name='le guin'",
                "eq=a=b",
                "lang>de",
                "missing!=x"
            })
    void holds(String condition) {
        assertThat(Where.parse(condition).matches(METADATA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lang=EN", "year=2023", "tag=2024", "year='2024'", "draft=false", "author=le guin", "missing=x"})
    void doesNotHold(String condition) {
        assertThat(Where.parse(condition).matches(METADATA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lang", "=en", "lang=", "lang==en", "a..b=c", ".a=b", "a b=c", "lang~en", "draft>true"})
    void isNoCondition(String condition) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Where.parse(condition))
                .withMessageContaining("'" + condition + "'");
    }

    @Test
    void valuesAreNeverNames() {
        assertThat(Where.parse("lang=en' OR '1'='1").matches(METADATA)).isFalse();
    }
}
