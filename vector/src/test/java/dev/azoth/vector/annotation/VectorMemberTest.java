package dev.azoth.vector.annotation;

import static dev.azoth.orm.Loading.undefer;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.vector.Vectors.cosineDistance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DataException;
import dev.azoth.MappingException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.ColumnReference;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.vector.BitVector;
import dev.azoth.vector.Metric;
import dev.azoth.vector.SparseVector;
import dev.azoth.vector.Vectors;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A vector as a member of an entity: every way that objects go into the database and come back. */
@EveryDatabase
class VectorMemberTest {
    private static final Set<String> COMPUTES_COSINES = Set.of("postgresql", "mariadb", "duckdb");

    private final Database db;
    private final SessionFactory sessions;

    VectorMemberTest(Database db) {
        this.db = db;
        this.sessions = SessionFactory.create(db.engine());
    }

    @PrepareDatabase
    static void create(Database db) {
        Vectors.install(db.engine());
        Entities.metadata(Passage.class, Picture.class).createAll(db.engine());
    }

    @AfterEach
    void empty() {
        sessions.begin(session -> {
            session.execute(dev.azoth.sql.Sql.delete(PASSAGE));
            session.execute(dev.azoth.sql.Sql.delete(PICTURE));
        });
    }

    private static final EntityPath<Passage> PASSAGE = Entities.path(Passage.class);
    private static final ColumnReference<float[]> EMBEDDING = PASSAGE.column("embedding", float[].class);
    private static final EntityPath<Picture> PICTURE = Entities.path(Picture.class);

    @Entity
    @Table(name = "passage")
    static class Passage {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Vector(3)
        float @Nullable [] embedding;

        @Vector(2)
        Lazy<float[]> sketch = Lazy.empty();

        @HalfVector(3)
        float @Nullable [] small;

        @Vector(1000)
        @Nullable
        SparseVector words;

        @Vector(11)
        @Nullable
        BitVector fingerprint;

        Passage() {}

        Passage(float @Nullable ... embedding) {
            this.embedding = embedding;
        }

        Long id() {
            return Objects.requireNonNull(id);
        }
    }

    /** A record with a key of the program's own. */
    @Entity
    @Table(name = "picture")
    @SuppressWarnings("ArrayRecordComponent") // which is compared by its elements here
    record Picture(@Id long id, @Vector(3) float @Nullable [] colour) {}

    private Passage stored(float @Nullable ... embedding) {
        Passage passage = new Passage(embedding);
        sessions.begin(session -> session.add(passage));
        return passage;
    }

    @Test
    void itComesBackAsItWentInAndIsNotTakenForChanged() {
        float[] odd = {Float.MIN_VALUE, -0x1p50f, -0f};
        Long id = stored(odd).id();
        Long none = stored((float[]) null).id();
        try (Session session = sessions.open()) {
            Passage passage = session.get(Passage.class, id).orElseThrow();
            assertThat(passage.embedding).containsExactly(odd);
            assertThat(session.get(Passage.class, none).orElseThrow().embedding).isNull();
            assertThat(session.pending()).isEmpty();
        }
    }

    @Test
    void anElementThatChangesInPlaceIsWritten() {
        Long id = stored(1, 2, 3).id();
        sessions.begin(
                session -> Objects.requireNonNull(session.get(Passage.class, id).orElseThrow().embedding)[1] = 7);
        sessions.begin(session -> {
            Passage passage = session.get(Passage.class, id).orElseThrow();
            assertThat(passage.embedding).containsExactly(1, 7, 3);
            passage.embedding = new float[] {1, 7, 3}; // another array with the same numbers
            assertThat(session.pending()).isEmpty();
            passage.embedding = null;
        });
        sessions.begin(session -> assertThat(session.get(Passage.class, id).orElseThrow().embedding)
                .isNull());
    }

    @Test
    void aRollbackGivesTheElementsBack() {
        Long id = stored(1, 2, 3).id();
        try (Session session = sessions.open()) {
            Passage passage = session.get(Passage.class, id).orElseThrow();
            var savepoint = db.name().equals("duckdb") ? null : session.beginNested();
            Objects.requireNonNull(passage.embedding)[0] = 9;
            session.flush();
            if (savepoint == null) {
                session.rollback();
            } else {
                savepoint.rollback();
            }
            assertThat(passage.embedding).containsExactly(1, 2, 3);
        }
    }

