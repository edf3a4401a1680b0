package dev.azoth.vector.document;

import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.JSON;
import static dev.azoth.type.Types.TEXT;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import dev.azoth.type.Json;
import dev.azoth.type.SqlType;
import dev.azoth.vector.VectorType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of a collection, to be used in statements of one's own: joined, counted, sorted by a distance.
 *
 * <p>The vector comes before text and metadata, so that a scan of the vectors need not read past long texts.
 */
public final class DocumentTable extends Table {
    /** The number that the database gives each document, in the order in which they came. */
    public final Column<Long> number = column("number", BIGINT).primaryKey().identity();

    private final @Nullable Tenancy tenancy;
    private final @Nullable Column<String> tenant;

    /** The id, unique in its collection, or among its tenant's. */
    public final Column<String> id;

    /** The vector. */
    public final Column<float[]> embedding;

    /** The metadata: a JSON object. */
    public final Column<Json> metadata;

    /** The text. */
    public final Column<String> content;

    DocumentTable(
            @Nullable String schema,
            String name,
            int dimensions,
            SqlType<String> idType,
            DocumentStorage storage,
            @Nullable Tenancy tenancy) {
        super(schema, name, new MetaData());
        this.tenancy = tenancy;
        tenant = tenancy == null
                ? null
                : column("tenant", storage.idType(TenantName.LONGEST)).notNull();
        id = column("id", idType).notNull();
        unique(key().toArray(Column<?>[]::new));
        embedding = column("embedding", new VectorType(dimensions)).notNull();
        metadata = column("metadata", JSON).notNull();
        content = column("content", TEXT).notNull();
        if (tenancy != null) {
            storage.tenants().declare(this);
        }
    }

    /** How the documents of tenants are kept apart, where the collection has tenants. */
    public Optional<Tenancy> tenancy() {
        return Optional.ofNullable(tenancy);
    }

    /** Whose a document is, where the collection has tenants. */
    public Optional<Column<String>> tenant() {
        return Optional.ofNullable(tenant);
    }

    /** What tells a document from all others. */
    List<Column<String>> key() {
        return tenant == null ? List.of(id) : List.of(tenant, id);
    }

    /** What a document's row is made of, but for its tenant. */
    List<ColumnReference<?>> written() {
        return List.of(id, embedding, metadata, content);
    }

    /** The vectors' type. */
    public VectorType vectorType() {
        return (VectorType) embedding.type();
    }

    /** The vector column as messages name it. */
    String place() {
        return qualifiedName() + "." + embedding.name();
    }
}
