package dev.azoth.vector.document;

import dev.azoth.engine.Connection;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Compares what an index finds with what is really nearest. */
final class RecallRun {
    /** The same documents each time, so that two measurements can be compared. */
    private static final long SEED = 4_711;

    private final OpenCollection collection;
    private final DocumentTable table;
    private final Function<Search, SearchResult> search;

    RecallRun(OpenCollection collection, Function<Search, SearchResult> search) {
        this.collection = collection;
        this.table = collection.table();
        this.search = search;
    }

    /** A vector to search for, and the document that has it, which both searches leave out. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sample(float[] vector, String id) {}

    private static final class Timed {
        private final Set<String> ids;
        private final Duration time;

        Timed(Set<String> ids, Duration time) {
            this.ids = ids;
            this.time = time;
        }
    }

    /** By vectors of documents, from anywhere in the collection. */
    Recall ofDocuments(Connection connection, int topK, int most, int candidates) {
        return measured(samples(connection, most), topK, candidates);
    }

    /** By vectors of the caller's. */
    Recall of(List<float[]> queries, int topK, int candidates) {
        return measured(queries.stream().map(each -> new Sample(each, "")).toList(), topK, candidates);
    }

    /** By their numbers, between the first and the last: no sort of the whole table. */
    private List<Sample> samples(Connection connection, int most) {
        Row ends = connection
                .execute(collection.where(Sql.select(
                        Sql.min(table.number).as("first"), Sql.max(table.number).as("last"))))
                .one();
        List<Sample> samples = new ArrayList<>();
        if (ends.get(0) == null) {
            return samples;
        }
        long first = ends.get("first", Long.class);
        long last = ends.get("last", Long.class);
        Random random = new Random(SEED);
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < most; i++) {
            long from = first + (long) (random.nextDouble() * (last - first + 1));
            connection
                    .execute(collection.where(Sql.select(table.id, table.embedding)
                            .where(table.number.ge(from))
                            .orderBy(table.number)
                            .limit(1)))
                    .all()
                    .stream()
                    .filter(row -> chosen.add(row.get(table.id)))
                    .forEach(row -> samples.add(new Sample(row.get(table.embedding), row.get(table.id))));
        }
        return samples;
    }

    private Recall measured(List<Sample> samples, int topK, int candidates) {
        double sum = 0;
        double least = 1;
        List<Duration> byIndex = new ArrayList<>();
        List<Duration> exactly = new ArrayList<>();
        for (Sample sample : samples) {
            Search wanted = Search.vector(sample.vector)
                    .topK(sample.id.isEmpty() ? topK : topK + 1)
                    .candidates(candidates);
            Timed found = timed(wanted, sample);
            Timed nearest = timed(wanted.exact(), sample);
            byIndex.add(found.time);
            exactly.add(nearest.time);
            long both = nearest.ids.stream().filter(found.ids::contains).count();
            double share = nearest.ids.isEmpty() ? 1 : (double) both / nearest.ids.size();
            sum += share;
            least = Math.min(least, share);
        }
        return new Recall(
                samples.size(),
                topK,
                candidates,
                samples.isEmpty() ? 1 : sum / samples.size(),
                least,
                middle(byIndex),
                middle(exactly));
    }

    private Timed timed(Search wanted, Sample sample) {
        long start = System.nanoTime();
        SearchResult result = search.apply(wanted);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Set<String> ids = new HashSet<>();
        result.documents().forEach(each -> ids.add(each.id()));
        ids.remove(sample.id);
        return new Timed(ids, time);
    }

    private static Duration middle(List<Duration> times) {
        return times.isEmpty()
                ? Duration.ZERO
                : times.stream().sorted().toList().get(times.size() / 2);
    }
}
