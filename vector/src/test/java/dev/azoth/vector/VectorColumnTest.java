package dev.azoth.vector;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.vector.Vectors.cosineDistance;
import static dev.azoth.vector.Vectors.innerProduct;
import static dev.azoth.vector.Vectors.innerProductDistance;
import static dev.azoth.vector.Vectors.l1Distance;
import static dev.azoth.vector.Vectors.l2Distance;
import static dev.azoth.vector.Vectors.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.azoth.CompileException;
import dev.azoth.DataException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A vector as a column of any table. */
@EveryDatabase
class VectorColumnTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Long> id = Column.of("id", BIGINT).primaryKey();
    static final Column<float[]> embedding = Column.of("embedding", vector(3));
    static final Table doc = Table.of(METADATA, "doc", id, embedding);
    static final float[] QUERY = {1, 0, 1};
    static final Map<String, Set<Metric>> COMPUTED = Map.of(
            "postgresql",
            EnumSet.allOf(Metric.class),
            "duckdb",
            EnumSet.allOf(Metric.class),
            "mariadb",
            EnumSet.of(Metric.COSINE, Metric.L2));

    private final Database db;

    VectorColumnTest(Database db) {
        this.db = db;
    }

    @PrepareDatabase
    static void create(Database db) {
        Vectors.install(db.engine());
        METADATA.createAll(db.engine());
        db.engine()
                .begin(connection -> connection.execute(insert(doc)
                        .columns(id, embedding)
                        .row(1L, new float[] {1, 2, 3})
                        .row(2L, new float[] {-1, 0.5f, 0})
                        .row(3L, new float[] {1, 0, 0.9f})));
    }

    @Test
    void comesBackAsItWentIn() {
        float[] odd = {Float.MIN_VALUE, -0x1p50f, -0f};
        try (Connection connection = db.engine().connect()) {
            connection.execute(insert(doc).values(id, 10L).values(embedding, odd));
            connection.execute(insert(doc).values(id, 11L).values(embedding, (float[]) null));
            assertThat(connection.execute(select(embedding).where(id.eq(10L))).one())
                    .containsExactly(odd);
            assertThat(connection.execute(select(embedding).where(id.eq(11L))).all())
                    .containsExactly((float[]) null);
        }
    }

    /** Drivers change from text to binary, or to a prepared statement, after some runs. */
    @Test
    void comesBackTheSameHoweverOftenItIsRead() {
        for (int i = 0; i < 12; i++) {
            List<float[]> all = db.engine()
                    .transaction(connection ->
                            connection.execute(select(embedding).orderBy(id)).all());
            assertThat(all).hasSize(3);
            assertThat(all.get(0)).containsExactly(1, 2, 3);
            assertThat(all.get(2)).containsExactly(1, 0, 0.9f);
        }
    }

    @Test
    void manyAreInsertedTogether() {
        Random random = new Random(7);
        List<float[]> vectors = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (long i = 0; i < 2_500; i++) {
            vectors.add(SampleVectors.random(random, 3));
            rows.add(new Object[] {1000 + i, vectors.get((int) i)});
        }
        try (Connection connection = db.engine().connect()) {
            connection.execute(insert(doc), ParameterRows.of(List.of(id, embedding), rows));
            List<float[]> back = connection
                    .execute(select(embedding).where(id.ge(1000L)).orderBy(id))
                    .all();
            assertThat(back).containsExactlyElementsOf(vectors);
        }
    }

    @Test
    void aVectorOfOtherDimensionsIsRefusedBeforeItIsSent() {
        Insert<?> wrong = insert(doc).values(id, 20L).values(embedding, new float[] {1, 2});
        try (Connection connection = db.engine().connect()) {
            assertThatThrownBy(() -> connection.execute(wrong))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("doc.embedding takes vectors of 3 dimensions, and this one has 2")
                    .hasMessageContaining("INSERT INTO doc");
        }
        assertThatThrownBy(() -> cosineDistance(embedding, new float[] {1}))
                .hasMessage("doc.embedding takes vectors of 3 dimensions, and this one has 1");
        assertThatThrownBy(() -> cosineDistance(embedding, new float[3]))
                .hasMessage(
                        "doc.embedding is searched by cosine distance, and this vector of 3 zeros has no direction");
    }

    @Test
    void theNearestComeFirst() {
        var nearest = select(id).orderBy(cosineDistance(embedding, QUERY)).limit(2);

        if (COMPUTED.containsKey(db.name())) {
            db.expect(nearest)
                    .sql(
                            "duckdb",
                            "SELECT doc.id FROM doc ORDER BY array_cosine_distance(doc.embedding, CAST(? AS FLOAT[3])) LIMIT ?")
                    .sql("mariadb", "SELECT doc.id FROM doc ORDER BY VEC_DISTANCE_COSINE(doc.embedding, ?) LIMIT ?")
                    .sql("SELECT doc.id FROM doc ORDER BY doc.embedding OPERATOR(\"public\".<=>) ? LIMIT ?")
                    .rows(3L, 1L);
        } else {
            assertThatThrownBy(() -> db.engine().compile(nearest)).isInstanceOf(CompileException.class);
        }
    }

    private static Expression<Double> distance(Metric metric) {
        return switch (metric) {
            case COSINE -> cosineDistance(embedding, QUERY);
            case L2 -> l2Distance(embedding, QUERY);
            case L1 -> l1Distance(embedding, QUERY);
            case INNER_PRODUCT -> innerProductDistance(embedding, QUERY);
        };
    }

    @ParameterizedTest
    @EnumSource
    void aDistanceIsThatOfJavaOrDoesNotCompile(Metric metric) {
        var distances = select(distance(metric)).orderBy(id);

        if (COMPUTED.getOrDefault(db.name(), Set.of()).contains(metric)) {
            try (Connection connection = db.engine().connect()) {
                List<float[]> vectors =
                        connection.execute(select(embedding).orderBy(id)).all();
                List<Double> computed = connection.execute(distances).all();
                assertThat(computed).hasSize(3);
                for (int i = 0; i < 3; i++) {
                    assertThat(computed.get(i)).isCloseTo(metric.distance(vectors.get(i), QUERY), within(1e-6));
                }
            }
        } else {
            assertThatThrownBy(() -> db.engine().compile(distances))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining(db.engine().server().product())
                    .hasMessageContaining(metric.label() + " distance");
        }
    }

    @Test
    void theInnerProductIsThatOfTheVectors() {
        var product = select(innerProduct(embedding, QUERY)).where(id.eq(1L));

        if (COMPUTED.getOrDefault(db.name(), Set.of()).contains(Metric.INNER_PRODUCT)) {
            db.expect(product).rows(4.0);
        } else {
            assertThatThrownBy(() -> db.engine().compile(product))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining(Metric.INNER_PRODUCT.label() + " distance");
        }
    }

    @Test
    void theInspectorTellsTheDimensions() {
        var column = db.engine().inspect().table("doc").orElseThrow().columns().get(1);
        assertThat(VectorStorage.of(db.engine().server()).dimensions(column.declaration()))
                .hasValue(3);
    }
}
