package dev.azoth.manual;

import static dev.azoth.manual.Article_.article;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.vector.VectorFunctions.binaryQuantize;
import static dev.azoth.vector.VectorFunctions.hammingDistance;
import static dev.azoth.vector.Vectors.cosineDistance;
import static dev.azoth.vector.Vectors.vector;
import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.SessionFactory;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.vector.BitVector;
import dev.azoth.vector.IndexBuild;
import dev.azoth.vector.IndexedVector;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.Vectors;
import dev.azoth.vector.document.CollectionInfo;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Embedder;
import dev.azoth.vector.document.Fusion;
import dev.azoth.vector.document.Hit;
import dev.azoth.vector.document.IdType;
import dev.azoth.vector.document.Recall;
import dev.azoth.vector.document.Search;
import dev.azoth.vector.document.SearchResult;
import dev.azoth.vector.document.Synchronized;
import dev.azoth.vector.document.Tenancy;
import dev.azoth.vector.filter.Filter;
import dev.azoth.vector.filter.MissingFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EveryDatabase
class VectorsTest {
    // tag::vectors-embedder
    /** Counts letters: any model, in this process or behind an API, is used the same way. */
    static final class LetterCounts implements Embedder {
        @Override
        public int dimensions() {
            return 27;
        }

        @Override
        public float[] embed(String text) {
            float[] counts = new float[27];
            counts[26] = 1;
            text.toLowerCase(Locale.ROOT)
                    .chars()
                    .filter(c -> c >= 'a' && c <= 'z')
                    .forEach(c -> counts[c - 'a']++);
            return counts;
        }
    }
    // end::vectors-embedder

    // tag::vectors-table
    static final class PictureTable extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<float[]> colour = column("colour", vector(3)).notNull();