    @Test
    void refreshAndMergeTakeTheElements() {
        Long id = stored(1, 2, 3).id();
        Passage detached = stored(4, 5, 6);
        sessions.begin(session -> {
            Passage passage = session.get(Passage.class, id).orElseThrow();
            Objects.requireNonNull(passage.embedding)[0] = 9;
            session.refresh(passage);
            assertThat(passage.embedding).containsExactly(1, 2, 3);

            Objects.requireNonNull(detached.embedding)[2] = -6;
            Passage merged = session.merge(detached);
            assertThat(merged).isNotSameAs(detached);
            assertThat(merged.embedding).containsExactly(4, 5, -6);
        });
        sessions.begin(
                session -> assertThat(session.get(Passage.class, detached.id()).orElseThrow().embedding)
                        .containsExactly(4, 5, -6));
    }

    @Test
    void whatNoColumnTakesIsRefusedBeforeAnythingIsSent() {
        Passage short1 = new Passage(1, 2);
        refused(short1, "Passage (new).embedding takes vectors of 3 dimensions, and this one has 2");
        refused(
                new Passage(1, Float.NaN, 3),
                "Passage (new).embedding takes finite numbers, and element 1 of this vector of 3 is NaN");
        Passage sketched = new Passage(1, 2, 3);
        sketched.sketch = Lazy.of(new float[] {Float.NEGATIVE_INFINITY, 0});
        refused(sketched, "Passage (new).sketch takes finite numbers, and element 0 of this vector of 2 is -Infinity");
        Long id = stored(1, 2, 3).id();
        try (Session session = sessions.open()) {
            session.get(Passage.class, id).orElseThrow().embedding = new float[4];
            db.statements().clear();
            assertThatThrownBy(session::flush)
                    .isInstanceOf(DataException.class)
                    .hasMessage("Passage#" + id + ".embedding takes vectors of 3 dimensions, and this one has 4");
            assertThat(db.statements().sql()).isEmpty();
        }
    }

    private void refused(Passage passage, String message) {
        try (Session session = sessions.open()) {
            session.add(passage);
            db.statements().clear();
            assertThatThrownBy(session::flush).isInstanceOf(DataException.class).hasMessage(message);
            assertThat(db.statements().sql()).isEmpty();
        }
    }

    @Test
    void theNearestObjectsComeFirst() {
        stored(1, 2, 3);
        stored(-1, 0.5f, 0);
        Passage near = stored(1, 0, 0.9f);
        stored((float[]) null);
        var nearest = select(PASSAGE)
                .where(EMBEDDING.isNotNull())
                .orderBy(cosineDistance(EMBEDDING, new float[] {1, 0, 1}))
                .limit(2);
        try (Session session = sessions.open()) {
            if (COMPUTES_COSINES.contains(db.name())) {
                assertThat(session.execute(nearest).map(Passage::id).all())
                        .hasSize(2)
                        .startsWith(near.id());
            } else {
                assertThatThrownBy(() -> session.execute(nearest).all())
                        .isInstanceOf(CompileException.class)
                        .hasMessageContaining(db.engine().server().product())
                        .hasMessageContaining("cosine distance");
            }
        }
    }

    @Test
    void aLazyVectorIsReadWhenItIsAskedFor() {
        Passage passage = new Passage(1, 2, 3);
        passage.sketch = Lazy.of(new float[] {0.5f, 0.25f});
        sessions.begin(session -> session.add(passage));
        try (Session session = sessions.open()) {
            Passage read = session.get(Passage.class, passage.id()).orElseThrow();
            assertThat(read.sketch.isLoaded()).isFalse();
            assertThat(read.sketch.get()).containsExactly(0.5f, 0.25f);
        }
        try (Session session = sessions.open()) {
            Passage read = session.execute(select(PASSAGE)
                            .options(undefer(PASSAGE, PASSAGE.column("sketch", float[].class))))
                    .one();
            assertThat(read.sketch.get()).containsExactly(0.5f, 0.25f);
            read.sketch = Lazy.of(new float[] {0.75f, 0.25f});
            session.commit();
        }
        sessions.begin(session -> assertThat(session.get(Passage.class, passage.id())
                        .orElseThrow()
                        .sketch
                        .get())
                .containsExactly(0.75f, 0.25f));
    }

