package dev.azoth.langchain4j;

import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.EmbeddingStoreWithRemovalIT;
import org.junit.jupiter.api.BeforeEach;

/** What LangChain4j asks of a store that removes by ids, by filters and all. */
@EveryDatabase
class PublishedRemovalTest extends EmbeddingStoreWithRemovalIT {
    private final EmbeddingModel model = new Words();
    private final EmbeddingStore<TextSegment> store;

    PublishedRemovalTest(Database db) {
        store = AzothEmbeddingStore.open(db.engine(), "removal", o -> o.dimensions(model.dimension()));
    }

    @BeforeEach
    void clear() {
        store.removeAll();
    }

    @Override
    protected EmbeddingStore<TextSegment> embeddingStore() {
        return store;
    }

    @Override
    protected EmbeddingModel embeddingModel() {
        return model;
    }
}
