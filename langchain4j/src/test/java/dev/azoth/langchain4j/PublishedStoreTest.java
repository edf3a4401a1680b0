package dev.azoth.langchain4j;

import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.EmbeddingStoreWithFilteringIT;

/** What LangChain4j asks of a store that filters by metadata: adding, searching, metadata of all types, and every filter. */
@EveryDatabase
class PublishedStoreTest extends EmbeddingStoreWithFilteringIT {
    private final EmbeddingModel model = new Words();
    private final EmbeddingStore<TextSegment> store;

    PublishedStoreTest(Database db) {
        store = AzothEmbeddingStore.open(db.engine(), "published", o -> o.dimensions(model.dimension()));
    }

    @Override
    protected EmbeddingStore<TextSegment> embeddingStore() {
        return store;
    }

    @Override
    protected EmbeddingModel embeddingModel() {
        return model;
    }

    @Override
    protected void clearStore() {
        store.removeAll();
    }

    @Override
    protected boolean supportsContains() {
        return true;
    }
}