        PictureTable(MetaData metadata) {
            super("picture", metadata);
        }
    }
    // end::vectors-table

    @Test
    void tenantsShareACollection(Database database) {
        Engine engine = database.engine();
        // tag::vectors-tenants
        DocumentStore shared = DocumentStore.open(
                engine,
                "shared",
                options -> options.embedder(new LetterCounts()).tenancy(Tenancy.partitioned()));
        shared.addTenant("acme");
        DocumentStore acme = shared.tenant("acme");
        acme.add(Document.of("nobody else finds this"));
        // end::vectors-tenants
        assertThat(acme.count()).isOne();
        shared.addTenant("zenith");
        assertThat(shared.tenant("zenith").search(Search.text("this")).hits()).isEmpty();
        shared.drop();
    }

    @Test
    void documentsAreFoundByMeaning(Database database) {
        Engine engine = database.engine();
        // tag::vectors-store
        DocumentStore docs = DocumentStore.open(
                engine,
                "docs",
                options -> options.embedder(new LetterCounts())
                        .metric(Metric.COSINE)
                        .words("english")
                        .index(VectorIndex.hnsw()));

        docs.add(
                Document.of("azoth dissolves everything", Map.of("lang", "en", "year", 2024)),
                Document.of("azoth löst alles auf", Map.of("lang", "de", "year", 2025)));
        // end::vectors-store
        // tag::vectors-info
        for (CollectionInfo info : DocumentStore.collections(engine)) {
            System.out.println(info.name() + ": " + info.dimensions() + " dimensions, " + info.metric());
        }
        // end::vectors-info

        // tag::vectors-search
        SearchResult found = docs.search(Search.text("what dissolves everything")
                .topK(5)
                .where(field("lang").eq("en").and(field("year").gte(2020))));
        for (Hit hit : found) {
            System.out.println(hit.similarity() + " " + hit.document().text());
        }
        // end::vectors-search
        assertThat(found.hits()).hasSize(1);

        // tag::vectors-hybrid
        docs.search(Search.text("dissolves -gold").hybrid());
        docs.search(Search.text("what dissolves everything")
                .hybrid("azoth or menstruum")
                .fusion(Fusion.reciprocalRank().weights(1, 0.5)));
        // end::vectors-hybrid

        // tag::vectors-pages
        docs.search(Search.text("what dissolves everything").topK(10).skip(10));
        docs.search(Search.text("what dissolves everything").topK(5).diverse(0.7));
        // end::vectors-pages

        // tag::vectors-recall
        Recall recall = docs.measureRecall(10, 100, 200);
        System.out.println(recall.mean() + " of the nearest, in " + recall.byIndex());
        // end::vectors-recall

        // tag::vectors-filters
        Filter sameAsAbove = Filter.parse("lang = 'en' AND year >= 2020");
        Filter fromJson = Filter.json(Map.of("lang", "en", "year", Map.of("$gte", 2020)));
        Filter asLangChain = Filter.json(Map.of("lang", Map.of("$ne", "de")), MissingFields.LEFT_OUT);
        // end::vectors-filters
        for (Filter filter : List.of(sameAsAbove, fromJson, asLangChain)) {
            assertThat(docs.find(filter)).hasSize(1);
        }

        // tag::vectors-ids
        docs.upsert(Document.of("azoth dissolves gold", Map.of("lang", "en")).withId("gold"));
        docs.get("gold");
        docs.find(field("lang").in("en", "fr"), 100);
        docs.delete(field("year").lt(2025));
        // end::vectors-ids
        assertThat(docs.count()).isEqualTo(2);

        // tag::vectors-id-type
        DocumentStore numbered = DocumentStore.open(
                engine, "numbered", options -> options.dimensions(2).ids(IdType.NUMBER));
        numbered.add(Document.of("the seventh").withId(IdType.NUMBER, 7L).withEmbedding(new float[] {1, 0}));
        long id = numbered.get("7").orElseThrow().id(IdType.NUMBER);
        // end::vectors-id-type
        assertThat(id).isEqualTo(7);
        // tag::vectors-synchronize
        Filter ofThisFile = field("source").eq("notes.md");
        List<Document> passages =
                List.of(Document.of("one passage", Map.of("source", "notes.md")).withIdOfContent());
        Synchronized done = docs.synchronize(ofThisFile, passages);
        // end::vectors-synchronize
        assertThat(done.added()).isOne();
        docs.delete(ofThisFile);

        // tag::vectors-transaction
        engine.begin(connection -> {
            DocumentStore here = docs.in(connection);
            here.delete("gold");
            here.add(Document.of("kept or undone with everything else in this transaction"));
        });
        // end::vectors-transaction
        assertThat(docs.count()).isEqualTo(2);
        docs.drop();
    }

    // tag::vectors-index
    static final class SketchTable extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<float[]> outline = column("outline", vector(3072)).notNull();
        final IndexedVector near = IndexedVector.of(outline, Metric.COSINE).on(this);

        SketchTable(MetaData metadata) {
            super("sketch", metadata);
        }
    }
    // end::vectors-index

    @Test
    void columnsOfVectorsAreIndexed(Database database) {
        Engine engine = database.engine();
        MetaData metadata = new MetaData();
        SketchTable sketch = new SketchTable(metadata);
        Vectors.install(engine);
        metadata.createAll(engine);
        if (database.name().equals("postgresql")) {
            float[] query = new float[3072];
            query[7] = 1;
            engine.begin(connection ->
                    connection.execute(insert(sketch).values(sketch.id, 1L).values(sketch.outline, query)));
            try (Connection connection = engine.connect()) {
                // tag::vectors-index-query
                List<Long> nearest = connection
                        .execute(select(sketch.id)
                                .orderBy(sketch.near.distance(query))
                                .limit(5))
                        .all();
                // end::vectors-index-query
                assertThat(nearest).containsExactly(1L);
            }
            // tag::vectors-index-build
            IndexBuild.concurrent()
                    .memory("512MB")
                    .workers(2)
                    .progress(at -> System.out.println(at.phase() + ": " + at.done() + " of " + at.total()))
                    .build(engine, sketch.indexes().get(0));
            // end::vectors-index-build
        }
        metadata.dropAll(engine);
    }

    @Test
    void entitiesHaveVectors(Database database) {
        Engine engine = database.engine();
        Vectors.install(engine);
        MetaData metadata = Entities.metadata(Article.class);
        metadata.createAll(engine);
        Article red = new Article();
        red.embedding = new float[] {1, 0, 0};
        float[] reddish = {0.9f, 0.1f, 0};
        SessionFactory.create(engine).begin(session -> {
            session.add(red);
            if (List.of("postgresql", "mariadb", "duckdb").contains(database.name())) {
                // tag::vectors-entity-query
                List<Article> nearest = session.execute(select(article)
                                .where(article.embedding.isNotNull())
                                .orderBy(cosineDistance(article.embedding, reddish))
                                .limit(5))
                        .all();
                // end::vectors-entity-query
                assertThat(nearest).containsExactly(red);
            }
        });
        metadata.dropAll(engine);
    }

    @Test
    void anyTableHasVectors(Database database) {
        Engine engine = database.engine();
        MetaData metadata = new MetaData();
        PictureTable picture = new PictureTable(metadata);
        Vectors.install(engine);
        metadata.createAll(engine);
        engine.begin(connection -> connection.execute(
                insert(picture).values(picture.id, 1L).values(picture.colour, new float[] {1, 0, 0})));
        if (List.of("postgresql", "mariadb", "duckdb").contains(database.name())) {
            try (Connection connection = engine.connect()) {
                // tag::vectors-query
                float[] reddish = {0.9f, 0.1f, 0};
                List<Long> near = connection
                        .execute(select(picture.id)
                                .orderBy(cosineDistance(picture.colour, reddish))
                                .limit(5))
                        .all();
                // end::vectors-query
                assertThat(near).containsExactly(1L);
            }
        } else {
            assertThatThrownBy(() -> engine.compile(
                            select(picture.id).orderBy(cosineDistance(picture.colour, new float[] {1, 0, 0}))))
                    .isInstanceOf(CompileException.class);
        }
        if (database.name().equals("postgresql")) {
            float[] reddish = {0.9f, 0.1f, 0};
            try (Connection connection = engine.connect()) {
                // tag::vectors-functions
                Expression<Double> coarse =
                        hammingDistance(binaryQuantize(picture.colour), BitVector.quantized(reddish));
                List<Long> near = connection
                        .execute(select(picture.id).orderBy(coarse).limit(5))
                        .all();
                // end::vectors-functions
                assertThat(near).containsExactly(1L);
            }
        }
        metadata.dropAll(engine);
    }
}
