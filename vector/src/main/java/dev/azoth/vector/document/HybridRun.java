package dev.azoth.vector.document;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Result;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Label;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import dev.azoth.vector.filter.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Finds documents by what they mean and by their words, and makes one list of both. */
final class HybridRun {
    private final OpenCollection collection;
    private final DocumentTable table;
    private final DocumentReader reader;
    private final SearchRun nearest;

    HybridRun(OpenCollection collection, DocumentReader reader, SearchRun nearest) {
        this.collection = collection;
        this.table = collection.table();
        this.reader = reader;
        this.nearest = nearest;
    }

    /** A document of either list. */
    private static final class Candidate {
        private final Document document;
        private final double distance;
        private OptionalInt near = OptionalInt.empty();
        private OptionalInt found = OptionalInt.empty();
        private double rank;

        Candidate(Document document, double distance) {
            this.document = document;
            this.distance = distance;
        }
    }

    SearchResult run(Connection connection, Search search, float[] query) {
        String language = collection
                .language()
                .orElseThrow(
                        () -> new InvalidRequestException(
                                "the collection " + table.name()
                                        + " was opened without an index of its words: open it with options.words(\"english\"), say, to search by words too"));
        String words = search.words().orElseThrow();
        Optional<Condition> condition = search.filter().flatMap(reader::rendered);
        boolean inSql = search.filter().isEmpty() || condition.isPresent();
        Optional<WordSearch> statement = inSql ? collection.storage().words(table, language, words) : Optional.empty();
        return statement.isPresent() && collection.vectors().computes(collection.metric())
                ? byOneStatement(connection, search, query, statement.get(), condition)
                : byTwo(connection, search, query, statement, condition);
    }

    /** Both lists are subqueries, which the rows of the documents are joined to; a document of both comes twice. */
    private SearchResult byOneStatement(
            Connection connection, Search search, float[] query, WordSearch words, Optional<Condition> condition) {
        Label<Double> distance = nearest.distance(query);
        List<Row> rows = nearest.rows(
                connection,
                search,
                new DocumentStorage.Effort(
                        search.listed(),
                        Math.max(search.candidates(), search.listed()),
                        collection.passesOver(search),
                        row -> row.get("rank") == null),
                served -> statement(
                        search,
                        words,
                        condition,
                        distance,
                        served ? distance.expression() : SearchRun.unserved(distance)));
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        List<Candidate> near = new ArrayList<>();
        List<Candidate> found = new ArrayList<>();
        for (Row row : rows) {
            Candidate candidate = candidates.computeIfAbsent(
                    row.get(table.id.name(), String.class), id -> candidate(row, id, search.givesEmbeddings()));
            Double rank = row.get("rank", Double.class);
            if (rank == null) {
                near.add(candidate);
            } else {
                candidate.rank = rank;
                found.add(candidate);
            }
        }
        near.sort(Comparator.comparingDouble(each -> each.distance));
        for (int i = 0; i < near.size(); i++) {
            near.get(i).near = OptionalInt.of(i + 1);
        }
        found.sort(Comparator.comparingDouble((Candidate each) -> each.rank).reversed());
        for (int i = 0; i < found.size(); i++) {
            found.get(i).found = OptionalInt.of(i + 1);
        }
        boolean isShort =
                candidates.size() < search.wanted() && nearest.isShort(connection, search, near.size(), condition);
        return result(candidates.values(), search, isShort);
    }

    private Select<Row> statement(
            Search search,
            WordSearch words,
            Optional<Condition> condition,
            Label<Double> distance,
            Expression<Double> sortedBy) {
        Select<Row> near = Sql.select(table.number, Sql.nullValue(Types.DOUBLE).as("rank"))
                .orderBy(sortedBy)
                .limit(search.listed());
        Select<Row> found =
                words.documents().orderBy(words.rank().desc(), table.number).limit(search.listed());
        Subquery either = collection
                .where(near, condition)
                .unionAll(collection.where(found, condition))
                .subquery("either");
        List<Selectable<?>> selected = new ArrayList<>(List.of(
                table.id,
                table.metadata,
                table.content,
                distance,
                either.get("rank", Types.DOUBLE).as("rank")));
        if (search.givesEmbeddings()) {
            selected.add(table.embedding);
        }
        return Sql.select(selected)
                .from(table)
                .join(either, either.get(table.number).eq(table.number));
    }

