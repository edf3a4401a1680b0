package dev.azoth.vector.document;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import dev.azoth.vector.filter.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds, replaces and deletes documents, within a transaction that is its caller's business. */
final class DocumentWriter {
    private static final int PAGE = 500;

    private final OpenCollection collection;
    private final DocumentTable table;
    private final DocumentReader reader;
    private final List<ColumnReference<?>> columns;

    DocumentWriter(OpenCollection collection, DocumentReader reader) {
        this.collection = collection;
        this.table = collection.table();
        this.reader = reader;
        this.columns = Stream.<ColumnReference<?>>concat(table.written().stream(), table.tenant().stream())
                .toList();
    }

    long add(Connection connection, EmbeddedRows rows) {
        if (!rows.hasNext()) {
            return 0;
        }
        Counted counted = new Counted(rows);
        collection.storage().insert(connection, Sql.insert(table), ParameterRows.of(columns, () -> counted));
        return counted.count;
    }

    /** In each statement an id may come once; of several documents with the same id the last one counts. */
    long upsert(Connection connection, EmbeddedRows rows) {
        Insert<Row> upsert = Sql.insert(table)
                .onConflict(table.key().toArray(ColumnReference<?>[]::new))
                .doUpdate(change -> change.setExcluded(table.embedding, table.metadata, table.content));
        long count = 0;
        while (rows.hasNext()) {
            Map<@Nullable Object, @Nullable Object[]> page = new LinkedHashMap<>();
            while (page.size() < PAGE && rows.hasNext()) {
                @Nullable Object[] row = rows.next();
                page.put(row[0], row);
                count++;
            }
            connection.execute(upsert, ParameterRows.of(columns, page.values()));
        }
        return count;
    }

    long delete(Connection connection, Collection<String> ids) {
        long count = 0;
        for (List<String> page : Pages.of(ids.stream().map(collection::id).toList(), PAGE)) {
            count += connection.execute(collection.delete(table.id.in(page))).rowCount();
        }
        return count;
    }

    long delete(Connection connection, Filter filter) {
        var condition = collection.storage().filter(filter, table.metadata);
        if (condition.isPresent()) {
            return connection.execute(collection.delete(condition.get())).rowCount();
        }
        List<String> ids = new ArrayList<>();
        reader.forEach(connection, filter, document -> ids.add(document.id()));
        return delete(connection, ids);
    }

    /** Counts what was drawn: servers do not always tell how much came. */
    private static final class Counted implements Iterator<@Nullable Object[]> {
        private final Iterator<@Nullable Object[]> rows;
        private long count;

        Counted(Iterator<@Nullable Object[]> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public @Nullable Object[] next() {
            count++;
            return rows.next();
        }
    }
}
