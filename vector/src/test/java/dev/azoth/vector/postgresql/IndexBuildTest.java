package dev.azoth.vector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.AzothException;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ParameterRows;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.Index;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.Types;
import dev.azoth.vector.IndexBuild;
import dev.azoth.vector.IndexedVector;
import dev.azoth.vector.Metric;
import dev.azoth.vector.SampleVectors;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indexes that are built on tables that are there: complaints are of builds that a timeout ends, that leave an index behind which nothing uses, and of which nobody knows how far they are. */
@OnDatabase("postgresql")
class IndexBuildTest {
    private final Database db;
    private final MetaData metadata = new MetaData();
    private final Column<Long> id = Column.of("id", Types.BIGINT).primaryKey();
    private final Column<float[]> embedding = Column.of("embedding", Vectors.vector(8));
    private final Table table = Table.of(metadata, "built", id, embedding);
    private final Index index;

    IndexBuildTest(Database db) {
        this.db = db;
        MetaData later = new MetaData();
        Column<float[]> same = Column.of("embedding", Vectors.vector(8));
        Table indexed = Table.of(later, "built", Column.of("id", Types.BIGINT).primaryKey(), same);
        IndexedVector.of(same, Metric.L2).by(VectorIndex.hnsw(16, 200)).on(indexed, "built_near");
        this.index = indexed.indexes().get(0);
    }

    @BeforeEach
    void create() {
        Vectors.install(db.engine());
        metadata.createAll(db.engine());
        List<Object[]> rows = new ArrayList<>();
        List<float[]> vectors = SampleVectors.clustered(5, 4_000, 8, 10);
        for (int i = 0; i < vectors.size(); i++) {
            rows.add(new Object[] {(long) i, vectors.get(i)});
        }
        db.engine().begin(connection -> connection.copyIn(table, ParameterRows.of(List.of(id, embedding), rows)));
    }

    @AfterEach
    void drop() {
        metadata.dropAll(db.engine());
    }

    private List<IndexDescription> indexes() {
        return db.engine().inspect().table("built").orElseThrow().indexes();
    }

    private static String setting(Engine engine, String name) {
        return engine.transaction(connection -> connection
                .execute(Sql.text("SELECT current_setting(:name) AS value")
                        .bind("name", name)
                        .column("value", Types.TEXT))
                .one()
                .get("value", String.class));
    }

    @Test
    void itIsBuiltBesideOthersWithMemoryOfItsOwnAndTellsHowFarItIs() {
        List<IndexBuild.Progress> told = new CopyOnWriteArrayList<>();
        try (Engine engine = Engine.create(db.url(), options -> options.poolSize(2))) {
            db.statements().clear();
            assertThat(IndexBuild.concurrent()
                            .memory("128MB")
                            .workers(1)
                            .progress(told::add)
                            .build(engine, index))
                    .isTrue();
            assertThat(told)
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.phase()).isNotEmpty());
            assertThat(told).anyMatch(each -> each.phase().startsWith("building index") && each.total() > 0);
            for (int i = 0; i < 2; i++) {
                assertThat(setting(engine, "maintenance_work_mem")).isNotEqualTo("128MB");
                assertThat(setting(engine, "statement_timeout")).isEqualTo("0");
            }
            assertThat(indexes()).hasSize(1).allMatch(each -> each.details().valid());
            assertThat(IndexBuild.concurrent().build(engine, index)).isFalse();
        }
    }

    @Test
    void itIsBuiltInATransactionWhereOthersMayWait() {
        assertThat(IndexBuild.locking().memory("96MB").build(db.engine(), index))
                .isTrue();
        assertThat(indexes().get(0).details().options()).containsEntry("ef_construction", "200");
        assertThat(IndexBuild.locking().build(db.engine(), index)).isFalse();
        assertThat(setting(db.engine(), "maintenance_work_mem")).isNotEqualTo("96MB");
    }

    @Test
    void aTimeoutForQueriesDoesNotEndIt() {
        String separator = db.url().contains("?") ? "&" : "?";
        try (Engine engine = Engine.create(db.url() + separator + "options=-c%20statement_timeout=50")) {
            assertThat(IndexBuild.concurrent().build(engine, index)).isTrue();
            assertThat(setting(engine, "statement_timeout")).isEqualTo("50ms");
        }
    }

    @Test
    void whatAFailedBuildLeftIsReplaced() throws Exception {
        try (var jdbc = db.jdbc();
                var statement = jdbc.createStatement()) {
            statement.execute("CREATE INDEX built_near ON built USING hnsw (embedding public.vector_l2_ops)");
            statement.execute(
                    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'built_near'::regclass"); // as a build
            // that was
            // killed
            // leaves it
        }
        assertThat(indexes().get(0).details().valid()).isFalse();
        assertThat(IndexBuild.concurrent().build(db.engine(), index)).isTrue();
        assertThat(indexes()).hasSize(1);
        assertThat(indexes().get(0).details().valid()).isTrue();
        assertThat(indexes().get(0).details().options()).containsEntry("m", "16");
    }

    @Test
    void aBuildThatFailsLeavesNothing() {
        MetaData other = new MetaData();
        Column<float[]> same = Column.of("embedding", Vectors.vector(8));
        Table indexed = Table.of(other, "built", same);
        IndexedVector.of(same, Metric.L2).where(new Failing(same)).on(indexed, "built_near");
        assertThatThrownBy(() -> IndexBuild.concurrent()
                        .build(db.engine(), indexed.indexes().get(0)))
                .isInstanceOf(AzothException.class);
        assertThat(indexes()).isEmpty();
    }

    /** Fails for every row: an index's condition is computed for each. */
    private record Failing(Column<float[]> column) implements dev.azoth.sql.CustomCondition {
        @Override
        public void describe(dev.azoth.sql.Structure out) {
            out.node(column);
        }

        @Override
        public void render(dev.azoth.sql.SqlOutput out) {
            out.sql("1 / (vector_dims(").argument(column).sql(") - 8) > 0");
        }
    }

    @Test
    void damagingVersionsAreKnown() {
        assertThat(PgvectorVersion.isDamaging("0.8.0")).isTrue();
        assertThat(PgvectorVersion.isDamaging("0.7.4")).isTrue();
        assertThat(PgvectorVersion.isDamaging("0.8.4")).isFalse();
        assertThat(PgvectorVersion.isDamaging("0.8.10")).isFalse();
        assertThat(PgvectorVersion.isDamaging("0.9")).isFalse();
        assertThat(PgvectorVersion.isDamaging("1.0.0")).isFalse();
    }

    @Test
    void aSizeIsChecked() {
        assertThatThrownBy(() -> IndexBuild.concurrent().memory("2GB'; DROP TABLE built"))
                .hasMessage("a size of memory is written like 2GB, not \"2GB'; DROP TABLE built\"");
    }
}