    private Candidate candidate(Row row, String id, boolean embedding) {
        return new Candidate(
                Document.stored(
                        id,
                        row.get(table.content.name(), String.class),
                        row.get(table.metadata.name(), Json.class),
                        embedding ? row.get(table.embedding.name(), float[].class) : null),
                row.get("distance", Double.class));
    }

    /** One list after the other, where the database cannot compute both. */
    private SearchResult byTwo(
            Connection connection,
            Search search,
            float[] query,
            Optional<WordSearch> words,
            Optional<Condition> condition) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        int place = 0;
        SearchResult near = nearest.run(connection, search.meaningAlone(), query);
        for (Hit hit : near) {
            Candidate candidate = new Candidate(hit.document(), hit.distance());
            candidate.near = OptionalInt.of(++place);
            candidates.put(hit.document().id(), candidate);
        }
        Map<Long, Double> ranks = words.isPresent()
                ? ranks(connection, words.get(), condition, search.listed())
                : scanned(connection, search);
        Map<Long, Document> documents = reader.numbered(connection, ranks.keySet(), true);
        place = 0;
        for (Map.Entry<Long, Double> each : ranks.entrySet()) {
            Document document = documents.get(each.getKey());
            if (document != null) {
                Candidate candidate = candidates.computeIfAbsent(document.id(), id -> far(document, query, search));
                candidate.found = OptionalInt.of(++place);
                candidate.rank = each.getValue();
            }
        }
        return result(candidates.values(), search, near.shortResult() && candidates.size() < search.wanted());
    }

    private Candidate far(Document document, float[] query, Search search) {
        float[] vector = Objects.requireNonNull(document.vector());
        return new Candidate(
                search.givesEmbeddings()
                        ? document
                        : Document.stored(document.id(), document.text(), document.json(), null),
                collection.metric().distance(query, vector));
    }

    private Map<Long, Double> ranks(Connection connection, WordSearch words, Optional<Condition> condition, int most) {
        Map<Long, Double> ranks = new LinkedHashMap<>();
        Select<Row> select = collection
                .where(words.documents(), condition)
                .orderBy(words.rank().desc(), table.number)
                .limit(most);
        for (Row row : connection.execute(select)) {
            ranks.put(row.get(table.number.name(), Long.class), row.get("rank", Double.class));
        }
        return ranks;
    }

    private Map<Long, Double> scanned(Connection connection, Search search) {
        WordScan scan = new WordScan(search.words().orElseThrow());
        @Nullable Filter filter = search.filter().orElse(null);
        Select<Row> select = Sql.select(table.number, table.content, table.metadata);
        try (Result<Row> rows =
                connection.stream(filter == null ? collection.where(select) : reader.filtered(select, filter))) {
            for (Row row : rows) {
                if (filter == null || filter.matches(row.get(table.metadata).object())) {
                    scan.look(row.get(table.number), row.get(table.content));
                }
            }
        }
        return scan.best(search.listed());
    }

    private SearchResult result(Collection<Candidate> candidates, Search search, boolean isShort) {
        Fusion fusion = search.fusion();
        double best = candidates.stream().mapToDouble(each -> each.rank).max().orElse(0);
        List<Hit> hits = candidates.stream()
                .map(each -> {
                    double similarity = collection.metric().similarity(each.distance);
                    double score = fusion.score(each.near, each.found, similarity, best > 0 ? each.rank / best : 0);
                    return new Hit(each.document, each.distance, similarity, score);
                })
                .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparingDouble(Hit::distance))
                .toList();
        return nearest.page(hits, search, isShort);
    }
}
