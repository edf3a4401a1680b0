package dev.azoth.benchmarks.vectors;

import dev.azoth.engine.Engine;
import dev.azoth.vector.Metric;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Search;
import dev.azoth.vector.document.SearchResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The ten nearest of 100,000 vectors in a file of SQLite's, and what it cannot be faster than: memory, SQLite itself, its driver.
 *
 * <p>With {@code -jvmArgsAppend --add-modules=jdk.incubator.vector} by vector instructions.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls the setup first
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ExactSearchOnSqlite {
    private static final int DIMENSIONS = 384;

    /** How many there are. */
    @Param("100000")
    public int documents;

    private Path folder;
    private Engine engine;
    private Connection connection;
    private DocumentStore store;
    private float[] query;
    private float[][] vectors;
    private float[] copy;

    /** Makes the file. */
    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        folder = Files.createTempDirectory("azoth-vectors");
        Path file = folder.resolve("vectors.db");
        engine = Engine.create("sqlite:///" + file);
        store = DocumentStore.open(engine, "docs", o -> o.dimensions(DIMENSIONS));
        Random random = new Random(1);
        query = random(random);
        vectors = IntStream.range(0, documents).mapToObj(i -> random(random)).toArray(float[][]::new);
        copy = new float[documents * DIMENSIONS];
        store.add(IntStream.range(0, documents)
                .mapToObj(i -> Document.of("document " + i, Map.of("n", i)).withEmbedding(vectors[i])));
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static float[] random(Random random) {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    /** Deletes it. */
    @TearDown(Level.Trial)
    public void close() throws IOException, SQLException {
        connection.close();
        engine.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** The search. */
    @Benchmark
    public SearchResult search() {
        return store.search(Search.vector(query).topK(10));
    }

    /** Memory's limit: the same bytes, copied. */
    @Benchmark
    public float[] memory() {
        for (int i = 0; i < documents; i++) {
            System.arraycopy(vectors[i], 0, copy, i * DIMENSIONS, DIMENSIONS);
        }
        return copy;
    }

    /** The arithmetic alone: all distances, of vectors that are in memory. */
    @Benchmark
    public double arithmetic() {
        Metric.Distance distance = Metric.COSINE.to(query);
        double nearest = Double.MAX_VALUE;
        for (float[] each : vectors) {
            nearest = Math.min(nearest, distance.from(each));
        }
        return nearest;
    }

    /** SQLite's limit: it looks at the bytes of each vector, and gives none to Java. */
    @Benchmark
    public long sqlite() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT length(max(embedding)) FROM docs")) {
            return row.getLong(1);
        }
    }

    /** The driver's limit when it is asked for each row: all vectors, and nothing done with them. */
    @Benchmark
    public long driver() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, embedding FROM docs")) {
            long bytes = 0;
            while (rows.next()) {
                bytes += rows.getLong(1) + rows.getBytes(2).length;
            }
            return bytes;
        }
    }
}
