package dev.azoth.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "en, The cat is on the mat and that is all there is to it",
        "de, Die Katze liegt auf der Matte und das ist nicht alles",
        "fr, Le chat est dans la maison et les souris sont pour lui",
        "es, El gato es de la casa y los ratones son para el perro",
        "und, Lorem ipsum dolor sit amet",
        "und, 1234"
    })
    void isToldByItsCommonestWords(String language, String text) {
        assertThat(Language.ofText(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"guide.de.md, de", "docs/guide.en.txt, en"})
    void isToldByTheName(String name, String language) {
        assertThat(Language.ofName(name)).contains(language);
        assertThat(Language.ofName("release.v2.md")).isEmpty();
        assertThat(Language.ofName("guide.md")).isEmpty();
    }
}
