package dev.azoth.langchain4j;

import static dev.azoth.vector.VectorIndex.hnsw;
import static dev.langchain4j.store.embedding.filter.MetadataFilterBuilder.metadataKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Search;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the manual shows of LangChain4j. */
@EveryDatabase
class LangChain4jExampleTest {
    @Test
    void fiveLinesStoreAndFind(Database db) {
        String url = db.url();
        EmbeddingModel model = new Words();
        // tag::langchain4j-store
        try (Engine engine = Engine.create(url)) {
            EmbeddingStore<TextSegment> store =
                    AzothEmbeddingStore.open(engine, "docs", options -> options.dimensions(model.dimension()));
            TextSegment segment = TextSegment.from("azoth dissolves everything", Metadata.from("lang", "en"));
            store.add(model.embed(segment).content(), segment);
            List<EmbeddingMatch<TextSegment>> found = store.search(EmbeddingSearchRequest.builder()
                            .queryEmbedding(
                                    model.embed("what dissolves everything").content())
                            .filter(metadataKey("lang").isEqualTo("en"))
                            .build())
                    .matches();
            // end::langchain4j-store
            assertThat(found)
                    .singleElement()
                    .satisfies(match -> assertThat(match.embedded()).isEqualTo(segment));
            // tag::langchain4j-store
        }
        // end::langchain4j-store
    }

    @Test
    void whatLangChain4jHasNoWordFor(Database db) {
        EmbeddingModel model = new Words();
        Engine engine = db.engine();
        // tag::langchain4j-searching
        AzothEmbeddingStore store = AzothEmbeddingStore.open(
                engine,
                "searched",
                options ->
                        options.dimensions(model.dimension()).words("english").index(hnsw()));
        EmbeddingStore<TextSegment> byWordsToo = store.searching((request, search) -> search.hybrid(request.query()));
        EmbeddingStore<TextSegment> diverse = store.searching((request, search) -> search.diverse(0.7));
        // end::langchain4j-searching
        store.add(model.embed("gold").content(), TextSegment.from("gold"));
        EmbeddingSearchRequest gold = EmbeddingSearchRequest.builder()
                .query("gold")
                .queryEmbedding(model.embed("silver").content())
                .build();
        assertThat(byWordsToo.search(gold).matches()).hasSize(1);
        assertThat(diverse.search(gold).matches()).hasSize(1);

        // tag::langchain4j-transaction
        engine.begin(connection -> {
            store.in(connection).removeAll(metadataKey("file").isEqualTo("notes.md"));
            store.in(connection).add(model.embed("new").content(), TextSegment.from("new"));
        });
        // end::langchain4j-transaction
        assertThat(store.documents().count()).isEqualTo(2);
    }

    @Test
    void modelsGoBothWays(Database db) {
        EmbeddingModel model = new Words();
        Engine engine = db.engine();
        // tag::langchain4j-models
        DocumentStore docs =
                DocumentStore.open(engine, "embedded", options -> options.embedder(new ModelEmbedder(model)));
        docs.search(Search.text("what dissolves everything"));
        // end::langchain4j-models
        assertThat(docs.dimensions()).isEqualTo(Words.DIMENSIONS);
    }
}
