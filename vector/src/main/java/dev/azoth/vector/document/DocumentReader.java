package dev.azoth.vector.document;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Result;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.vector.filter.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads documents by their ids and by their metadata. */
final class DocumentReader {
    private static final int PAGE = 500;

    private final OpenCollection collection;
    private final DocumentTable table;

    DocumentReader(OpenCollection collection) {
        this.collection = collection;
        this.table = collection.table();
    }

    /** Those that are there, in the order of the ids. */
    List<Document> get(Connection connection, Collection<String> ids) {
        List<String> wanted = ids.stream().map(collection::id).toList();
        Map<String, Document> found = new HashMap<>();
        for (List<String> page : Pages.of(new LinkedHashSet<>(wanted), PAGE)) {
            connection
                    .execute(collection.where(documents().where(table.id.in(page))))
                    .map(this::document)
                    .forEach(document -> found.put(document.id(), document));
        }
        return wanted.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Those of certain numbers, with their vectors or without. */
    Map<Long, Document> numbered(Connection connection, Collection<Long> numbers, boolean embeddings) {
        Map<Long, Document> found = new HashMap<>();
        Select<Row> documents = embeddings
                ? Sql.select(table.number, table.id, table.metadata, table.content, table.embedding)
                : documents();
        for (List<Long> page : Pages.of(numbers, PAGE)) {
            for (Row row : connection.execute(collection.where(documents.where(table.number.in(page))))) {
                found.put(row.get(table.number), document(row, embeddings));
            }
        }
        return found;
    }

    void forEach(Connection connection, Filter filter, Consumer<Document> action) {
        try (Result<Row> rows = connection.stream(filtered(documents(), filter).orderBy(table.number))) {
            matching(rows, filter).forEach(action);
        }
    }

    /** The ids alone, whatever their texts' size. */
    void forEachId(Connection connection, Filter filter, Consumer<String> action) {
        boolean tested = rendered(filter).isPresent();
        Select<Row> select = Sql.select(tested ? List.of(table.id) : List.of(table.id, table.metadata));
        try (Result<Row> rows = connection.stream(filtered(select, filter))) {
            for (Row row : rows) {
                if (tested || filter.matches(row.get(table.metadata).object())) {
                    action.accept(row.get(table.id));
                }
            }
        }
    }

    List<Document> find(Connection connection, Filter filter, int most) {
        Select<Row> select = filtered(documents(), filter).orderBy(table.number);
        if (rendered(filter).isPresent()) {
            return connection.execute(select.limit(most)).map(this::document).all();
        }
        try (Result<Row> rows = connection.stream(select)) {
            return matching(rows, filter).limit(most).toList();
        }
    }

    private Stream<Document> matching(Result<Row> rows, Filter filter) {
        boolean tested = rendered(filter).isPresent();
        return rows.stream().map(this::document).filter(document -> tested || filter.matches(document.metadata()));
    }

    long count(Connection connection) {
        return connection
                .execute(collection.where(Sql.select(Sql.count()).from(table)))
                .one();
    }

    long count(Connection connection, Filter filter) {
        if (rendered(filter).isPresent()) {
            return connection
                    .execute(filtered(Sql.select(Sql.count()).from(table), filter))
                    .one();
        }
        long count = 0;
        try (var all = connection.stream(collection.where(Sql.select(table.metadata)))) {
            for (var metadata : all) {
                count += filter.matches(metadata.object()) ? 1 : 0;
            }
        }
        return count;
    }

    /** Whether there are at least so many of which a filter is true; for filters that the server can test. */
    boolean hasAtLeast(Connection connection, int number, Optional<Condition> condition) {
        Select<Long> select = Sql.select(table.number).limit(number);
        return connection.execute(collection.where(select, condition)).all().size() >= number;
    }

    /** The filter in SQL, where the server can test it. */
    Optional<Condition> rendered(Filter filter) {
        return collection.storage().filter(filter, table.metadata);
    }

    /** A select with a filter, as far as the server can test it. */
    <T> Select<T> filtered(Select<T> select, Filter filter) {
        return collection.where(select, rendered(filter));
    }

    private Select<Row> documents() {
        return Sql.select(table.number, table.id, table.metadata, table.content);
    }

    Document document(Row row) {
        return document(row, false);
    }

    private Document document(Row row, boolean embedding) {
        return Document.stored(
                row.get(table.id),
                row.get(table.content),
                row.get(table.metadata),
                embedding ? row.get(table.embedding) : null);
    }

    List<Document> all(Connection connection, Filter filter) {
        List<Document> all = new ArrayList<>();
        forEach(connection, filter, all::add);
        return all;
    }
}
