package dev.azoth.vector.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"docs", "Docs", "select", "a b", "x\"; DROP TABLE y; --", "a.b", "'", "`", "é", "文書", "50"})
    void takesWhatEveryDatabaseTakesForATable(String name) {
        assertThat(CollectionName.checked(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a ", "a\0", "a\nb", "😀", "\uD800"})
    void refusesOthers(String name) {
        assertThatThrownBy(() -> CollectionName.checked(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the name of a collection");
    }

    @Test
    void countsBytes() {
        assertThatThrownBy(() -> CollectionName.checked("é".repeat(26)))
                .hasMessageStartingWith(
                        "the name of a collection has from 1 to 50 bytes in UTF-8, and this one has 52");
    }
}
