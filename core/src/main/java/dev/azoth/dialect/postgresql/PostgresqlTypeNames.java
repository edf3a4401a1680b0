package dev.azoth.dialect.postgresql;

import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.Types;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that {@code format_type} names, such as {@code character varying(30)} or {@code timestamp(3) with time zone[]}. */
final class PostgresqlTypeNames {
    private static final Pattern NAME =
            Pattern.compile("([^(]*?)(?:\\((\\d+)(?:,(-?\\d+))?\\))?( with(?:out)? time zone)?");

    private PostgresqlTypeNames() {}

    /** The type, or {@link Types#NULL} for one that Azoth has none for. */
    static SqlType<?> type(String name) {
        if (name.endsWith("[]")) {
            SqlType<?> element = type(name.substring(0, name.length() - 2));
            return element == Types.NULL ? Types.NULL : Types.array(element);
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
            case "smallint" -> Types.SMALLINT;
            case "integer" -> Types.INTEGER;
            case "bigint" -> Types.BIGINT;
            // since 15 a scale may be negative or beyond the precision
            case "numeric" -> scale < 0 || scale > length ? Types.NUMERIC : Types.NUMERIC(length, scale);
            case "real" -> Types.REAL;
            case "double precision" -> Types.DOUBLE;
            case "boolean" -> Types.BOOLEAN;
            case "text" -> Types.TEXT;
            case "character varying" -> new StringType(StringType.Form.VARCHAR, length);
            case "character" -> length == 0 ? Types.NULL : Types.CHAR(length);
            case "bytea" -> Types.BLOB;
            case "uuid" -> Types.UUID;
            case "date" -> Types.DATE;
            case "time without time zone" -> Types.TIME;
            case "timestamp without time zone" -> Types.TIMESTAMP;
            case "timestamp with time zone" -> Types.TIMESTAMPTZ;
            case "time with time zone" -> Types.TIMETZ;
            case "jsonb", "json" -> Types.JSON;
            case "bit" -> length > 64 ? Types.NULL : Types.BIT(Math.max(1, length));
            case "bit varying" -> Types.named(length == 0 ? "BIT VARYING" : "BIT VARYING(" + length + ")");
            case "inet" -> Types.INET;
            case "cidr" -> Types.CIDR;
            case "macaddr" -> Types.MACADDR;
            case "tsvector" -> Types.TSVECTOR;
            case "tsquery" -> Types.TSQUERY;
            case "jsonpath" -> Types.JSONPATH;
            case "xml" -> Types.XML;
            case "citext" -> Types.CITEXT;
            case "macaddr8", "oid", "money" -> Types.named(upperCase(name));
            case "int4range" -> Types.range(Types.INTEGER);
            case "int8range" -> Types.range(Types.BIGINT);
            case "numrange" -> Types.range(Types.NUMERIC);
            case "daterange" -> Types.range(Types.DATE);
            case "tsrange" -> Types.range(Types.TIMESTAMP);
            case "tstzrange" -> Types.range(Types.TIMESTAMPTZ);
            case "int4multirange" -> Types.multirange(Types.INTEGER);
            case "int8multirange" -> Types.multirange(Types.BIGINT);
            case "nummultirange" -> Types.multirange(Types.NUMERIC);
            case "datemultirange" -> Types.multirange(Types.DATE);
            case "tsmultirange" -> Types.multirange(Types.TIMESTAMP);
            case "tstzmultirange" -> Types.multirange(Types.TIMESTAMPTZ);
            default -> Types.NULL;
        };
    }

    static String upperCase(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
