package dev.azoth.dialect.h2;

import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.Types;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that {@code DATA_TYPE_SQL} names, such as {@code CHARACTER VARYING(30)} or {@code TIMESTAMP(6) WITH TIME ZONE ARRAY}. */
final class H2TypeNames {
    private static final Pattern ARRAY = Pattern.compile("(.*) ARRAY(?:\\[\\d+\\])?");
    private static final Pattern NAME = Pattern.compile("([^(]*?)(?:\\((\\d+)(?:, (\\d+))?\\))?( WITH TIME ZONE)?");

    private H2TypeNames() {}

    /** The type, or {@link Types#NULL} for one that Azoth has none for. */
    static SqlType<?> type(String name) {
        Matcher array = ARRAY.matcher(name);
        if (array.matches()) {
            SqlType<?> element = type(array.group(1));
            return element == Types.NULL ? Types.NULL : Types.array(element);
        }
        if (name.startsWith("ENUM(")) {
            return Types.TEXT; // its labels may say anything
        }
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Types.NULL;
        }
        int length = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        int scale = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        return type(parts.group(1) + (parts.group(4) == null ? "" : parts.group(4)), length, scale);
    }

    private static SqlType<?> type(String name, int length, int scale) {
        return switch (name) {
            case "TINYINT", "SMALLINT" -> Types.SMALLINT;
            case "INTEGER" -> Types.INTEGER;
            case "BIGINT" -> Types.BIGINT;
            case "NUMERIC" -> scale > length ? Types.NUMERIC : Types.NUMERIC(length, scale);
            case "DECFLOAT" -> Types.NUMERIC;
            case "REAL" -> Types.REAL;
            case "DOUBLE PRECISION" -> Types.DOUBLE;
            case "BOOLEAN" -> Types.BOOLEAN;
            case "CHARACTER VARYING", "VARCHAR_IGNORECASE" ->
                length == 0 ? Types.TEXT : new StringType(StringType.Form.VARCHAR, length);
            case "CHARACTER LARGE OBJECT" -> Types.TEXT;
            case "CHARACTER" -> Types.CHAR(Math.max(1, length));
            case "BINARY VARYING", "BINARY" -> length == 0 ? Types.BLOB : Types.VARBINARY(length);
            case "BINARY LARGE OBJECT" -> Types.BLOB;
            case "UUID" -> Types.UUID;
            case "DATE" -> Types.DATE;
            case "TIME" -> Types.TIME;
            case "TIMESTAMP" -> Types.TIMESTAMP;
            case "TIMESTAMP WITH TIME ZONE" -> Types.TIMESTAMPTZ;
            case "TIME WITH TIME ZONE" -> Types.TIMETZ;
            case "JSON" -> Types.JSON;
            default -> Types.NULL;
        };
    }
}
