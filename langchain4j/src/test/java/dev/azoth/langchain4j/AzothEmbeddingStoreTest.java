package dev.azoth.langchain4j;

import static dev.azoth.vector.filter.Field.field;
import static dev.langchain4j.store.embedding.filter.MetadataFilterBuilder.metadataKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.azoth.engine.Connection;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.vector.Metric;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.listener.EmbeddingStoreListener;
import dev.langchain4j.store.embedding.listener.EmbeddingStoreResponseContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryDatabase
class AzothEmbeddingStoreTest {
    private final Database db;
    private final Words model = new Words();
    private AzothEmbeddingStore store;

    AzothEmbeddingStoreTest(Database db) {
        this.db = db;
    }

    @BeforeEach
    void open() {
        store = AzothEmbeddingStore.open(
                db.engine(), "docs", o -> o.dimensions(Words.DIMENSIONS).words("english"));
    }

    @AfterEach
    void drop() {
        store.documents().drop();
    }

    private String add(String text, Metadata metadata) {
        TextSegment segment = TextSegment.from(text, metadata);
        return store.add(model.embed(segment).content(), segment);
    }

    private List<EmbeddingMatch<TextSegment>> search(String text, @Nullable Filter filter) {
        return store.search(request(text).filter(filter).build()).matches();
    }

    private EmbeddingSearchRequest.EmbeddingSearchRequestBuilder request(String text) {
        return EmbeddingSearchRequest.builder()
                .query(text)
                .queryEmbedding(model.embed(text).content())
                .maxResults(10);
    }

    @Test
    void metadataComesBackWithItsTypes() {
        Metadata metadata = new Metadata()
                .put("string", "12")
                .put("empty", "")
                .put("emoji", "🜂 \"quoted\" \\ '")
                .put("a.name with $ [and] 'more'", "x")
                .put("uuid", UUID.fromString("8f9e5f6a-0c0a-4f3e-9d0a-5f2b1f8f6e11"))
                .put("integer", 12)
                .put("long", 12L)
                .put("longest", Long.MIN_VALUE)
                .put("float", 1.1f)
                .put("wholeFloat", 3f)
                .put("double", 1.1)
                .put("wholeDouble", 3.0)
                .put("large", Double.MAX_VALUE)
                .put("small", Double.MIN_VALUE)
                .put("notANumber", Double.NaN)
                .put("infinite", Float.NEGATIVE_INFINITY);
        add("all types", metadata);

        assertThat(search("all types", null).get(0).embedded()).isEqualTo(TextSegment.from("all types", metadata));
    }

    @Test
    void typesAreNotedOnlyWhereJsonLacksThem() {
        add("plain", new Metadata().put("lang", "en").put("year", 2024).put("price", 1.5));
        add("noted", new Metadata().put("price", 1.5f));

        assertThat(store.documents().find(field("lang").exists()).get(0).metadata())
                .containsOnlyKeys("lang", "year", "price");
        assertThat(store.documents().find(field("lang").isNull()).get(0).metadata())
                .containsEntry("$types", Map.of("price", "float"));
        assertThatThrownBy(() -> add("taken", new Metadata().put("$types", "x")))
                .hasMessage(
                        "the metadata of a segment has the name $types, under which the types of the other values are stored: choose another name");
    }

    @Test
    void documentsOfOthersAreSegmentsToo() {
        Document document = Document.of("from elsewhere", Map.of("tags", List.of("a", 1), "open", true, "year", 2024))
                .withMetadata("nothing", null)
                .withMetadata("$types", Map.of("year", "uuid", "open", "decimal"))
                .withEmbedding(model.embed("from elsewhere").content().vector());
        store.documents().add(document);

        assertThat(search("from elsewhere", metadataKey("year").isEqualTo(2024)))
                .singleElement()
                .satisfies(match -> assertThat(match.embedded().metadata().toMap())
                        .isEqualTo(Map.of("tags", "[\"a\",1]", "open", "true", "year", 2024)));
    }

