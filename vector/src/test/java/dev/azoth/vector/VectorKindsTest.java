package dev.azoth.vector;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.vector.Vectors.bitVector;
import static dev.azoth.vector.Vectors.halfVector;
import static dev.azoth.vector.Vectors.sparseVector;
import static dev.azoth.vector.Vectors.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DataException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ParameterRows;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Half vectors, sparse vectors and vectors of bits as columns. */
@EveryDatabase
class VectorKindsTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Long> id = Column.of("id", BIGINT).primaryKey();
    static final Column<float[]> half = Column.of("half", halfVector(3));
    static final Column<SparseVector> sparse = Column.of("sparse", sparseVector(5));
    static final Column<BitVector> bits = Column.of("fingerprint", bitVector(11));
    static final Column<float[]> full = Column.of("whole", vector(3));
    static final Table kinds = Table.of(METADATA, "kinds", id, half, sparse, bits, full);

    private static final float[] HALF = {1, -0.5f, 65504};
    private static final SparseVector SPARSE = SparseVector.of(5, Map.of(0, 1.5f, 4, -2f));
    private static final BitVector BITS = BitVector.of("10110000111");

    private final Database db;

    VectorKindsTest(Database db) {
        this.db = db;
    }

    @PrepareDatabase
    static void create(Database db) {
        Vectors.install(db.engine());
        METADATA.createAll(db.engine());
    }

    @AfterEach
    void empty() {
        db.engine().begin(connection -> connection.execute(dev.azoth.sql.Sql.delete(kinds)));
    }

    private static void check(Row row) {
        assertThat(row.get(half)).containsExactly(HALF);
        assertThat(row.get(sparse)).isEqualTo(SPARSE);
        assertThat(row.get(bits)).isEqualTo(BITS);
    }

    /** Drivers change from text to binary, or to a prepared statement, after some runs. */
    @Test
    void theyComeBackAsTheyWentInHoweverOftenTheyAreRead() {
        roundTrips(db.engine());
    }

    private static void roundTrips(Engine engine) {
        Select<Row> all = select(half, sparse, bits).orderBy(id);
        for (long i = 0; i < 12; i++) {
            long key = i;
            engine.begin(connection -> {
                connection.execute(insert(kinds)
                        .values(id, key)
                        .values(half, HALF)
                        .values(sparse, SPARSE)
                        .values(bits, BITS));
                connection.execute(all).all().forEach(VectorKindsTest::check);
            });
        }
    }

    @Test
    void theyAreReadAsTextWhereAPoolerKeepsStatementsFromBeingPrepared() {
        if (db.name().equals("postgresql")) {
            String separator = db.url().contains("?") ? "&" : "?";
            for (String option : List.of("prepareThreshold=0", "prepareThreshold=-1", "preferQueryMode=simple")) {
                try (Engine engine = Engine.create(db.url() + separator + option)) {
                    roundTrips(engine);
                }
                empty();
            }
        }
    }

    @Test
    void nullsAndEmptyOnesComeBack() {
        SparseVector none = SparseVector.of(5, Map.of());
        db.engine().begin(connection -> {
            connection.execute(insert(kinds)
                    .values(id, 1L)
                    .values(half, (float[]) null)
                    .values(sparse, (SparseVector) null)
                    .values(bits, (BitVector) null));
            connection.execute(insert(kinds).values(id, 2L).values(sparse, none));
            Row nulls = connection
                    .execute(select(half, sparse, bits).where(id.eq(1L)))
                    .one();
            assertThat(nulls.values()).containsOnlyNulls();
            assertThat(connection.execute(select(sparse).where(id.eq(2L))).one())
                    .isEqualTo(none);
        });
    }

    @Test
    void manyAreInsertedAndLoadedTogether() {
        Random random = new Random(11);
        List<Object[]> rows = new ArrayList<>();
        for (long i = 0; i < 2_500; i++) {
            float[] vector = SampleVectors.random(random, 5);
            float[] rounded = {HalfFloat.rounded(vector[0]), HalfFloat.rounded(vector[1]), HalfFloat.rounded(vector[2])
            };
            vector[random.nextInt(5)] = 0;
            rows.add(new Object[] {
                i, rounded, SparseVector.of(vector), BitVector.quantized(SampleVectors.random(random, 11))
            });
        }
        try (Connection connection = db.engine().connect()) {
            ParameterRows given = ParameterRows.of(List.of(id, half, sparse, bits), rows);
            db.statements().clear();
            connection.copyIn(kinds, given);
            if (db.name().equals("postgresql")) {
                assertThat(db.statements().sql()).anyMatch(sql -> sql.startsWith("COPY kinds (id, half, sparse,"));
            }
            compare(connection, rows);
            connection.execute(dev.azoth.sql.Sql.delete(kinds));
            connection.execute(insert(kinds), given);
            compare(connection, rows);
        }
    }

    private static void compare(Connection connection, List<Object[]> rows) {
        List<Row> back =
                connection.execute(select(id, half, sparse, bits).orderBy(id)).all();
        assertThat(back).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(back.get(i).get(half)).containsExactly((float[]) rows.get(i)[1]);
            assertThat(back.get(i).get(sparse)).isEqualTo(rows.get(i)[2]);
            assertThat(back.get(i).get(bits)).isEqualTo(rows.get(i)[3]);
        }
    }

    @Test
    void whatTheyCannotHoldIsRefusedNamingTableAndColumn() {
        refused(
                half,
                new float[] {1, 2, 65520},
                "kinds.half takes numbers of 16 bits, up to 65504, and element 2 of this vector of 3 is 65520.0");
        refused(half, new float[] {1, 2}, "kinds.half takes vectors of 3 dimensions, and this one has 2");
        refused(
                half,
                new float[] {1, Float.NaN, 2},
                "kinds.half takes finite numbers, and element 1 of this vector of 3 is NaN");
        refused(
                sparse,
                SparseVector.of(6, Map.of(1, 2f)),
                "kinds.sparse takes vectors of 5 dimensions, and this one has 6");
        refused(bits, BitVector.of("1"), "kinds.fingerprint takes vectors of 11 bits, and this one has 1");
        refused(full, new float[4], "kinds.whole takes vectors of 3 dimensions, and this one has 4");
    }

    private <T> void refused(Column<T> column, T value, String message) {
        try (Connection connection = db.engine().connect()) {
            assertThatThrownBy(() ->
                            connection.execute(insert(kinds).values(id, 1L).values(column, value)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(message)
                    .hasMessageContaining("INSERT INTO kinds");
            connection.rollback();
            assertThatThrownBy(() -> connection.execute(update(kinds).set(column, value)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(message);
            connection.rollback();
            List<Object[]> rows = new ArrayList<>();
            for (long i = 0; i < 5; i++) {
                rows.add(new Object[] {i, i == 3 ? value : null});
            }
            ParameterRows given = ParameterRows.of(List.of(id, column), rows);
            assertThatThrownBy(() -> connection.execute(insert(kinds), given))
                    .isInstanceOfSatisfying(
                            DataException.class, e -> assertThat(e.row()).hasValue(3))
                    .hasMessageContaining(message);
            connection.rollback();
            assertThatThrownBy(() -> connection.copyIn(kinds, given))
                    .isInstanceOfSatisfying(
                            DataException.class, e -> assertThat(e.row()).hasValue(3))
                    .hasMessageContaining(message);
        }
    }

    @Test
    void moreNonZerosThanThereCanBeAreRefused() {
        int[] indices = new int[16_001];
        float[] values = new float[16_001];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
            values[i] = 1;
        }
        assertThatThrownBy(() -> sparseVector(20_000)
                        .check()
                        .orElseThrow()
                        .check(SparseVector.of(20_000, indices, values), "t.v"))
                .hasMessage("t.v takes vectors with up to 16000 elements that are not zero, and this one has 16001");
    }

    @Test
    void moreDimensionsThanPgvectorStoresAreRefusedByName() {
        if (db.name().equals("postgresql")) {
            Column<float[]> wide = Column.of("v", halfVector(16_001));
            Table table = Table.of(new MetaData(), "wide", wide);
            assertThatThrownBy(() -> db.engine().compile(insert(table).values(wide, new float[16_001])))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("has no halfvec(16001): pgvector stores up to 16000 dimensions");
        }
    }

    @Test
    void halvesThatRoundToTheSameAreTheSame() {
        assertThat(half.type().same(new float[] {0.1f}, new float[] {HalfFloat.rounded(0.1f)}))
                .isTrue();
        assertThat(half.type().same(new float[] {0.1f}, new float[] {0.2f})).isFalse();
        assertThat(half.type().same(new float[] {0.1f}, new float[] {0.1f, 0})).isFalse();
    }
}
