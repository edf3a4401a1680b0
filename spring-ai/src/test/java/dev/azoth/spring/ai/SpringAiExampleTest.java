package dev.azoth.spring.ai;

import static dev.azoth.vector.VectorIndex.hnsw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.filter.MissingFields;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.VectorStore;

/** What the manual shows of Spring AI. */
@EveryDatabase
class SpringAiExampleTest {
    @Test
    void fiveLinesStoreAndFind(Database db) {
        String url = db.url();
        EmbeddingModel model = new Words();
        // tag::spring-ai-store
        try (Engine engine = Engine.create(url)) {
            DocumentStore docs = DocumentStore.open(
                    engine,
                    "docs",
                    options -> options.embedder(new ModelEmbedder(model)).index(hnsw()));
            VectorStore store = AzothVectorStore.builder(docs, model).build();
            store.add(List.of(new Document("azoth dissolves everything", Map.of("lang", "en"))));
            List<Document> found = store.similaritySearch(SearchRequest.builder()
                    .query("what dissolves everything")
                    .filterExpression("lang == 'en'")
                    .build());
            // end::spring-ai-store
            assertThat(found).extracting(Document::getText).containsExactly("azoth dissolves everything");
            // tag::spring-ai-store
        }
        // end::spring-ai-store
    }

    @Test
    void optionsAndTransactions(Database db) {
        Engine engine = db.engine();
        EmbeddingModel model = new Words();
        ObservationRegistry observations = ObservationRegistry.create();
        DocumentStore docs = DocumentStore.open(
                engine,
                "chosen",
                options -> options.embedder(new ModelEmbedder(model)).words("english"));
        // tag::spring-ai-options
        AzothVectorStore store = AzothVectorStore.builder(docs, model)
                .observationRegistry(observations)
                .missingFields(MissingFields.LEFT_OUT)
                .searching((request, search) -> search.hybrid(request.getQuery()))
                .build();
        // end::spring-ai-options

        // tag::spring-ai-transaction
        engine.begin(connection -> {
            store.in(connection).delete("file == 'notes.md'");
            store.in(connection).add(List.of(new Document("new", Map.of("file", "notes.md"))));
        });
        // end::spring-ai-transaction
        assertThat(store.similaritySearch("new")).hasSize(1);
    }
}
