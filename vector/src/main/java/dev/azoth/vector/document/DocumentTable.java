package dev.azoth.vector.document;

import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.JSON;
import static dev.azoth.type.Types.TEXT;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.type.Json;
import dev.azoth.type.SqlType;
import dev.azoth.vector.VectorType;
import org.jspecify.annotations.Nullable;

/**
 * The table of a collection, to be used in statements of one's own: joined, counted, sorted by a distance.
 *
 * <p>The vector comes before text and metadata, so that a scan of the vectors need not read past long texts.
 */
public final class DocumentTable extends Table {
    /** The number that the database gives each document, in the order in which they came. */
    public final Column<Long> number = column("number", BIGINT).primaryKey().identity();

    /** The id, unique in its collection. */
    public final Column<String> id;

    /** The vector. */
    public final Column<float[]> embedding;

    /** The metadata: a JSON object. */
    public final Column<Json> metadata;

    /** The text. */
    public final Column<String> content;

    DocumentTable(@Nullable String schema, String name, int dimensions, SqlType<String> idType) {
        super(schema, name, new MetaData());
        id = column("id", idType).notNull().unique();
        embedding = column("embedding", new VectorType(dimensions)).notNull();
        metadata = column("metadata", JSON).notNull();
        content = column("content", TEXT).notNull();
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