    /** A store kept no metadata where the text was blank. */
    @Test
    void aBlankTextKeepsItsMetadata() {
        store.documents()
                .add(Document.of(" ", Map.of("lang", "en"))
                        .withId("blank")
                        .withEmbedding(model.embed("x").content().vector()));

        List<EmbeddingMatch<TextSegment>> found =
                search("x", metadataKey("lang").isEqualTo("en"));

        assertThat(found).extracting(EmbeddingMatch::embeddingId).containsExactly("blank");
        assertThat(found.get(0).embedded())
                .as("LangChain4j has no blank segments")
                .isNull();
        assertThat(store.documents().get("blank").orElseThrow().metadata()).containsEntry("lang", "en");
    }

    /** A store took UUIDs alone. */
    @Test
    void idsAreOfAnyFormAndReplaceWhatIsThere() {
        Embedding embedding = model.embed("x").content();
        store.addAll(List.of("notes.md#1", "2"), List.of(embedding, embedding), null);
        store.add("2", model.embed("y").content());
        store.addAll(
                List.of("notes.md#1", "3"),
                List.of(embedding, embedding),
                List.of(TextSegment.from("new"), TextSegment.from("more")));

        assertThat(search("x", null))
                .extracting(EmbeddingMatch::embeddingId)
                .containsExactlyInAnyOrder("notes.md#1", "2", "3");
        assertThat(store.documents().get("notes.md#1").orElseThrow().text()).isEqualTo("new");
        store.remove("notes.md#1");
        store.removeAll(List.of("2", "not there"));
        assertThat(search("x", null)).extracting(EmbeddingMatch::embeddingId).containsExactly("3");
    }

    /** A store cast to the type of the filter's value, so that one odd row made every query fail. */
    @Test
    void valuesOfOtherTypesAreNoError() {
        add("one", new Metadata().put("price", 149.99));
        add("two", new Metadata().put("price", "on request"));
        add("three", new Metadata());

        assertThat(search("one", metadataKey("price").isGreaterThan(100))).hasSize(1);
        assertThat(search("one", metadataKey("price").isEqualTo("on request"))).hasSize(1);
        assertThat(search("one", metadataKey("price").isIn(149.99f, 1))).hasSize(1);
        assertThat(search("one", metadataKey("price").isNotEqualTo(149.99))).hasSize(2);
        assertThat(search("one", metadataKey("price").isNotIn("on request", "x")))
                .hasSize(2);
        assertThat(search("one", Filter.not(metadataKey("price").isGreaterThan(100))))
                .hasSize(2);
    }

    /** A store wrote names and values of filters into its statements. */
    @Test
    void namesAndValuesOfFiltersAreBound() {
        String hostile = "x' OR 1=1 --\"); \\ $.a[0] %_";
        add("hostile", new Metadata().put(hostile, hostile));
        add("other", new Metadata().put("a", "b"));

        assertThat(search("x", metadataKey(hostile).isEqualTo(hostile))).hasSize(1);
        assertThat(search("x", metadataKey(hostile).containsString("--\"); \\ $.a[0] %")))
                .hasSize(1);
        assertThat(search("x", metadataKey("a").isEqualTo(hostile))).isEmpty();
        store.removeAll(metadataKey(hostile).isEqualTo("' OR '1'='1"));
        assertThat(search("x", null)).hasSize(2);
    }

    /** A store made its extension and its table on every connection. */
    @Test
    void nothingIsCreatedWhenItIsOpen() {
        List<String> statements = db.statements().during(() -> {
            store.add(model.embed("x").content(), TextSegment.from("x"));
            search("x", null);
            store.removeAll(metadataKey("a").isEqualTo(1));
        });
        assertThat(statements).isNotEmpty().noneMatch(sql -> sql.contains("CREATE") || sql.contains("ALTER"));
    }

    /** A store wrote the vector into the text of its query, a new one for the server each time. */
    @Test
    void theVectorIsNoPartOfTheStatement() {
        search("warm up", null);
        List<String> one = db.statements().during(() -> search("one", null));
        List<String> another = db.statements().during(() -> search("another", null));
        assertThat(one).isNotEmpty().isEqualTo(another);
    }

