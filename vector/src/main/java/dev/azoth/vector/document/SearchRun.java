package dev.azoth.vector.document;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Bind;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Label;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.type.Json;
import dev.azoth.vector.VectorDistance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the nearest documents: by one select where the database computes the distance, by a scan of the vectors elsewhere. */
final class SearchRun {
    private final OpenCollection collection;
    private final DocumentTable table;
    private final DocumentReader reader;

    SearchRun(OpenCollection collection, DocumentReader reader) {
        this.collection = collection;
        this.table = collection.table();
        this.reader = reader;
    }

    /** The vector to search for; asks the embedder, and so comes before the transaction. */
    float[] query(Search search) {
        float[] query = search.vector().orElseGet(() -> embedded(search.text().orElseThrow()));
        collection.check(query);
        return query;
    }

    private float[] embedded(String text) {
        return collection
                .embedder()
                .orElseThrow(() -> new InvalidRequestException("the collection " + table.name()
                        + " was opened without an embedder: open it with one, or search by Search.vector(…)"))
                .embedQuery(text);
    }

    SearchResult run(Connection connection, Search search, float[] query) {
        if (search.words().isPresent()) {
            return new HybridRun(collection, reader, this).run(connection, search, query);
        }
        Optional<Condition> condition = search.filter().flatMap(reader::rendered);
        boolean inSql = search.filter().isEmpty() || condition.isPresent();
        return inSql && collection.vectors().computes(collection.metric())
                ? select(connection, search, query, condition)
                : scan(connection, search, query, condition);
    }

    /** What is asked for of all that was found, the nearest first. */
    private SearchResult result(List<Hit> found, Search search, boolean isShort) {
        if (search.diversity().isEmpty()) {
            return page(found, search, isShort);
        }
        List<Hit> chosen = new DiverseHits(
                        collection.metric(), search.diversity().get().relevance())
                .choose(similarEnough(found, search), search.skipped() + search.topK());
        return page(
                search.givesEmbeddings()
                        ? chosen
                        : chosen.stream().map(SearchRun::withoutEmbedding).toList(),
                search,
                isShort);
    }

    /** A page of sorted hits. */
    SearchResult page(List<Hit> sorted, Search search, boolean isShort) {
        List<Hit> all = similarEnough(sorted, search);
        int from = Math.min(search.skipped(), all.size());
        return new SearchResult(all.subList(from, Math.min(from + search.topK(), all.size())), isShort);
    }

    private static Hit withoutEmbedding(Hit hit) {
        Document document = hit.document();
        return new Hit(
                Document.stored(document.id(), document.text(), document.json(), null),
                hit.distance(),
                hit.similarity(),
                hit.score());
    }

    /** The threshold is applied to what comes, not in WHERE: there, it would make an index look for more that is farther still. */
    private SearchResult select(Connection connection, Search search, float[] query, Optional<Condition> condition) {
        Label<Double> distance = distance(query);
        List<Selectable<?>> selected = new ArrayList<>(List.of(table.id, table.metadata, table.content, distance));
        if (search.readsEmbeddings()) {
            selected.add(table.embedding);
        }
        Select<Row> select = collection.where(Sql.select(selected), condition).limit(search.wanted());
        List<Hit> hits = new ArrayList<>();
        for (Row row : rows(
                connection,
                search,
                new DocumentStorage.Effort(
                        search.wanted(),
                        Math.max(search.candidates(), search.wanted()),
                        collection.passesOver(search),
                        row -> true),
                served -> select.orderBy(served ? distance : unserved(distance)))) {
            Document document = Document.stored(
                    row.get(table.id.name(), String.class),
                    row.get(table.content.name(), String.class),
                    row.get(table.metadata.name(), Json.class),
                    search.readsEmbeddings() ? row.get(table.embedding.name(), float[].class) : null);
            hits.add(hit(document, row.get("distance", Double.class)));
        }
        // an index with a relaxed order gives them nearly sorted
        hits.sort(Comparator.comparingDouble(Hit::distance));
        boolean isShort = hits.size() < search.wanted() && isShort(connection, search, hits.size(), condition);
        return result(hits, search, isShort);
    }

    Label<Double> distance(float[] query) {
        return new VectorDistance(collection.metric(), table.embedding, new Bind<>(table.embedding.type(), query))
                .as("distance");
    }

    /**
     * By the index where there is one, unless the search is to be exact.
     *
     * @param statement the search, so written that an index serves it or that none does
     */
    List<Row> rows(
            Connection connection,
            Search search,
            DocumentStorage.Effort effort,
            Function<Boolean, Select<Row>> statement) {
        return usesIndex(search)
                ? collection.storage().nearest(connection, statement.apply(true), statement.apply(false), effort)
                : connection.execute(statement.apply(!collection.approximate())).all();
    }

    private boolean usesIndex(Search search) {
        return collection.approximate() && !search.isExact();
    }

    /** Whether the index gave up at so many although more match. */
    boolean isShort(Connection connection, Search search, int found, Optional<Condition> condition) {
        return usesIndex(search) && reader.hasAtLeast(connection, found + 1, condition);
    }

    /** No index serves an expression around the distance. */
    static Expression<Double> unserved(Label<Double> distance) {
        return distance.expression().plus(0.0);
    }

    private SearchResult scan(Connection connection, Search search, float[] query, Optional<Condition> condition) {
        ExactSearch exact = new ExactSearch(collection.metric(), query, search.wanted());
        if (search.filter().isPresent() && condition.isEmpty()) {
            new RowScan(connection, table).run(collection.own(), search.filter().get(), exact);
        } else {
            collection.storage().scan(connection, table, collection.own(condition), exact);
        }
        return result(fetched(connection, exact.nearest(), search.readsEmbeddings()), search, false);
    }

    private List<Hit> fetched(Connection connection, Nearest nearest, boolean embeddings) {
        List<Nearest.Found> found = new ArrayList<>();
        while (nearest.size() > 0) {
            found.add(0, nearest.poll());
        }
        Map<Long, Document> documents = reader.numbered(
                connection, found.stream().map(Nearest.Found::number).toList(), embeddings);
        List<Hit> hits = new ArrayList<>();
        for (Nearest.Found each : found) {
            Document document = documents.get(each.number());
            if (document != null) {
                hits.add(hit(document, each.distance()));
            }
        }
        return hits;
    }

    private Hit hit(Document document, double distance) {
        double similarity = collection.metric().similarity(distance);
        return new Hit(document, distance, similarity, similarity);
    }

    private static List<Hit> similarEnough(List<Hit> hits, Search search) {
        return search.minSimilarity().isEmpty()
                ? hits
                : hits.stream()
                        .filter(hit ->
                                hit.similarity() >= search.minSimilarity().getAsDouble())
                        .toList();
    }
}
