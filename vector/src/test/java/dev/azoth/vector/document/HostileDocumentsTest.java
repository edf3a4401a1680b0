package dev.azoth.vector.document;

import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.vector.VectorIndex;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people and machines put into texts, ids and names. */
@EveryDatabase
class HostileDocumentsTest {
    private static final float[] VECTOR = {1, 0};
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "'",
            "\"",
            "`",
            "\\",
            "''",
            "\\'",
            "'; DROP TABLE docs; --",
            "\"; DROP TABLE docs; --",
            "/* */ -- #",
            "? ?? :name ::text $1 ${x} %s {}",
            "select",
            "NULL",
            "é e\u0301 ß İ ı",
            "😀👩‍👩‍👧 🇳🇱",
            "文書\u200f\u202e",
            "\u0001\u001f\u007f\u0080",
            "\t\r\n",
            "\uFEFF\uFFFE\uFFFF",
            "a\u2028b",
            "{\"a\":1}",
            "\\u0041 \\x41 \\N \\.");

    private final Database db;

    HostileDocumentsTest(Database db) {
        this.db = db;
    }

    @Test
    void comesBackAsItWentIn() {
        DocumentStore docs = DocumentStore.open(db.engine(), "docs", o -> o.dimensions(2));
        List<Document> all = TEXTS.stream()
                .map(text -> Document.of(text, Map.of("t" + text, text, "list", List.of(text)))
                        .withId("id" + text)
                        .withEmbedding(VECTOR))
                .toList();
        docs.add(all);
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            Document found = docs.get("id" + text).orElseThrow();
            assertThat(found.text()).isEqualTo(text);
            assertThat(found.metadata()).isEqualTo(all.get(i).metadata());
            assertThat(docs.find(field("t" + text).eq(text))).containsExactly(found);
            assertThat(docs.find(field("t" + text).containsText(text))).containsExactly(found);
            assertThat(docs.count(field("list").contains(text))).isEqualTo(1);
        }
        docs.upsert(all);
        assertThat(docs.count()).isEqualTo(TEXTS.size());
        assertThat(docs.delete(TEXTS.stream().map(text -> "id" + text).toList()))
                .isEqualTo(TEXTS.size());
        docs.drop();
    }

    @Test
    void aMillionCharactersAreTaken() {
        DocumentStore docs = DocumentStore.open(db.engine(), "long_docs", o -> o.dimensions(2));
        String text = "x😀'\"\\".repeat(200_000);
        Document document = Document.of(text, Map.of("long", text, "k".repeat(10_000), 1))
                .withId("😀".repeat(Document.LONGEST_ID / 2))
                .withEmbedding(VECTOR);
        docs.add(document);
        docs.upsert(document.withMetadata("again", true));
        Document found = docs.get(document.id()).orElseThrow();
        assertThat(found.text()).isEqualTo(text);
        assertThat(found.metadata()).containsEntry("long", text).containsEntry("again", true);
        assertThat(docs.find(field("long").eq(text))).hasSize(1);
        assertThat(docs.find(field("long").ne(text))).isEmpty();
        assertThat(docs.find(field("k".repeat(10_000)).eq(1))).hasSize(1);
        assertThat(docs.find(field("long").gt("x"))).hasSize(1);
        assertThat(docs.search(Search.vector(VECTOR)).documents()).containsExactly(found);
        docs.drop();
    }

    @Test
    void aCollectionMayHaveAnyNameThatTablesHave() {
        for (String name : List.of(
                "select",
                "Docs",
                "a b",
                "x\"; DROP TABLE y; --",
                "x'y",
                "a`b",
                "a.b",
                "é文",
                "? :x",
                "%",
                "q".repeat(50))) {
            DocumentStore docs =
                    DocumentStore.open(db.engine(), name, o -> o.dimensions(2).index(VectorIndex.hnsw()));
            docs.add(Document.of(name, Map.of("a", 1)).withId("1").withEmbedding(VECTOR));
            docs.upsert(Document.of(name, Map.of("a", 2)).withId("1").withEmbedding(VECTOR));
            docs = DocumentStore.open(db.engine(), name, o -> o.index(VectorIndex.hnsw()));
            assertThat(docs.search(Search.vector(VECTOR).where(field("a").gt(1)))
                            .documents())
                    .extracting(Document::text)
                    .containsExactly(name);
            assertThat(docs.delete(field("a").eq(2))).isEqualTo(1);
            docs.drop();
            assertThat(db.engine().inspect().hasTable(name)).isFalse();
        }
    }
}
