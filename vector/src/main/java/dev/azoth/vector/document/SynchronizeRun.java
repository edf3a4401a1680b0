package dev.azoth.vector.document;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Update;
import dev.azoth.vector.filter.Filter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the documents of which a filter is true be those that are given: what is there as it should be is not embedded again. */
final class SynchronizeRun {
    private static final int PAGE = 500;

    private final OpenCollection collection;
    private final DocumentTable table;
    private final DocumentReader reader;
    private final DocumentWriter writer;
    private final Filter filter;
    private final Set<String> given = new HashSet<>();
    private long added;
    private long changed;
    private long relabeled;
    private long unchanged;

    SynchronizeRun(OpenCollection collection, DocumentReader reader, DocumentWriter writer, Filter filter) {
        this.collection = collection;
        this.table = collection.table();
        this.reader = reader;
        this.writer = writer;
        this.filter = filter;
    }

    Synchronized run(Connection connection, Iterator<Document> documents) {
        while (documents.hasNext()) {
            List<Document> page = new ArrayList<>();
            while (page.size() < PAGE && documents.hasNext()) {
                page.add(checked(documents.next()));
            }
            bring(connection, page);
        }
        return new Synchronized(added, changed, relabeled, unchanged, deleteOthers(connection));
    }

    private Document checked(Document one) {
        Document document = one.withId(collection.id(one.id()));
        if (!given.add(document.id())) {
            throw new InvalidRequestException(
                    "two of the documents given have the id " + document.id() + ": an id is of one document");
        }
        if (!filter.matches(document.metadata())) {
            throw new InvalidRequestException("document " + document.id() + " is given for " + filter
                    + ", which is not true of its metadata " + document.json().text());
        }
        return document;
    }

    private void bring(Connection connection, List<Document> page) {
        Map<String, Document> there = new HashMap<>();
        for (Document each :
                reader.get(connection, page.stream().map(Document::id).toList())) {
            there.put(each.id(), each);
        }
        List<Document> embedded = new ArrayList<>();
        List<@Nullable Object[]> labels = new ArrayList<>();
        for (Document document : page) {
            Document old = there.get(document.id());
            if (old != null && !filter.matches(old.metadata())) {
                throw new InvalidRequestException("document " + document.id() + " is there already, and " + filter
                        + " is not true of it: it would be taken from where it belongs");
            }
            if (old == null || !old.text().equals(document.text())) {
                embedded.add(document);
                added += old == null ? 1 : 0;
                changed += old == null ? 0 : 1;
            } else if (!old.json().equals(document.json())) {
                labels.add(new Object[] {document.json(), document.id()});
            } else {
                unchanged++;
            }
        }
        writer.upsert(connection, new EmbeddedRows(collection, embedded.iterator()));
        if (!labels.isEmpty()) {
            relabeled += labels.size();
            Update<Row> update = Sql.update(table)
                    .set(table.metadata, Sql.parameter("label", table.metadata.type()))
                    .where(table.id.eq(Sql.parameter("of", table.id.type())));
            connection.executeBatch(
                    collection.own().map(update::where).orElse(update),
                    new ParameterRows(List.of("label", "of"), labels));
        }
    }

    private long deleteOthers(Connection connection) {
        List<String> others = new ArrayList<>();
        reader.forEachId(connection, filter, id -> {
            if (!given.contains(id)) {
                others.add(id);
            }
        });
        return writer.delete(connection, others);
    }
}
