package dev.azoth.langchain4j;

import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.EmbeddingStoreAddAllContract;
import dev.langchain4j.store.embedding.EmbeddingStoreRemoveAllContract;

/** What LangChain4j says of lists that do not fit each other, and of those with nothing in them. */
@EveryDatabase
class PublishedContractsTest implements EmbeddingStoreAddAllContract, EmbeddingStoreRemoveAllContract {
    private final Database db;

    PublishedContractsTest(Database db) {
        this.db = db;
    }

    @Override
    public EmbeddingStore<TextSegment> embeddingStore() {
        return AzothEmbeddingStore.open(db.engine(), "contracts", o -> o.dimensions(3));
    }
}
