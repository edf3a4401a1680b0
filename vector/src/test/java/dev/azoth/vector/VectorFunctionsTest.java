package dev.azoth.vector;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.vector.VectorFunctions.avg;
import static dev.azoth.vector.VectorFunctions.binaryQuantize;
import static dev.azoth.vector.VectorFunctions.concat;
import static dev.azoth.vector.VectorFunctions.hammingDistance;
import static dev.azoth.vector.VectorFunctions.jaccardDistance;
import static dev.azoth.vector.VectorFunctions.l2Normalize;
import static dev.azoth.vector.VectorFunctions.minus;
import static dev.azoth.vector.VectorFunctions.plus;
import static dev.azoth.vector.VectorFunctions.subvector;
import static dev.azoth.vector.VectorFunctions.sum;
import static dev.azoth.vector.VectorFunctions.times;
import static dev.azoth.vector.VectorFunctions.vectorDims;
import static dev.azoth.vector.VectorFunctions.vectorNorm;
import static dev.azoth.vector.VectorKindsTest.bits;
import static dev.azoth.vector.VectorKindsTest.full;
import static dev.azoth.vector.VectorKindsTest.half;
import static dev.azoth.vector.VectorKindsTest.id;
import static dev.azoth.vector.VectorKindsTest.kinds;
import static dev.azoth.vector.VectorKindsTest.sparse;
import static dev.azoth.vector.Vectors.cosineDistance;
import static dev.azoth.vector.Vectors.distance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Expression;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What databases compute of vectors: PostgreSQL all of it; on the others it does not compile, and says what is missing. */
@EveryDatabase
class VectorFunctionsTest {
    private static final SparseVector SPARSE = SparseVector.of(5, Map.of(0, 1.5f, 4, -2f));

    private final Database db;

    VectorFunctionsTest(Database db) {
        this.db = db;
    }

    @PrepareDatabase
    static void create(Database db) {
        Vectors.install(db.engine());
        VectorKindsTest.METADATA.createAll(db.engine());
        db.engine()
                .begin(connection -> connection.execute(insert(kinds)
                        .columns(id, half, sparse, bits, full)
                        .row(1L, new float[] {3, 4, 0}, SPARSE, BitVector.of("10110000111"), new float[] {3, 4, 0})
                        .row(2L, new float[] {1, 0, 2}, null, BitVector.of("10110000000"), new float[] {1, 0, 2})));
    }

    private <T> List<T> computed(Expression<T> expression) {
        try (Connection connection = db.engine().connect()) {
            return new ArrayList<>(
                    connection.execute(select(expression).orderBy(id)).all());
        }
    }

    private boolean lacks(Expression<?> expression, String label) {
        if (db.name().equals("postgresql")) {
            return false;
        }
        assertThatThrownBy(() -> db.engine().compile(select(expression)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining(db.engine().server().product())
                .hasMessageContaining(label);
        return true;
    }

    @Test
    void bitsAreComparedByTheirOwnMetrics() {
        Expression<Double> hamming = hammingDistance(bits, BitVector.of("10110000000"));
        Expression<Double> jaccard = jaccardDistance(bits, BitVector.of("10110000000"));
        if (!lacks(hamming, "hamming distance") && !lacks(jaccard, "jaccard distance")) {
            assertThat(computed(hamming)).containsExactly(3.0, 0.0);
            assertThat(computed(jaccard)).containsExactly(0.5, 0.0);
            db.expect(select(id).orderBy(hamming).limit(1))
                    .sql("SELECT kinds.id FROM kinds ORDER BY kinds.fingerprint OPERATOR(\"public\".<~>) ? LIMIT ?")
                    .rows(2L);
        }
        assertThatThrownBy(() -> hammingDistance(bits, BitVector.of("1")))
                .hasMessage("kinds.fingerprint takes vectors of 11 bits, and this one has 1");
    }

    @ParameterizedTest
    @EnumSource
    void halfAndSparseVectorsHaveTheDistancesOfVectors(Metric metric) {
        float[] query = {1, 2, 3};
        Expression<Double> halves = distance(metric, half, query);
        float[] other = {1, 0, 0, 2, 1};
        Expression<Double> sparses = distance(metric, sparse, SparseVector.of(other));
        if (!lacks(halves, metric.label() + " distance of HALFVEC(3)")
                && !lacks(sparses, metric.label() + " distance of SPARSEVEC(5)")) {
            assertThat(computed(halves).get(0)).isCloseTo(metric.distance(new float[] {3, 4, 0}, query), within(1e-6));
            assertThat(computed(sparses).get(0)).isCloseTo(metric.distance(SPARSE.toArray(), other), within(1e-6));
        }
        assertThatThrownBy(() -> cosineDistance(half, new float[] {1, 2, 1e6f}))
                .hasMessage("kinds.half takes numbers of 16 bits, up to 65504,"
                        + " and element 2 of this vector of 3 is 1000000.0");
    }

    @Test
    void vectorsAreAddedAndCutAndMeasured() {
        if (lacks(plus(full, full), "sum of vectors")) {
            lacks(avg(full), "avg of vectors");
            lacks(binaryQuantize(full), "binary quantize");
            lacks(subvector(full, 0, 2), "subvector");
            return;
        }
        for (Expression<float[]> each : List.of(full, half)) {
            assertThat(computed(plus(each, each)).get(0)).containsExactly(6, 8, 0);
            assertThat(computed(minus(each, each)).get(0)).containsExactly(0, 0, 0);
            assertThat(computed(times(each, each)).get(1)).containsExactly(1, 0, 4);
            assertThat(computed(concat(each, each)).get(1)).containsExactly(1, 0, 2, 1, 0, 2);
            assertThat(computed(subvector(each, 1, 2)).get(0)).containsExactly(4, 0);
            assertThat(computed(binaryQuantize(each)).get(1)).isEqualTo(BitVector.of("101"));
            assertThat(computed(vectorNorm(each)).get(0)).isEqualTo(5);
            assertThat(computed(vectorDims(each))).containsExactly(3, 3);
            assertThat(computed(l2Normalize(each)).get(0)[0]).isCloseTo(0.6f, within(1e-3f));
            db.expect(select(hammingDistance(binaryQuantize(each), binaryQuantize(each)))
                            .where(id.eq(1L)))
                    .rows(0.0);
        }
        assertThatThrownBy(() -> subvector(full, 2, 2))
                .hasMessage("2 elements from 2 on are not in kinds.whole, which has 3");
    }

    @Test
    void theMeanOfManyIsAVector() {
        if (lacks(avg(full), "avg of vectors") || lacks(sum(half), "sum of vectors")) {
            return;
        }
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.execute(select(avg(full))).one()).containsExactly(2, 2, 1);
            assertThat(connection.execute(select(sum(half))).one()).containsExactly(4, 4, 2);
            assertThat(connection.execute(select(avg(full)).where(id.lt(0L))).one())
                    .isNull();
        }
    }
}
