package dev.azoth.spring.ai;

import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.vector.document.DocumentStore;
import java.time.Duration;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.springframework.ai.test.vectorstore.BaseVectorStoreTests;
import org.springframework.ai.vectorstore.VectorStore;

/** What Spring AI asks of its stores. */
@EveryDatabase
class PublishedVectorStoreTest extends BaseVectorStoreTests {
    private final VectorStore store;

    PublishedVectorStoreTest(Database db) {
        DocumentStore documents = DocumentStore.open(db.engine(), "published", o -> o.dimensions(Words.DIMENSIONS));
        Awaitility.setDefaultPollDelay(Duration.ZERO); // what is written is there at once
        store = AzothVectorStore.builder(documents, new Words()).build();
    }

    @Override
    protected void executeTest(Consumer<VectorStore> test) {
        test.accept(store);
    }
}
