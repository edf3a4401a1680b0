package dev.azoth.vector.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTest {
    @Test
    void hasAnIdOfItsOwnUnlessOneIsGiven() {
        assertThat(Document.of("a").id()).isNotEqualTo(Document.of("a").id());
        assertThat(Document.of("a").withId("x")).isEqualTo(Document.of("a").withId("x"));
    }

    @Test
    void metadataAreJson() {
        Document document = Document.of("a", Map.of("n", 1, "f", 1.5)).withMetadata("l", List.of(true));
        assertThat(document.metadata())
                .containsEntry("n", 1L)
                .containsEntry("f", new BigDecimal("1.5"))
                .containsEntry("l", List.of(true));
        assertThatThrownBy(() -> Document.of("a", Map.of("o", new Object())))
                .hasMessageStartingWith("JSON has no java.lang.Object");
    }

    @Test
    void itsVectorCannotBeChangedFromOutside() {
        float[] vector = {1};
        Document document = Document.of("a").withEmbedding(vector);
        vector[0] = 2;
        document.embedding().orElseThrow()[0] = 3;
        assertThat(document.embedding().orElseThrow()).containsExactly(1);
    }

    @Test
    void refusesWhatNotEveryDatabaseStores() {
        assertThatThrownBy(() -> Document.of("a\0b"))
                .hasMessage("the text of a document has a NUL at index 1, which not every database can store:"
                        + " take it out with replace(\"\\0\", \"\")");
        assertThatThrownBy(() -> Document.of("a", Map.of("k", List.of("\0"))))
                .hasMessageStartingWith("the metadata of a document has a NUL at index 0");
        assertThatThrownBy(() -> Document.of("a", Map.of("k\0", 1)))
                .hasMessageStartingWith("the metadata of a document has a NUL at index 1");
        assertThatThrownBy(() -> Document.of("\uDC00")).hasMessageContaining("half of a surrogate pair");
        assertThatThrownBy(() -> Document.of("a").withId(""))
                .hasMessage("the id of a document has from 1 to 512 characters, and this one has 0");
        assertThatThrownBy(() -> Document.of("a").withId("x".repeat(1_000_000)))
                .hasMessage("the id of a document has from 1 to 512 characters, and this one has 1000000");
    }
}
