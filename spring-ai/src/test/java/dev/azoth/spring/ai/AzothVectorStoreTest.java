package dev.azoth.spring.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.azoth.engine.Connection;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.filter.MissingFields;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.VectorStore;
import org.springframework.ai.vectorstore.filter.Filter;
import org.springframework.ai.vectorstore.filter.FilterExpressionBuilder;

@EveryDatabase
class AzothVectorStoreTest {
    private final Database db;
    private final Words model = new Words();
    private final FilterExpressionBuilder where = new FilterExpressionBuilder();
    private DocumentStore documents;
    private AzothVectorStore store;

    AzothVectorStoreTest(Database db) {
        this.db = db;
    }

    @BeforeEach
    void open() {
        documents = DocumentStore.open(
                db.engine(), "docs", o -> o.dimensions(Words.DIMENSIONS).words("english"));
        store = AzothVectorStore.builder(documents, model).build();
    }

    @AfterEach
    void drop() {
        documents.drop();
    }

    private static Document document(String id, String text, Object... metadata) {
        Document.Builder builder = Document.builder().id(id).text(text);
        for (int i = 0; i < metadata.length; i += 2) {
            builder.metadata((String) metadata[i], metadata[i + 1]);
        }
        return builder.build();
    }

    private List<String> found(String filter) {
        return ids(store, SearchRequest.builder().query("x").topK(100).filterExpression(filter));
    }

    private List<String> found(Filter.Expression filter) {
        return ids(store, SearchRequest.builder().query("x").topK(100).filterExpression(filter));
    }

    private static List<String> ids(VectorStore store, SearchRequest.Builder request) {
        return store.similaritySearch(request.build()).stream()
                .map(Document::getId)
                .sorted()
                .toList();
    }

    @Test
    void everyFilterOfSpringAi() {
        store.add(List.of(
                document("bg", "one", "country", "BG", "year", 2020, "open", true),
                document("nl", "two", "country", "NL", "year", 2021.5),
                document("none", "three")));

        assertThat(found("country == 'BG'")).containsExactly("bg");
        assertThat(found("country != 'BG'")).containsExactly("nl", "none");
        assertThat(found("year > 2020")).containsExactly("nl");
        assertThat(found("year >= 2020 && year < 2021.5")).containsExactly("bg");
        assertThat(found("year <= 2021.5")).containsExactly("bg", "nl");
        assertThat(found("country in ['BG', 'DE'] || year == 2021.5")).containsExactly("bg", "nl");
        assertThat(found("country nin ['BG', 'DE']")).containsExactly("nl", "none");
        assertThat(found("not (country == 'BG' or open == true)")).containsExactly("nl", "none");
        assertThat(found("open == true")).containsExactly("bg");
        assertThat(found(new Filter.Expression(Filter.ExpressionType.ISNULL, new Filter.Key("country"))))
                .containsExactly("none");
        assertThat(found(new Filter.Expression(Filter.ExpressionType.ISNOTNULL, new Filter.Key("country"))))
                .containsExactly("bg", "nl");
        assertThat(found(where.in("year", 2020, 2021.5).build())).containsExactly("bg", "nl");

        store.delete("year > 2020");
        store.delete(where.eq("country", "BG").build());
        assertThat(found((Filter.Expression) null)).containsExactly("none");
    }

    /** A store negated by De Morgan, and so lost rows on the way. */
    @Test
    void notIsTheOppositeWhateverIsMissing() {
        store.add(List.of(
                document("text", "one", "year", "unknown"),
                document("none", "two"),
                document("new", "three", "year", 2024)));

        assertThat(found(where.not(where.gt("year", 2020)).build())).containsExactly("none", "text");
        assertThat(found(where.not(where.in("year", 2024)).build())).containsExactly("none", "text");
        assertThat(found(where.not(where.not(where.eq("year", 2024))).build())).containsExactly("new");
    }

    @Test
    void documentsWithoutTheKeyAreLeftOutWhereThatIsSaid() {
        store.add(List.of(
                document("a", "one", "lang", "de"), document("b", "two", "lang", "en"), document("none", "three")));
        AzothVectorStore strict = AzothVectorStore.builder(documents, model)
                .missingFields(MissingFields.LEFT_OUT)
                .build();

        assertThat(ids(strict, SearchRequest.builder().query("x").filterExpression("lang != 'en'")))
                .containsExactly("a");
        assertThat(ids(strict, SearchRequest.builder().query("x").filterExpression("lang nin ['en']")))
                .containsExactly("a");
        assertThat(ids(strict, SearchRequest.builder().query("x").filterExpression("not (lang == 'en')")))
                .containsExactly("a", "none");
    }

