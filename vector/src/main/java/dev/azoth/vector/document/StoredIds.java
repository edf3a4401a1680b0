package dev.azoth.vector.document;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Engine;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.type.ConvertedType;
import dev.azoth.type.SqlType;
import java.sql.JDBCType;
import org.jspecify.annotations.Nullable;

/** Tells whether ids are stored as the options say: a database's own error would come with the first document, and tell of casts. */
final class StoredIds {
    private final Engine engine;
    private final DocumentTable table;
    private final SqlType<?> ids;

    private enum Kind {
        TEXT,
        NUMBER,
        OTHER
    }

    StoredIds(Engine engine, DocumentTable table) {
        this.engine = engine;
        this.table = table;
        this.ids = table.id.type() instanceof ConvertedType<?, ?> converted ? converted.base() : table.id.type();
    }

    void check(TableDescription description) {
        Kind wanted = kind(engine.dialect()
                .language(engine.server())
                .codecs()
                .codec(table.id.type())
                .jdbcType());
        for (ColumnDescription column : description.columns()) {
            Kind there = column.name().equals(table.id.name()) ? kind(column.type()) : null;
            if (there != null && there != wanted && column.type().javaType() != ids.javaType()) {
                throw new InvalidRequestException(
                        table.name() + "." + column.name() + " is " + column.declaration()
                                + ", but ids of type " + ids.name()
                                + " are wanted: open the collection with the ids(…) that it was made with, or another collection");
            }
        }
    }

    private static @Nullable Kind kind(SqlType<?> type) {
        Class<?> value = type.javaType();
        if (value == Object.class || value == Void.class) {
            return null;
        }
        return value == String.class ? Kind.TEXT : Number.class.isAssignableFrom(value) ? Kind.NUMBER : Kind.OTHER;
    }

    private static Kind kind(int jdbcType) {
        return switch (JDBCType.valueOf(jdbcType)) {
            case CHAR, VARCHAR, LONGVARCHAR, NCHAR, NVARCHAR, LONGNVARCHAR, CLOB -> Kind.TEXT;
            case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, NUMERIC, REAL, FLOAT, DOUBLE -> Kind.NUMBER;
            default -> Kind.OTHER;
        };
    }
}
