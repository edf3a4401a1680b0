package dev.azoth.vector.postgresql;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.Types;
import dev.azoth.vector.BitVector;
import dev.azoth.vector.Creation;
import dev.azoth.vector.IndexedVector;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorFunctions;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.VectorStorage;
import dev.azoth.vector.Vectors;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Search;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The extension: where it is, who may create it, and what goes over the wire. */
@OnDatabase("postgresql")
class PgvectorTest {
    private static final float[] VECTOR = {1, 2, -0.5f};
    private final Database db;

    PgvectorTest(Database db) {
        this.db = db;
    }

    @AfterEach
    void forget() throws SQLException {
        run(
                "DROP EXTENSION IF EXISTS vector CASCADE",
                "DROP TABLE IF EXISTS docs",
                "DROP SCHEMA IF EXISTS extensions",
                "DROP SCHEMA IF EXISTS \"odd \"\"one\" CASCADE");
    }

    private void run(String... statements) throws SQLException {
        try (var connection = db.jdbc();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void roundTrip(Engine engine) {
        DocumentStore docs =
                DocumentStore.open(engine, "docs", o -> o.dimensions(3).index(VectorIndex.hnsw()));
        docs.add(Document.of("added").withEmbedding(VECTOR));
        docs.upsert(Document.of("upserted").withEmbedding(VECTOR));
        assertThat(docs.search(Search.vector(VECTOR)).hits()).hasSize(2);
        for (int i = 0; i < 12; i++) {
            List<float[]> vectors = engine.transaction(connection ->
                    connection.execute(select(docs.table().embedding)).all());
            assertThat(vectors)
                    .hasSize(2)
                    .allSatisfy(vector -> assertThat(vector).containsExactly(VECTOR));
        }
        docs.drop();
    }

    @Test
    void isCreatedWhereItIsMissing() {
        try (Engine engine = Engine.create(db.url())) {
            assertThat(engine.server().extensionSchema("vector")).isEmpty();
            roundTrip(engine);
            assertThat(engine.server().extensionSchema("vector")).contains("public");
        }
    }

    @Test
    void isCreatedInTheSchemaForExtensions() throws SQLException {
        run("CREATE SCHEMA extensions");
        try (Engine engine = Engine.create(db.url())) {
            roundTrip(engine);
            assertThat(engine.server().extensionSchema("vector")).contains("extensions");
        }
    }

    @Test
    void isFoundInAnySchemaOffTheSearchPath() throws SQLException {
        run("CREATE SCHEMA \"odd \"\"one\"", "CREATE EXTENSION vector SCHEMA \"odd \"\"one\"");
        try (Engine engine = Engine.create(db.url())) {
            roundTrip(engine);
        }
    }

    /** Others leave types, operators and classes of operators to the search path, which {@code currentSchema} replaces. */
    @Test
    void typesOperatorsAndFunctionsAreFoundOffTheSearchPath() throws SQLException {
        run("CREATE SCHEMA extensions", "CREATE EXTENSION vector SCHEMA extensions", "CREATE SCHEMA app");
        try (Engine engine = Engine.create(db.url() + (db.url().contains("?") ? "&" : "?") + "currentSchema=app")) {
            MetaData metadata = new MetaData();
            Column<float[]> v = Column.of("v", Vectors.vector(3));
            Column<float[]> half = Column.of("h", Vectors.halfVector(3));
            Table table = Table.of(metadata, "off_path", v, half);
            IndexedVector near = IndexedVector.of(v, Metric.L2).by(VectorIndex.hnsw());
            table.index("off_path_near", List.of(v), near);
            metadata.createAll(engine);
            engine.begin(connection -> {
                connection.execute(insert(table).values(v, VECTOR).values(half, VECTOR));
                assertThat(connection
                                .execute(select(v).orderBy(near.distance(VECTOR)))
                                .one())
                        .containsExactly(VECTOR);
                assertThat(connection
                                .execute(select(VectorFunctions.avg(v), VectorFunctions.sum(half)))
                                .one()
                                .values())
                        .hasSize(2);
                assertThat(connection
                                .execute(select(VectorFunctions.hammingDistance(
                                        VectorFunctions.binaryQuantize(v), BitVector.quantized(VECTOR))))
                                .one())
                        .isZero();
                assertThat(connection
                                .execute(select(
                                        Vectors.cosineDistance(VectorFunctions.subvector(v, 0, 2), new float[] {1, 2})))
                                .one())
                        .isLessThan(1e-6);
            });
            metadata.dropAll(engine);
        } finally {
            run("DROP SCHEMA app CASCADE");
        }
    }

    @Test
    void textIsReadWhereNoBytesCome() throws SQLException {
        run("CREATE EXTENSION vector");
        String separator = db.url().contains("?") ? "&" : "?";
        for (String option : List.of("prepareThreshold=0", "prepareThreshold=-1", "preferQueryMode=simple")) {
            try (Engine engine = Engine.create(db.url() + separator + option)) {
                if (option.startsWith("prepare")) {
                    roundTrip(engine);
                } else {
                    simple(engine);
                }
            }
        }
    }

    /** In the simple protocol the driver writes values into the text, as text. */
    private void simple(Engine engine) {
        MetaData metadata = new MetaData();
        Column<float[]> vector = Column.of("v", Vectors.vector(3));
        Table table = Table.of(metadata, "simple", vector);
        metadata.createAll(engine);
        engine.begin(connection -> connection.execute(insert(table).values(vector, VECTOR)));
        float[] back = engine.transaction(
                connection -> connection.execute(select(vector)).one());
        assertThat(back).containsExactly(VECTOR);
        metadata.dropAll(engine);
    }

    @Test
    void bytesAreSentAndComeBack() throws SQLException {
        try (Engine engine = Engine.create(db.url())) {
            Vectors.install(engine);
            try (Connection connection = engine.connect()) {
                connection.execute(Sql.text("CREATE TEMP TABLE t (v vector(3))"));
                Table table = Table.of(new MetaData(), "t", Column.of("v", Vectors.vector(3)));
                @SuppressWarnings("unchecked")
                Column<float[]> v = (Column<float[]>) table.column("v");
                connection.execute(insert(table).values(v, VECTOR));
                assertThat(connection
                                .execute(Sql.text("SELECT encode(vector_send(v), 'hex') AS bytes FROM t")
                                        .column("bytes", Types.TEXT))
                                .one()
                                .get("bytes", String.class))
                        .isEqualTo("000300003f80000040000000bf000000");
                var jdbc = connection.unwrap();
                try (var statement = jdbc.prepareStatement("SELECT v FROM t")) {
                    PgDriver.connection(jdbc).setPrepareThreshold(-1);
                    statement.unwrap(org.postgresql.jdbc.PgStatement.class).setPrepareThreshold(-1);
                    try (var rows = statement.executeQuery()) {
                        assertThat(rows.next()).isTrue();
                        assertThat(VectorText.isText(rows.getBytes(1))).isFalse();
                        assertThat(new PgCodec<>(VectorForm.FORM, 3, "public").read(rows, 1))
                                .containsExactly(VECTOR);
                    }
                }
            }
        }
    }

    @Test
    void withoutTheExtensionAStatementSaysWhatToDo() {
        try (Engine engine = Engine.create(db.url())) {
            Table table = Table.of(new MetaData(), "t", Column.of("v", Vectors.vector(3)));
            assertThatThrownBy(() -> engine.compile(insert(table).values(table.column("v", float[].class), VECTOR)))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining(
                            "has no type vector, for the extension of that name is not installed in this database:"
                                    + " call Vectors.install(engine)");
        }
    }

    @Test
    void requireCreatesNothing() {
        try (Engine engine = Engine.create(db.url())) {
            assertThatThrownBy(() -> VectorStorage.of(engine.server()).install(engine, Creation.REQUIRE))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "the extension vector is not installed in this database, and Creation.REQUIRE creates nothing:"
                                    + " have a superuser run CREATE EXTENSION IF NOT EXISTS vector SCHEMA public");
        }
    }

    @Test
    void whoMayNotCreateItIsToldWhatToAskFor() throws SQLException {
        run(
                "DROP ROLE IF EXISTS azoth_plain",
                "CREATE ROLE azoth_plain LOGIN PASSWORD 'plain'",
                "GRANT ALL ON SCHEMA public TO azoth_plain");
        String url = db.url().replaceFirst("//[^@/]*@", "//azoth_plain:plain@");
        try (Engine engine = Engine.create(url)) {
            assertThatThrownBy(() -> DocumentStore.open(engine, "docs", o -> o.dimensions(3)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("this user may not create the extension vector: have a superuser of this database run"
                            + " CREATE EXTENSION IF NOT EXISTS vector SCHEMA public");
            run("CREATE EXTENSION vector");
            roundTrip(engine);
        } finally {
            run("REVOKE ALL ON SCHEMA public FROM azoth_plain", "DROP OWNED BY azoth_plain", "DROP ROLE azoth_plain");
        }
    }
}
