package dev.azoth.schema;

import dev.azoth.sql.Query;
import java.util.Optional;

/** A query under a name, whose rows are read whenever the view is: {@code View.of("adults", select(…)).create(engine)}. */
public final class View extends StoredQuery {
    private final boolean materialized;

    private View(String name, Optional<String> schema, Query<?> query, boolean materialized) {
        super(name, schema, query);
        this.materialized = materialized;
    }

    /** A view of a query. */
    public static View of(String name, Query<?> query) {
        return new View(name, Optional.empty(), query, false);
    }

    /** The same in a schema. */
    public View in(String schema) {
        return new View(name(), Optional.of(schema), query(), materialized);
    }

    /** The same with its rows kept until {@link #refresh}; on PostgreSQL. */
    public View materialized() {
        return new View(name(), schema(), query(), true);
    }

    /** Reads the rows of a materialized view anew. */
    public void refresh(SchemaTarget target) {
        target.change(this, Change.REFRESH);
    }

    /** Whether its rows are kept. */
    public boolean isMaterialized() {
        return materialized;
    }
}
