package dev.azoth.vector.document;

import static dev.azoth.vector.document.Texts.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.Json;
import dev.azoth.vector.Creation;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a collection was made with is known to the next who opens it. Elsewhere another metric silently gives nonsense, and another model's vectors of as many dimensions do. */
@EveryDatabase
class CollectionInfoTest {
    private final Database db;

    CollectionInfoTest(Database db) {
        this.db = db;
    }

    /** The same vectors under a name. */
    private static final class NamedModel implements Embedder {
        private final Texts texts = new Texts();
        private final String name;

        NamedModel(String name) {
            this.name = name;
        }

        @Override
        public int dimensions() {
            return texts.dimensions();
        }

        @Override
        public String model() {
            return name;
        }

        @Override
        public float[] embed(String text) {
            return texts.embed(text);
        }
    }

    private DocumentStore open(Embedder model, Metric metric) {
        return DocumentStore.open(
                db.engine(),
                "known",
                o -> o.embedder(model).metric(metric).index(VectorIndex.hnsw()).properties(Map.of("owner", "o'x 😀")));
    }

    @Test
    void aCollectionKnowsWhatItWasMadeWith() {
        DocumentStore docs = open(new NamedModel("letters-1"), Metric.L2);
        CollectionInfo info = docs.info();
        assertThat(info.name()).isEqualTo("known");
        assertThat(info.metric()).isEqualTo(Metric.L2);
        assertThat(info.dimensions()).isEqualTo(docs.dimensions());
        assertThat(info.model()).contains("letters-1");
        assertThat(info.properties()).isEqualTo(Json.of(Map.of("owner", "o'x 😀")));
        assertThat(info.created()).isPresent();
        assertThat(DocumentStore.collections(db.engine())).containsExactly(info);

        assertThat(DocumentStore.open(db.engine(), "known", o -> o.properties(Map.of("owner", "another")))
                        .info())
                .isEqualTo(info);
        assertThat(DocumentStore.open(db.engine(), "known", o -> o.creation(Creation.REQUIRE))
                        .metric())
                .as("what was not said is as it was made")
                .isEqualTo(Metric.L2);
        docs.drop();
        assertThat(DocumentStore.collections(db.engine())).isEmpty();
    }

    @Test
    void anotherMetricOrModelIsRefusedByName() {
        DocumentStore docs = open(new NamedModel("letters-1"), Metric.COSINE);
        docs.add(document("1", "one"));
        assertThatThrownBy(() -> open(new NamedModel("letters-1"), Metric.L2))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "the collection known was made for COSINE, and is opened with L2: open it with what it was made with,"
                                + " or without metric(…)");
        assertThatThrownBy(() -> open(new NamedModel("letters-2"), Metric.COSINE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "the vectors of the collection known were made by letters-1, and are not comparable with those of letters-2:"
                                + " open it with that model, or embed its texts into another collection");
        assertThat(open(new Texts(), Metric.COSINE).count())
                .as("a model without a name")
                .isOne();
        docs.drop();
        open(new NamedModel("letters-2"), Metric.L2).drop();
    }

    /** As versions before this one left it, or as somebody did who dropped a table by hand. */
    @Test
    void aCollectionThatIsNotListedIsAsItsTable() {
        DocumentStore docs = open(new NamedModel("letters-1"), Metric.COSINE);
        db.engine().dropAll(MetaData.of(List.of(docs.table())));
        open(new NamedModel("letters-2"), Metric.L2).drop();
        DocumentStore again = open(new NamedModel("letters-1"), Metric.COSINE);
        db.engine().begin(connection -> connection.execute(Sql.text("DROP TABLE azoth_collection")));
        assertThat(DocumentStore.collections(db.engine())).isEmpty();
        assertThat(again.info())
                .isEqualTo(new CollectionInfo(
                        "known",
                        again.dimensions(),
                        Metric.COSINE,
                        Optional.empty(),
                        Json.of(Map.of()),
                        Optional.empty()));
        assertThat(open(new NamedModel("letters-2"), Metric.COSINE).count()).isZero();
        again.drop();
    }

    @Test
    void theListItselfIsNoCollection() {
        assertThatThrownBy(() -> DocumentStore.open(db.engine(), "azoth_collection", o -> o.dimensions(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("azoth_collection is the table of all collections, and no collection");
    }
}
