package dev.azoth.vector.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.Types;
import dev.azoth.vector.Creation;
import dev.azoth.vector.VectorIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@EveryDatabase
class StoreOpeningTest {
    private final Engine engine;
    private final Database db;

    StoreOpeningTest(Database db) {
        this.db = db;
        this.engine = db.engine();
    }

    @Test
    void openingAgainFindsWhatIsThere() {
        DocumentStore.open(engine, "again", o -> o.dimensions(3))
                .add(Document.of("x").withEmbedding(new float[] {1, 2, 3}));
        DocumentStore again = DocumentStore.open(engine, "again");
        assertThat(again.count()).isEqualTo(1);
        assertThat(again.dimensions()).isEqualTo(3);
        assertThat(DocumentStore.open(engine, "again", o -> o.creation(Creation.REQUIRE))
                        .count())
                .isEqualTo(1);
        assertThat(DocumentStore.open(
                                engine, "again", o -> o.creation(Creation.SKIP).dimensions(3))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aCollectionThatIsRequiredMustBeThere() {
        DocumentStore.open(engine, "there", o -> o.dimensions(3));
        assertThatThrownBy(() ->
                        DocumentStore.open(engine, "nope", o -> o.dimensions(3).creation(Creation.REQUIRE)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "there is no collection nope: the database has no table of that name, and Creation.REQUIRE makes none");
        assertThat(engine.inspect().hasTable("nope")).isFalse();
    }

    @Test
    void dimensionsMustBeKnownToCreate() {
        assertThatThrownBy(() -> DocumentStore.open(engine, "unknown"))
                .hasMessage(
                        "there is no collection unknown yet, and to create it the dimensions of its vectors must be known:"
                                + " give an embedder, or dimensions(…)");
    }

    @Test
    void dimensionsMustBeThoseOfTheTable() {
        DocumentStore.open(engine, "narrow", o -> o.dimensions(3));
        assertThatThrownBy(() -> DocumentStore.open(engine, "narrow", o -> o.embedder(new Texts())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("narrow.embedding has vectors of 3 dimensions, but the embedder Texts gives vectors of 16:"
                        + " open the collection with what it was made with, or another collection");
        assertThatThrownBy(() -> DocumentStore.open(
                        engine, "x", o -> o.embedder(new Texts()).dimensions(3).embeddingBatch(0)))
                .hasMessage("""
                        these options of the store are wrong:
                          embeddingBatch must be at least 1, not 0
                          dimensions is 3, but the embedder Texts gives 16""");
    }

    @Test
    void anotherTableIsNoCollection() {
        MetaData metadata = new MetaData();
        Table.of(metadata, "other", Column.of("id", Types.INTEGER).primaryKey());
        metadata.createAll(engine);
        assertThatThrownBy(() -> DocumentStore.open(engine, "other", o -> o.dimensions(3)))
                .hasMessage(
                        "the table other is no collection of documents: it lacks [number, embedding, metadata, content];"
                                + " its columns are [id]");
    }

    @Test
    void eightMayOpenAtOnce() throws Exception {
        List<Engine> engines = new ArrayList<>();
        boolean own = db.name().equals("postgresql");
        for (int i = 0; i < 8; i++) {
            engines.add(own && i % 2 == 0 ? Engine.create(db.url()) : engine);
        }
        CyclicBarrier start = new CyclicBarrier(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<DocumentStore>> openings = engines.stream()
                    .<Callable<DocumentStore>>map(each -> () -> {
                        start.await();
                        DocumentStore store = DocumentStore.open(
                                each,
                                "raced",
                                o -> o.dimensions(3).words("english").index(VectorIndex.hnsw()));
                        // of those who add to an index of vectors at once, MariaDB may have one lose
                        each.retrying(
                                8,
                                connection -> store.in(connection)
                                        .add(Document.of("x").withEmbedding(new float[] {1, 2, 3})));
                        return store;
                    })
                    .toList();
            for (Future<DocumentStore> opened : threads.invokeAll(openings)) {
                opened.get();
            }
            assertThat(DocumentStore.open(engine, "raced").count()).isEqualTo(8);
        } finally {
            threads.shutdownNow();
            engines.stream().filter(each -> each != engine).forEach(Engine::close);
        }
    }
}
