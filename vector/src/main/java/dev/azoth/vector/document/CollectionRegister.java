package dev.azoth.vector.document;

import dev.azoth.IntegrityException;
import dev.azoth.ProgrammingException;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Statement;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import dev.azoth.vector.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table of the collections in a schema. It is made with the first of them; a collection that was made before has no row in it, and is as its table says.
 */
final class CollectionRegister {
    static final String NAME = "azoth_collection";

    private static final int ATTEMPTS = 20;
    private static final Logger LOG = LoggerFactory.getLogger(CollectionRegister.class);

    private final Engine engine;
    private final @Nullable String schema;
    private final CollectionTable table;

    private static final class CollectionTable extends Table {
        private final Column<String> name;
        private final Column<Integer> dimensions =
                column("dimensions", Types.INTEGER).notNull();
        private final Column<String> metric =
                column("metric", Types.VARCHAR(20)).notNull();
        private final Column<@Nullable String> model = column("model", Types.TEXT);
        private final Column<Json> properties = column("properties", Types.JSON).notNull();
        private final Column<Instant> created =
                column("created_at", Types.TIMESTAMPTZ).notNull();

        CollectionTable(@Nullable String schema, DocumentStorage storage) {
            super(schema, NAME, new MetaData());
            name = column("name", storage.idType(CollectionName.LONGEST)).primaryKey();
        }
    }

    CollectionRegister(Engine engine, @Nullable String schema, DocumentStorage storage) {
        this.engine = engine;
        this.schema = schema;
        this.table = new CollectionTable(schema, storage);
    }

    /** The table itself, to be created beside a collection's. */
    Table table() {
        return table;
    }

    /** In the place of one whose table somebody dropped, or who makes the same at the same time. */
    void add(CollectionInfo info) {
        ifGranted(upsert(info));
    }

    private Statement<Row> upsert(CollectionInfo info) {
        return Sql.insert(table)
                .values(table.name, info.name())
                .values(table.dimensions, info.dimensions())
                .values(table.metric, info.metric().name())
                .values(table.model, info.model().orElse(null))
                .values(table.properties, info.properties())
                .values(table.created, info.created().orElseThrow())
                .onConflict(table.name)
                .doUpdate(change -> change.setExcluded(
                        table.dimensions, table.metric, table.model, table.properties, table.created));
    }

    /** Who may make or drop a collection's table may yet have no right on this one: what cannot be written is not known. So it is a transaction of its own. */
    private void ifGranted(Statement<Row> change) {
        try {
            engine.retrying(ATTEMPTS, connection -> connection.execute(change).rowCount());
        } catch (ProgrammingException notGranted) {
            LOG.debug("the list of collections is left as it is", notGranted);
        } catch (IntegrityException another) {
            LOG.debug("who made the same collection at the same time has listed it", another);
        }
    }

    void remove(String name) {
        ifGranted(Sql.delete(table).where(table.name.eq(name)));
    }

    boolean isThere() {
        return engine.inspect().table(schema, NAME).isPresent();
    }

    /** What is written of a collection; nothing for who may not read it, and yet may use the collection. */
    Optional<CollectionInfo> find(String name) {
        if (!isThere()) {
            return Optional.empty();
        }
        try {
            return read(rows().where(table.name.eq(name))).stream().findFirst();
        } catch (ProgrammingException notGranted) {
            return Optional.empty();
        }
    }

    /** Those whose tables are there: one may have been dropped by hand, or in a transaction of the caller's. */
    List<CollectionInfo> all() {
        if (!isThere()) {
            return List.of();
        }
        Set<String> tables = Set.copyOf(engine.inspect().tables(schema));
        return read(rows().orderBy(table.name)).stream()
                .filter(info -> tables.contains(info.name()))
                .toList();
    }

    private Select<Row> rows() {
        return Sql.select(table.name, table.dimensions, table.metric, table.model, table.properties, table.created);
    }

    private List<CollectionInfo> read(Select<Row> rows) {
        return engine.transaction(
                connection -> connection.execute(rows).map(this::info).all());
    }

    private CollectionInfo info(Row row) {
        return new CollectionInfo(
                row.get(table.name),
                row.get(table.dimensions),
                Metric.valueOf(row.get(table.metric)),
                Optional.ofNullable(row.get(table.model)),
                row.get(table.properties),
                Optional.of(row.get(table.created)));
    }
}