    @Test
    void theOtherKindsComeBackAndAreNotTakenForChanged() {
        Passage passage = new Passage(1, 2, 3);
        passage.small = new float[] {0.1f, 65504, -1e-7f}; // which are rounded
        passage.words = SparseVector.of(1000, Map.of(7, 0.5f, 999, -1f));
        passage.fingerprint = BitVector.of("10110000111");
        sessions.begin(session -> {
            session.add(passage);
            session.flush();
            session.refresh(passage);
            assertThat(session.pending()).isEmpty();
        });
        sessions.begin(session -> {
            Passage read = session.get(Passage.class, passage.id()).orElseThrow();
            assertThat(read.small).containsExactly(0.099975586f, 65504, -1.1920929e-7f);
            assertThat(read.words).isEqualTo(passage.words);
            assertThat(read.fingerprint).isEqualTo(passage.fingerprint);
            read.small = new float[] {0.1f, 65504, -1e-7f};
            assertThat(session.pending()).isEmpty();
            read.small[2] = 1;
        });
        sessions.begin(
                session -> assertThat(session.get(Passage.class, passage.id()).orElseThrow().small)
                        .containsExactly(0.099975586f, 65504, 1));
        Passage wrong = new Passage(1, 2, 3);
        wrong.small = new float[] {1, 1e5f, 2};
        refused(
                wrong,
                "Passage (new).small takes numbers of 16 bits, up to 65504, and element 1 of this vector of 3 is 100000.0");
    }

    @Test
    void manyGoInFewStatements() {
        List<Passage> passages = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            passages.add(i % 10 == 0 ? new Passage((float[]) null) : new Passage(i, 2 * i, -i));
            pictures.add(new Picture(i, i % 10 == 0 ? null : new float[] {i, 2 * i, -i}));
        }
        db.statements().clear();
        sessions.begin(session -> {
            passages.forEach(session::add);
            session.flush();
        });
        assertThat(db.statements().sql()).hasSizeLessThanOrEqualTo(4);
        db.statements().clear();
        sessions.begin(session -> pictures.forEach(session::add));
        if (db.name().equals("postgresql")) { // whose COPY takes vectors in their binary form
            assertThat(db.statements().sql()).contains("COPY picture (id, colour) FROM STDIN (FORMAT BINARY)");
        }
        sessions.begin(session -> {
            List<Passage> back = session.execute(select(PASSAGE).orderBy(PASSAGE.column("id", Long.class)))
                    .all();
            List<Picture> same = session.execute(select(PICTURE).orderBy(PICTURE.column("id", Long.class)))
                    .all();
            for (int i = 0; i < 1_000; i++) {
                assertThat(back.get(i).embedding).isEqualTo(passages.get(i).embedding);
                assertThat(same.get(i).colour()).isEqualTo(pictures.get(i).colour());
            }
        });
    }

    @Entity
    static class Wrong {
        @Id
        long id;

        @Vector(0)
        float[] none = {};

        @Vector(3)
        double[] doubles = {};

        @Vector(3)
        @Nullable
        String text;
    }

    @Entity
    @Table(name = "searched")
    static class Searched {
        @Id
        long id;

        @Vector(3)
        @VectorIndexed(value = Metric.COSINE, m = 8)
        @Column(nullable = false)
        float[] embedding = {};
    }

    @Entity
    static class WronglyIndexed {
        @Id
        long id;

        @VectorIndexed(Metric.COSINE)
        @Nullable
        String text;
    }

    @Test
    void itsIndexIsMadeWithTheTable() {
        MetaData metadata = Entities.metadata(Searched.class);
        metadata.createAll(db.engine());
        try {
            var indexes = db.engine().inspect().table("searched").orElseThrow().indexes();
            if (db.name().equals("postgresql")) {
                assertThat(indexes).hasSize(1);
                assertThat(indexes.get(0).method()).isEqualTo("hnsw");
                assertThat(indexes.get(0).details().operatorClasses()).containsExactly("vector_cosine_ops");
                assertThat(indexes.get(0).details().options()).containsEntry("m", "8");
            } else {
                assertThat(indexes).hasSize(db.name().equals("mariadb") ? 1 : 0);
            }
        } finally {
            metadata.dropAll(db.engine());
        }
        assertThatThrownBy(() -> Entities.metadata(WronglyIndexed.class).createAll(db.engine()))
                .isInstanceOf(MappingException.class)
                .hasMessage(WronglyIndexed.class.getName()
                        + ".text: @VectorIndexed is for float[] with @Vector or @HalfVector, not java.lang.String");
    }

    @Test
    void whatIsWrongInAClassIsSaidAtOnce() {
        assertThatThrownBy(() -> Entities.metadata(Wrong.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("a vector has at least one dimension, not 0")
                .hasMessageContaining("@Vector is for float[], SparseVector and BitVector, not double[]")
                .hasMessageContaining("@Vector is for float[], SparseVector and BitVector, not java.lang.String");
    }
}
