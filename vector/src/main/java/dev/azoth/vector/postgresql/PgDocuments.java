package dev.azoth.vector.postgresql;

import dev.azoth.InvalidRequestException;
import dev.azoth.compile.IdentifierRules;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ParameterRows;
import dev.azoth.schema.Index;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.type.Json;
import dev.azoth.type.ServerInfo;
import dev.azoth.vector.IndexForm;
import dev.azoth.vector.IndexedVector;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.DocumentStorage;
import dev.azoth.vector.document.DocumentTable;
import dev.azoth.vector.document.Tenancy;
import dev.azoth.vector.document.TenantStorage;
import dev.azoth.vector.document.WordSearch;
import dev.azoth.vector.filter.Filter;
import dev.azoth.vector.portable.WordIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** pgvector's HNSW index, a GIN index for filters, and the settings that make a search find enough. */
public final class PgDocuments implements DocumentStorage {
    private static final int MOST_CANDIDATES = 1_000;

    /** Iterative scans came with pgvector 0.8; before, the library knows no such setting and refuses it. */
    private static final String SETTINGS = """
            SELECT set_config('hnsw.ef_search', :candidates, true),
              CASE WHEN (SELECT string_to_array(extversion, '.')::int[] >= ARRAY[0, 8] FROM pg_extension WHERE extname = 'vector')
                THEN set_config('hnsw.iterative_scan', :iterative, true) END""";

    private static final TenantStorage TENANTS = new PgTenants();

    /** For the service loader. */
    public PgDocuments() {}

    @Override
    public boolean serves(ServerInfo server) {
        return server.dialect().equals("postgresql");
    }

    @Override
    public Optional<Condition> filter(Filter filter, Expression<Json> metadata) {
        return Optional.of(new PgFilters(metadata).render(filter));
    }

    @Override
    public List<IndexStatement> indexes(Engine engine, DocumentTable table, VectorIndex index, Metric metric) {
        IdentifierRules names = engine.dialect().language(engine.server()).identifiers();
        String on =
                " ON " + table.schema().map(schema -> names.write(schema) + ".").orElse("") + names.write(table.name());
        List<IndexStatement> statements = new ArrayList<>();
        String gin = table.name() + "_gin";
        statements.add(new IndexStatement(
                gin,
                "CREATE INDEX IF NOT EXISTS " + names.write(gin) + on + " USING gin ("
                        + names.write(table.metadata.name()) + " jsonb_path_ops)"));
        boolean ofEachTenant = table.tenancy()
                .filter(tenancy -> tenancy.layout() == Tenancy.Layout.INDEXED)
                .isPresent();
        if (!ofEachTenant && !(index instanceof VectorIndex.None)) {
            checkDimensions(table);
            IndexedVector near = IndexedVector.of(table.embedding, metric).by(index);
            String name = table.name() + (index instanceof VectorIndex.Hnsw ? "_hnsw" : "_ivfflat");
            Index created =
                    new Index(name, table, List.of(table.embedding), false, Optional.empty(), Optional.of(near));
            SqlLanguage language = engine.dialect().language(engine.server());
            statements.add(new IndexStatement(
                    name,
                    language.ddl()
                            .createIndex(created, language)
                            .replaceFirst("^CREATE INDEX ", "CREATE INDEX IF NOT EXISTS ")));
        }
        return statements;
    }

    static void checkDimensions(DocumentTable table) {
        int dimensions = ((dev.azoth.vector.VectorType) table.embedding.type()).dimensions();
        if (dimensions > IndexForm.MOST_FLOATS) {
            throw new InvalidRequestException(
                    "pgvector indexes vectors of at most " + IndexForm.MOST_FLOATS + " dimensions, and "
                            + table + "." + table.embedding.name() + " has " + dimensions
                            + ": open the collection with index(none()), which searches exactly, or use a model with fewer dimensions");
        }
    }

    @Override
    public boolean isApproximate(String method) {
        return method.equals("hnsw") || method.equals("ivfflat");
    }

    /** The settings end with the transaction, and so leave nothing behind in a pooled session. */
    @Override
    public List<Row> nearest(Connection connection, Select<Row> search, Select<Row> exact, Effort effort) {
        boolean iterative = effort.filtered() || effort.rows() > MOST_CANDIDATES;
        connection
                .execute(Sql.text(SETTINGS)
                        .bind("candidates", String.valueOf(Math.min(effort.candidates(), MOST_CANDIDATES)))
                        .bind("iterative", iterative ? "relaxed_order" : "off"))
                .all();
        return connection.execute(search).all();
    }

    @Override
    public void insert(Connection connection, Insert<Row> insert, ParameterRows rows) {
        if (isSecured(insert)) {
            connection.execute(insert, rows); // COPY is refused where rows are watched over
        } else {
            connection.copyIn(insert.table(), rows);
        }
    }

    private static boolean isSecured(Insert<Row> insert) {
        return insert.table() instanceof DocumentTable table
                && table.tenancy().filter(Tenancy::rowSecurity).isPresent();
    }

    @Override
    public TenantStorage tenants() {
        return TENANTS;
    }

    @Override
    public List<IndexStatement> wordIndexes(Engine engine, DocumentTable table, String language) {
        return List.of(WordIndex.unlessThere(engine, table, language));
    }

    @Override
    public Optional<WordSearch> words(DocumentTable table, String language, String query) {
        return Optional.of(WordSearch.of(table, language, query));
    }
}
