package dev.azoth.dialect.sqlite;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types behind the words with which columns are declared, which may be any words in SQLite. Those that Azoth does not know, and columns
 * without any, have the type NULL.
 */
final class SqliteTypes {
    private static final Pattern PARTS =
            Pattern.compile("([A-Z0-9_ ]*?)\\s*(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?");

    private SqliteTypes() {}

    static SqlType<?> of(String declaration) {
        Matcher parts = PARTS.matcher(declaration.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return Types.NULL;
        }
        int length = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        int scale = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        return switch (parts.group(1)) {
            case "INTEGER", "INT", "MEDIUMINT", "INT4" -> Types.INTEGER;
            case "SMALLINT", "TINYINT", "INT2" -> Types.SMALLINT;
            case "BIGINT", "INT8", "UNSIGNED BIG INT" -> Types.BIGINT;
            case "NUMERIC", "DECIMAL", "DEC" -> Types.NUMERIC(length, scale);
            // FLOAT4 is Azoth's word; all the others are of 64 bits, whatever they are elsewhere
            case "FLOAT4" -> Types.REAL;
            case "REAL", "FLOAT", "FLOAT8", "DOUBLE", "DOUBLE PRECISION" -> Types.DOUBLE;
            case "BOOLEAN", "BOOL" -> Types.BOOLEAN;
            case "VARCHAR", "NVARCHAR", "CHARACTER VARYING", "VARYING CHARACTER" ->
                length == 0 ? Types.TEXT : Types.VARCHAR(length);
            case "CHAR", "NCHAR", "CHARACTER", "NATIVE CHARACTER" -> length == 0 ? Types.TEXT : Types.CHAR(length);
            case "TEXT", "CLOB" -> Types.TEXT;
            case "BLOB" -> Types.BLOB;
            case "VARBINARY", "BINARY" -> Types.VARBINARY(length);
            case "UUID" -> Types.UUID;
            case "JSON TEXT", "JSON" -> Types.JSON;
            case "DATE" -> Types.DATE;
            case "TIME" -> Types.TIME;
            case "TIMESTAMP", "DATETIME" -> Types.TIMESTAMP;
            case "TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ" -> Types.TIMESTAMPTZ;
            default -> Types.NULL;
        };
    }
}