    @Test
    void itJoinsTheTransactionOfItsCaller() {
        try (Connection connection = db.engine().connect()) {
            store.in(connection).add(model.embed("x").content());
            connection.rollback();
        }
        assertThat(search("x", null)).isEmpty();
    }

    /** Scores of every metric are from 0 to 1, and a threshold of 0 leaves out nothing. */
    @Test
    void scoresAreFromZeroToOneWhateverTheMetric() {
        for (Metric metric : Metric.values()) {
            DocumentStore documents = DocumentStore.open(
                    db.engine(),
                    "by_" + metric.name().toLowerCase(Locale.ROOT),
                    o -> o.dimensions(2).metric(metric));
            AzothEmbeddingStore each = AzothEmbeddingStore.of(documents);
            each.addAll(List.of(Embedding.from(new float[] {1, 0}), Embedding.from(new float[] {-1, 0})));
            EmbeddingSearchRequest request = EmbeddingSearchRequest.builder()
                    .queryEmbedding(Embedding.from(new float[] {1, 0}))
                    .minScore(0.0)
                    .build();

            List<Double> scores = each.search(request).matches().stream()
                    .map(EmbeddingMatch::score)
                    .toList();

            assertThat(scores).as(metric.label()).hasSize(2);
            assertThat(scores.get(0)).isCloseTo(1, within(1e-6));
            assertThat(scores.get(1)).isCloseTo(metric == Metric.L2 || metric == Metric.L1 ? 1 / 3.0 : 0, within(1e-6));
            documents.drop();
        }
    }

    /** A vector of zeros has no cosine: where the distance is not a number, every threshold drops the row. */
    @Test
    void aVectorWithoutDirectionIsRefused() {
        assertThatThrownBy(() -> store.add("zero", Embedding.from(new float[Words.DIMENSIONS])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("document zero: docs.embedding is searched by cosine distance");
        assertThatThrownBy(() -> store.add("short", Embedding.from(new float[] {1, 2})))
                .hasMessage("document short: docs.embedding takes vectors of 32 dimensions, and this one has 2");
    }

    @Test
    void searchesMayBeChanged() {
        add("gold and silver", new Metadata());
        add("the order is 40001", new Metadata());

        List<EmbeddingMatch<TextSegment>> found = store.searching((request, search) -> search.hybrid("40001"))
                .searching((request, search) -> search.topK(1))
                .search(request("order").build())
                .matches();

        assertThat(found).singleElement().satisfies(match -> {
            assertThat(match.embedded().text()).isEqualTo("the order is 40001");
            assertThat(match.score()).as("the likeness, not the fusion's").isGreaterThan(0.5);
        });
    }

    @Test
    void aFilterOfOnesOwnIsRefused() {
        Filter own = new Filter() {
            @Override
            public boolean test(Object metadata) {
                return true;
            }
        };
        assertThatThrownBy(() -> search("x", own))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith(
                        "a database cannot test a filter of one's own, dev.azoth.langchain4j.AzothEmbeddingStoreTest$");
    }

    @Test
    void listenersAreTold() {
        List<String> told = new ArrayList<>();
        store.addListener(new EmbeddingStoreListener() {
                    @Override
                    public void onResponse(EmbeddingStoreResponseContext<?> response) {
                        told.add(response.getClass().getSimpleName());
                    }
                })
                .add(model.embed("x").content());
        assertThat(told).containsExactly("Add");
    }

    @Test
    void theIngestorOfLangChain4jFillsIt() {
        EmbeddingStoreIngestor.builder()
                .embeddingModel(model)
                .embeddingStore(store)
                .build()
                .ingest(dev.langchain4j.data.document.Document.from("a whole document", Metadata.from("file", "a.md")));
        assertThat(search("a whole document", metadataKey("file").isEqualTo("a.md")))
                .hasSize(1);
    }
}