    /** A store wrote its filters into its statements. */
    @Test
    void namesAndValuesOfFiltersAreBound() {
        String hostile = "x') OR 1=1 --\"'::jsonpath; \\ $.a[0]";
        store.add(List.of(
                document("hostile", "one", hostile, hostile, "a.b", 1), document("other", "two", "a", Map.of("b", 1))));

        assertThat(found(where.eq(hostile, hostile).build())).containsExactly("hostile");
        assertThat(found(where.eq("a", hostile).build())).isEmpty();
        assertThat(found(where.eq("a.b", 1).build())).as("a name is a name").containsExactly("hostile");
        store.delete(where.eq("' OR '1'='1", "' OR '1'='1").build());
        assertThat(documents.count()).isEqualTo(2);
    }

    @Test
    void aMalformedFilterIsToldWithItsPlace() {
        assertThatThrownBy(() -> found(
                        new Filter.Expression(Filter.ExpressionType.EQ, new Filter.Value("a"), new Filter.Value("b"))))
                .hasMessage("EQ has a key at its left, not Value[value=a]");
        assertThatThrownBy(() -> found(
                        new Filter.Expression(Filter.ExpressionType.EQ, new Filter.Key("a"), new Filter.Value(null))))
                .hasMessage(
                        "EQ has a value at its right, not Value[value=null]; for null there are ISNULL and ISNOTNULL");
        assertThatThrownBy(() -> found(where.eq("a", new Object()).build()))
                .hasMessage(
                        "a java.lang.Object is no string, number, boolean, date, list or map: turn it into one of them");
    }

    @Test
    void metadataIsJson() {
        UUID uuid = UUID.fromString("8f9e5f6a-0c0a-4f3e-9d0a-5f2b1f8f6e11");
        store.add(List.of(document(
                "all",
                "one",
                "text",
                "🜂 \"'\\",
                "int",
                12,
                "long",
                Long.MAX_VALUE,
                "double",
                1.5,
                "boolean",
                true,
                "list",
                Arrays.asList(1, null, "a"),
                "array",
                new int[] {1, 2},
                "map",
                Map.of("inner", List.of(2.5)),
                "enum",
                Metric.L2,
                "uuid",
                uuid,
                "date",
                LocalDate.of(2024, 2, 29),
                "time",
                Date.from(Instant.ofEpochMilli(1_500)),
                "instant",
                Instant.ofEpochMilli(1_000))));

        Map<String, Object> metadata = store.similaritySearch("one").get(0).getMetadata();

        metadata.remove("distance");
        assertThat(metadata)
                .containsEntry("text", "🜂 \"'\\")
                .containsEntry("int", 12)
                .containsEntry("long", Long.MAX_VALUE)
                .containsEntry("double", 1.5)
                .containsEntry("boolean", true)
                .containsEntry("list", Arrays.asList(1, null, "a"))
                .containsEntry("array", List.of(1, 2))
                .containsEntry("map", Map.of("inner", List.of(2.5)))
                .containsEntry("enum", "L2")
                .containsEntry("uuid", uuid.toString())
                .containsEntry("date", "2024-02-29")
                .containsEntry("time", "1970-01-01T00:00:01.500000000Z")
                .containsEntry("instant", "1970-01-01T00:00:01.000000000Z")
                .hasSize(13);
        assertThat(found(where.gt("time", Instant.ofEpochMilli(1_499)).build())).containsExactly("all");
        assertThat(found(
                        where.lt("time", Date.from(Instant.ofEpochMilli(1_500))).build()))
                .isEmpty();
        assertThat(found(where.eq("enum", Metric.L2).build())).containsExactly("all");
        assertThatThrownBy(() -> store.add(List.of(document("bad", "x", "thing", new Object()))))
                .hasMessage(
                        "document bad: metadata thing: a java.lang.Object is no string, number, boolean, date, list or map: turn it into one of them");
    }

