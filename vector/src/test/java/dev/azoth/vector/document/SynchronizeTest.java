package dev.azoth.vector.document;

import static dev.azoth.vector.document.Texts.document;
import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.vector.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A part of a collection becomes what it should be, and what is there is not embedded again. */
@EveryDatabase
class SynchronizeTest {
    private static final Filter OF_FILE = field("file").eq("a.md");

    private final Texts model = new Texts();
    private final DocumentStore docs;

    SynchronizeTest(Database db) {
        docs = DocumentStore.open(db.engine(), "docs", o -> o.embedder(model));
        docs.add(
                document("a1", "first", "file", "a.md", "n", 1),
                document("a2", "second", "file", "a.md", "n", 2),
                document("a3", "third", "file", "a.md", "n", 3),
                document("b1", "other", "file", "b.md"));
        model.calls = 0;
    }

    @AfterEach
    void drop() {
        docs.drop();
    }

    @Test
    void onlyWhatIsNewOrHasAnotherTextIsEmbedded() {
        Synchronized done = docs.synchronize(
                OF_FILE,
                List.of(
                        document("a1", "first", "file", "a.md", "n", 1.0),
                        document("a2", "second", "file", "a.md", "n", 22),
                        document("a4", "fourth", "file", "a.md"),
                        document("a3", "third, changed", "file", "a.md", "n", 3)));
        assertThat(done).isEqualTo(new Synchronized(1, 1, 1, 1, 0));
        assertThat(model.calls).isEqualTo(2);
        assertThat(docs.get("a2").orElseThrow().metadata()).containsEntry("n", 22L);
        assertThat(docs.search(Search.text("third, changed").topK(1)).documents())
                .extracting(Document::id)
                .containsExactly("a3");
        assertThat(docs.search(Search.text("second").topK(1)).documents())
                .extracting(Document::id)
                .containsExactly("a2");
        assertThat(docs.count()).isEqualTo(5);
    }

    @Test
    void whatShouldNotBeThereIsDeletedAndNothingElse() {
        assertThat(docs.synchronize(OF_FILE, List.of(document("a2", "second", "file", "a.md", "n", 2))))
                .isEqualTo(new Synchronized(0, 0, 0, 1, 2));
        assertThat(model.calls).isZero();
        assertThat(docs.find(Filter.all(List.of()))).extracting(Document::id).containsExactly("a2", "b1");
        assertThat(docs.synchronize(OF_FILE, List.of())).isEqualTo(new Synchronized(0, 0, 0, 0, 1));
        assertThat(docs.synchronize(OF_FILE, List.of()).isUnchanged()).isTrue();
        assertThat(docs.count()).isOne();
    }

    @Test
    void whatIsWrongChangesNothing() {
        List<Document> before = docs.find(Filter.all(List.of()));
        assertThatThrownBy(() -> docs.synchronize(
                        OF_FILE, List.of(document("a9", "new", "file", "a.md"), document("c1", "x", "file", "c.md"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "document c1 is given for file = 'a.md', which is not true of its metadata {\"file\":\"c.md\"}");
        assertThatThrownBy(() -> docs.synchronize(OF_FILE, List.of(document("b1", "x", "file", "a.md"))))
                .hasMessage("document b1 is there already, and file = 'a.md' is not true of it:"
                        + " it would be taken from where it belongs");
        assertThatThrownBy(() -> docs.synchronize(
                        OF_FILE, List.of(document("a9", "new", "file", "a.md"), document("a9", "x", "file", "a.md"))))
                .hasMessageContaining("two of the documents given have the id a9");
        assertThat(docs.find(Filter.all(List.of()))).isEqualTo(before);
    }

    @Test
    void manyDocumentsGoPageByPage() {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            many.add(document("m" + i, "text " + i, "file", "a.md"));
        }
        assertThat(docs.synchronize(OF_FILE, many)).isEqualTo(new Synchronized(1_200, 0, 0, 0, 3));
        model.calls = 0;
        many.remove(700);
        many.set(3, document("m3", "another text", "file", "a.md"));
        assertThat(docs.synchronize(OF_FILE, many)).isEqualTo(new Synchronized(0, 1, 0, 1_198, 1));
        assertThat(model.calls).isEqualTo(1);
        assertThat(docs.count(OF_FILE)).isEqualTo(1_199);
    }

    @Test
    void anIdOfTheContentIsTheSameForTheSame() {
        Document one = Document.of("text", Map.of("a", 1, "b", List.of(Map.of("x", 100, "y", "é"))));
        Document same = Document.of("text", Map.of("b", List.of(Map.of("y", "é", "x", 100.0)), "a", 1.00));
        assertThat(one.withIdOfContent().id())
                .isEqualTo(same.withIdOfContent().id())
                .matches("[0-9a-f]{64}");
        for (Document other : List.of(
                Document.of("text ", one.metadata()),
                Document.of("text"),
                one.withMetadata("a", "1"),
                one.withMetadata("a", null),
                one.withMetadata("c", 1))) {
            assertThat(other.withIdOfContent().id())
                    .isNotEqualTo(one.withIdOfContent().id());
        }
        docs.synchronize(
                field("source").exists(), List.of(one.withMetadata("source", 1).withIdOfContent()));
        assertThat(docs.synchronize(
                                field("source").exists(),
                                List.of(same.withMetadata("source", 1).withIdOfContent()))
                        .isUnchanged())
                .isTrue();
    }
}
