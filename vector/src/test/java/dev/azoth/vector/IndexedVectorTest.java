package dev.azoth.vector;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.vector.Vectors.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ParameterRows;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.inspect.TableDescription.IndexDetails;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Indexes of vectors as parts of tables: made with them, known to the inspector, and used by the distances that go with them. */
@EveryDatabase
class IndexedVectorTest {
    private final Database db;
    private final MetaData metadata = new MetaData();

    IndexedVectorTest(Database db) {
        this.db = db;
        Vectors.install(db.engine());
    }

    @AfterEach
    void drop() {
        metadata.dropAll(db.engine());
    }

    /** A table of vectors with an index of them. */
    private final class Indexed extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<Long> tenant = column("tenant", BIGINT);
        final Column<float[]> embedding;

        Indexed(int dimensions) {
            super("indexed", metadata);
            embedding = column("embedding", vector(dimensions)).notNull();
        }
    }

    private void fill(Indexed table, List<float[]> vectors) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            rows.add(new Object[] {(long) i, i % 2L, vectors.get(i)});
        }
        db.engine()
                .begin(connection -> connection.copyIn(
                        table, ParameterRows.of(List.of(table.id, table.tenant, table.embedding), rows)));
    }

    private boolean onPostgresql() {
        return db.name().equals("postgresql");
    }

    private IndexDescription only() {
        return db.engine().inspect().table("indexed").orElseThrow().indexes().get(0);
    }

    /** Without room for a scan of the whole table, the planner takes an index if one serves the query at all. */
    private String plan(Select<?> query) {
        try (Connection connection = db.engine().connect()) {
            connection.execute(Sql.text("SET LOCAL enable_seqscan = off"));
            connection.execute(Sql.text("SET LOCAL enable_sort = off"));
            return connection
                    .execute(Sql.text("EXPLAIN " + db.engine().render(query)))
                    .all()
                    .toString();
        }
    }

    @Test
    void itIsMadeWithItsTableWhereThereAreIndexesOfVectors() {
        Indexed table = new Indexed(3);
        IndexedVector near = IndexedVector.of(table.embedding, Metric.COSINE).on(table, "near");
        metadata.createAll(db.engine());
        fill(table, SampleVectors.clustered(1, 200, 3, 5));
        if (onPostgresql()) {
            assertThat(only())
                    .isEqualTo(new IndexDescription(
                            "near",
                            List.of("embedding"),
                            false,
                            "hnsw",
                            new IndexDetails(
                                    List.of("vector_cosine_ops"),
                                    Map.of("m", "16", "ef_construction", "64"),
                                    Optional.empty(),
                                    true)));
        } else if (db.name().equals("mariadb")) {
            assertThat(only().columns()).containsExactly("embedding");
            assertThat(only().method()).isEqualToIgnoringCase("vector");
        } else {
            assertThat(db.engine().inspect().table("indexed").orElseThrow().indexes())
                    .isEmpty();
        }
        if (onPostgresql()) {
            Select<Long> query = select(table.id)
                    .orderBy(near.distance(new float[] {1, 2, 3}))
                    .limit(5);
            assertThat(plan(query)).contains("Index Scan using near");
            try (Connection connection = db.engine().connect()) {
                assertThat(connection.execute(query).all()).hasSize(5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMetricHasItsOperators(Metric metric) {
        if (!onPostgresql()) {
            return;
        }
        Indexed table = new Indexed(4);
        IndexedVector near = IndexedVector.of(table.embedding, metric)
                .by(VectorIndex.hnsw(8, 32))
                .on(table);
        metadata.createAll(db.engine());
        fill(table, SampleVectors.clustered(2, 100, 4, 5));
        assertThat(only().details().options()).containsEntry("m", "8").containsEntry("ef_construction", "32");
        assertThat(plan(select(table.id)
                        .orderBy(near.distance(new float[] {1, 2, 3, 4}))
                        .limit(3)))
                .contains("Index Scan using ix_indexed_embedding");
    }

    @Test
    void theFormFollowsTheDimensions() {
        assertThat(IndexForm.of(Column.of("v", vector(2_000)))).isEqualTo(IndexForm.itself());
        assertThat(IndexForm.of(Column.of("v", vector(2_001)))).isEqualTo(IndexForm.halves());
        assertThat(IndexForm.of(Column.of("v", vector(4_001)))).isEqualTo(IndexForm.bits());
        assertThat(IndexForm.of(Column.of("v", Vectors.halfVector(4_000)))).isEqualTo(IndexForm.itself());
        assertThat(IndexForm.of(Column.of("v", Vectors.halfVector(4_001)))).isEqualTo(IndexForm.bits());
    }

    @Test
    void vectorsOfManyDimensionsAreIndexedInHalfTheRoom() {
        serves(2_100, IndexForm.halves(), "halfvec_cosine_ops", "(embedding::halfvec(2100))");
    }

    @Test
    void vectorsOfVeryManyDimensionsAreIndexedAsBits() {
        serves(4_100, IndexForm.bits(), "bit_hamming_ops", "(binary_quantize(embedding)::bit(4100))");
    }

    @Test
    void someElementsAreIndexed() {
        serves(6, IndexForm.subvector(0, 2), "vector_cosine_ops", "(subvector(embedding, 1, 2)::vector(2))");
    }

    private void serves(int dimensions, IndexForm form, String operators, String expression) {
        if (!onPostgresql()) {
            return;
        }
        Indexed table = new Indexed(dimensions);
        IndexedVector near = IndexedVector.of(table.embedding, Metric.COSINE);
        near = (form instanceof IndexForm.Subvector ? near.as(form) : near).on(table, "near");
        assertThat(near.form()).isEqualTo(form);
        metadata.createAll(db.engine());
        List<float[]> vectors = SampleVectors.clustered(3, 60, dimensions, 5);
        fill(table, vectors);
        assertThat(only().details().operatorClasses()).containsExactly(operators);
        assertThat(only().columns().get(0).replace("\"", "").replace("public.", ""))
                .isEqualTo(expression);
        Select<Long> query =
                select(table.id).orderBy(near.distance(vectors.get(7))).limit(5);
        assertThat(plan(query)).contains("Index Scan using near");
        try (Connection connection = db.engine().connect()) {
            for (int i = 0; i < 7; i++) { // prepared by the driver, too
                assertThat(connection.execute(query).all()).hasSize(5);
            }
        }
    }

    @Test
    void someRowsAreIndexedByLists() {
        if (!onPostgresql()) {
            return;
        }
        Indexed table = new Indexed(3);
        IndexedVector near = IndexedVector.of(table.embedding, Metric.L2)
                .by(VectorIndex.ivfFlat(4))
                .where(table.tenant.eq(1L))
                .on(table, "near");
        metadata.createAll(db.engine());
        fill(table, SampleVectors.clustered(4, 200, 3, 5));
        assertThat(only().method()).isEqualTo("ivfflat");
        assertThat(only().details())
                .isEqualTo(new IndexDetails(
                        List.of(), Map.of("lists", "4"), Optional.of("tenant = 1"), true)); // l2 is its usual way
        var nearest =
                select(table.id).orderBy(near.distance(new float[] {1, 2, 3})).limit(3);
        assertThat(plan(nearest.where(table.tenant.eq(Sql.literal(1L))))).contains("Index Scan using near");
        assertThat(plan(nearest)).doesNotContain("using near");
    }

    /** A bug: a table read out of the database had an ordinary index in its place. */
    @Test
    void aTableThatIsReadHasTheIndexAsItIs() {
        if (!onPostgresql()) {
            return;
        }
        Indexed table = new Indexed(3);
        IndexedVector.of(table.embedding, Metric.COSINE).on(table, "near");
        metadata.createAll(db.engine());

        assertThat(Table.reflect(db.engine(), "indexed").indexes())
                .singleElement()
                .satisfies(index -> {
                    assertThat(index.options().method()).isEqualTo("hnsw");
                    assertThat(index.options().operatorClasses()).isEqualTo(Map.of("embedding", "vector_cosine_ops"));
                    assertThat(index.options().parameters()).isEqualTo(Map.of("m", "16", "ef_construction", "64"));
                });
    }

    @Test
    void whatPgvectorDoesNotIndexIsSaid() {
        if (!onPostgresql()) {
            return;
        }
        Indexed table = new Indexed(2_500);
        IndexedVector.of(table.embedding, Metric.L2).as(IndexForm.itself()).on(table);
        assertThatThrownBy(() -> metadata.createAll(db.engine()))
                .isInstanceOf(CompileException.class)
                .hasMessage(
                        "pgvector indexes vectors of at most 2000 numbers of 32 bits, and indexed.embedding has 2500:"
                                + " index it as IndexForm.halves()");
        MetaData other = new MetaData();
        Column<float[]> small = Column.of("v", vector(3));
        Table flat = Table.of(other, "flat", small);
        IndexedVector.of(small, Metric.L1).by(VectorIndex.ivfFlat(1)).on(flat);
        assertThatThrownBy(() -> other.createAll(db.engine()))
                .isInstanceOf(CompileException.class)
                .hasMessage(
                        "pgvector has no ivfflat index for the l1 distance, which flat.v asks for: use VectorIndex.hnsw()");
        assertThatThrownBy(() -> IndexedVector.of(small, Metric.L2).as(IndexForm.subvector(2, 2)))
                .hasMessageContaining("2 elements from 2 on are not in");
    }

    @Test
    void itIsMadeWhereverTheExtensionIs() throws Exception {
        if (!onPostgresql()) {
            return;
        }
        try (var jdbc = db.jdbc();
                var statement = jdbc.createStatement()) {
            statement.execute("DROP EXTENSION vector CASCADE");
            statement.execute("CREATE SCHEMA \"odd one\"");
            statement.execute("CREATE EXTENSION vector SCHEMA \"odd one\"");
            try (Engine engine = Engine.create(db.url())) {
                Indexed table = new Indexed(2_100);
                IndexedVector.of(table.embedding, Metric.COSINE).on(table);
                metadata.createAll(engine);
                metadata.dropAll(engine);
            } finally {
                statement.execute("DROP SCHEMA \"odd one\" CASCADE");
            }
        }
        db.engine().refreshServer();
        Vectors.install(db.engine());
    }
}
