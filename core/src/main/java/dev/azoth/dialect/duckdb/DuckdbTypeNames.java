package dev.azoth.dialect.duckdb;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that {@code duckdb_columns()} names, such as {@code DECIMAL(10,2)}, {@code VARCHAR[]} or {@code FLOAT[3]}. */
final class DuckdbTypeNames {
    private static final Pattern ARRAY = Pattern.compile("(.*)\\[\\d*\\]", Pattern.DOTALL);
    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");

    private DuckdbTypeNames() {}

    /** The type, or {@link Types#NULL} for one that Azoth has none for. */
    static SqlType<?> type(String name) {
        Matcher array = ARRAY.matcher(name);
        if (array.matches()) {
            SqlType<?> element = type(array.group(1));
            return element == Types.NULL ? Types.NULL : Types.array(element);
        }
        Matcher decimal = DECIMAL.matcher(name);
        if (decimal.matches()) {
            return Types.NUMERIC(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        // the kinds of an enum are in its name, and may say anything
        return name.startsWith("ENUM(") ? Types.TEXT : plain(name);
    }

    private static SqlType<?> plain(String name) {
        return switch (name) {
            case "TINYINT", "SMALLINT", "UTINYINT" -> Types.SMALLINT;
            case "INTEGER", "USMALLINT" -> Types.INTEGER;
            case "BIGINT", "UINTEGER" -> Types.BIGINT;
            case "UBIGINT" -> Types.NUMERIC(20, 0);
            case "HUGEINT", "UHUGEINT", "BIGNUM" -> Types.NUMERIC;
            case "FLOAT" -> Types.REAL;
            case "DOUBLE" -> Types.DOUBLE;
            case "BOOLEAN" -> Types.BOOLEAN;
            case "VARCHAR" -> Types.TEXT;
            case "BLOB" -> Types.BLOB;
            case "UUID" -> Types.UUID;
            case "DATE" -> Types.DATE;
            case "TIME" -> Types.TIME;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> Types.TIMESTAMP;
            case "TIMESTAMP WITH TIME ZONE" -> Types.TIMESTAMPTZ;
            case "JSON" -> Types.JSON;
            default -> Types.NULL;
        };
    }
}