    @Test
    void resultsHaveTheirScoreAndDistance() {
        store.add(List.of(document("a", "same words"), document("b", "same words", "distance", "5 km")));

        List<Document> found = store.similaritySearch("same words");

        assertThat(found)
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.getScore()).isCloseTo(1, within(1e-6)));
        Map<String, Object> computed = found.stream()
                .filter(each -> each.getId().equals("a"))
                .findFirst()
                .orElseThrow()
                .getMetadata();
        Map<String, Object> own = found.stream()
                .filter(each -> each.getId().equals("b"))
                .findFirst()
                .orElseThrow()
                .getMetadata();
        assertThat((Double) computed.get("distance")).isCloseTo(0, within(1e-6));
        assertThat(own).as("one's own is not written over").containsEntry("distance", "5 km");
    }

    /** A threshold that said all left out what is unlike the question. */
    @Test
    void aThresholdOfAllLeavesOutNothing() {
        for (Metric metric : Metric.values()) {
            DocumentStore opposite = DocumentStore.open(
                    db.engine(),
                    "opposite_" + metric.name().toLowerCase(Locale.ROOT),
                    o -> o.dimensions(2).metric(metric));
            opposite.add(
                    dev.azoth.vector.document.Document.of("same").withId("same").withEmbedding(new float[] {1, 0}),
                    dev.azoth.vector.document.Document.of("opposite")
                            .withId("opposite")
                            .withEmbedding(new float[] {-1, 0}));
            AzothVectorStore each = AzothVectorStore.builder(opposite, new EmbedderModel(new Right()))
                    .build();

            SearchRequest.Builder question = SearchRequest.builder().query("right");
            assertThat(ids(each, question.similarityThresholdAll()))
                    .as(metric.label())
                    .containsExactly("opposite", "same");
            assertThat(ids(each, question.similarityThreshold(0.5)))
                    .as(metric.label())
                    .containsExactly("same");
            opposite.drop();
        }
    }

    /** A store found 40 where more were asked for, and fewer where a filter left few. */
    @Test
    void asManyAreFoundAsAreAskedFor() {
        DocumentStore many = DocumentStore.open(
                db.engine(), "many", o -> o.dimensions(Words.DIMENSIONS).index(VectorIndex.hnsw()));
        AzothVectorStore large = AzothVectorStore.builder(many, model).build();
        large.add(IntStream.range(0, 1_000)
                .mapToObj(i -> document("n" + i, "number " + i, "hundredth", i % 100))
                .toList());

        assertThat(ids(large, SearchRequest.builder().query("number").topK(200)))
                .hasSize(200);
        assertThat(ids(large, SearchRequest.builder().query("number").topK(100).filterExpression("hundredth == 7")))
                .hasSize(10);
    }

    @Test
    void idsAreOfAnyFormAndReplaceWhatIsThere() {
        store.add(List.of(document("notes.md#1", "one"), document("42", "two")));
        store.add(List.of(document("notes.md#1", "new"), document("x", "twice"), document("x", "the last one")));

        assertThat(found((Filter.Expression) null)).containsExactly("42", "notes.md#1", "x");
        assertThat(documents.get("notes.md#1").orElseThrow().text()).isEqualTo("new");
        assertThat(documents.get("x").orElseThrow().text()).isEqualTo("the last one");
        store.delete(List.of("42", "not there"));
        store.delete(List.of());
        assertThat(found((Filter.Expression) null)).containsExactly("notes.md#1", "x");
    }

    @Test
    void nothingToAddIsNothing() {
        store.add(List.of());
        assertThat(documents.count()).isZero();
    }

    @Test
    void textsAreEmbeddedInTheBatchesOfTheStrategy() {
        AzothVectorStore pairs = AzothVectorStore.builder(documents, model)
                .batchingStrategy(all -> List.of(all.subList(0, 2), all.subList(2, 3)))
                .build();
        pairs.add(List.of(document("a", "a"), document("b", "b"), document("c", "c")));
        assertThat(model.batches).containsExactly(2, 1);
    }

    @Test
    void itJoinsTheTransactionOfItsCaller() {
        try (Connection connection = db.engine().connect()) {
            store.in(connection).add(List.of(document("a", "a")));
            assertThat(store.in(connection).similaritySearch("a")).hasSize(1);
            connection.rollback();
        }
        assertThat(documents.count()).isZero();
    }

    private static String values(Observation.Context context) {
        return context.getHighCardinalityKeyValues().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    @Test
    void itIsObserved() {
        List<String> told = new ArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
            @Override
            public void onStop(Observation.Context context) {
                told.add(context.getContextualName() + " " + values(context)
                        + (context.getError() == null ? "" : " failed"));
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        AzothVectorStore observed = AzothVectorStore.builder(documents, model)
                .observationRegistry(registry)
                .build();

        observed.add(List.of(document("a", "a")));
        observed.similaritySearch(SearchRequest.builder()
                .query("a")
                .topK(3)
                .filterExpression("lang == 'en'")
                .build());
        observed.delete(List.of("a"));
        assertThatThrownBy(() -> observed.delete(where.eq("a", new Object()).build()))
                .isInstanceOf(IllegalArgumentException.class);

        String database = db.name();
        assertThat(told).hasSize(4);
        assertThat(told.get(0))
                .startsWith(database + " add ")
                .contains(
                        "db.collection.name=docs",
                        "db.vector.dimension_count=32",
                        "db.search.similarity_metric=cosine",
                        "db.vector.field_name=embedding");
        assertThat(told.get(1))
                .startsWith(database + " query ")
                .contains("db.vector.query.top_k=3", "db.vector.query.content=a", "db.vector.query.filter=");
        assertThat(told.get(2)).startsWith(database + " delete ");
        assertThat(told.get(3)).startsWith(database + " delete ").endsWith(" failed");
    }

    @Test
    void searchesMayBeChangedAndTheDocumentsBeHad() {
        store.add(List.of(document("gold", "gold and silver"), document("order", "the order is 40001")));
        AzothVectorStore byWords = AzothVectorStore.builder(documents, model)
                .searching(
                        (request, search) -> search.hybrid(request.getQuery()).topK(1))
                .build();

        assertThat(byWords.similaritySearch("40001"))
                .extracting(Document::getId)
                .containsExactly("order");
        assertThat(store.<DocumentStore>getNativeClient()).contains(documents);
        assertThat(store.getName()).isEqualTo("AzothVectorStore");
    }
}
