package dev.azoth.schema;

import dev.azoth.sql.Query;
import java.util.Optional;

/** A table that is made of a query's rows, with its columns and types but no keys: {@code CREATE TABLE … AS}. */
public final class QueryTable extends StoredQuery {
    private final boolean temporary;

    private QueryTable(String name, Optional<String> schema, Query<?> query, boolean temporary) {
        super(name, schema, query);
        this.temporary = temporary;
    }

    /** A table of a query's rows. */
    public static QueryTable of(String name, Query<?> query) {
        return new QueryTable(name, Optional.empty(), query, false);
    }

    /** The same in a schema. */
    public QueryTable in(String schema) {
        return new QueryTable(name(), Optional.of(schema), query(), temporary);
    }

    /** The same that only its connection sees, and that is gone with it. */
    public QueryTable temporary() {
        return new QueryTable(name(), schema(), query(), true);
    }

    /** Whether only its connection sees it. */
    public boolean isTemporary() {
        return temporary;
    }
}
