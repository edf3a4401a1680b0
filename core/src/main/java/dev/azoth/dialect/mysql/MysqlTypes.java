package dev.azoth.dialect.mysql;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types behind the declarations in {@code information_schema}. Those that Azoth does not know have the type NULL. */
final class MysqlTypes {
    private static final Pattern PARTS = Pattern.compile("([A-Z0-9]+)(?:\\((\\d+)(?:,(\\d+))?\\))?((?: UNSIGNED)?).*");
    private static final Pattern WIDTH = Pattern.compile("^((?:SMALL|MEDIUM|BIG|TINY)?INT)\\(\\d+\\)(.*)$");

    private MysqlTypes() {}

    /** The declaration in upper case; without the width for display that MariaDB shows of whole numbers. */
    static String declaration(String columnType) {
        int labels = columnType.indexOf('\'');
        if (labels >= 0) {
            return columnType.substring(0, labels).toUpperCase(Locale.ROOT) + columnType.substring(labels);
        }
        String upper = columnType.toUpperCase(Locale.ROOT);
        Matcher width = WIDTH.matcher(upper);
        return width.matches() && !upper.equals("TINYINT(1)") ? width.group(1) + width.group(2) : upper;
    }

    static SqlType<?> of(String declaration) {
        Matcher parts = PARTS.matcher(declaration);
        if (!parts.matches()) {
            return declaration.startsWith("ENUM") || declaration.startsWith("SET") ? Types.TEXT : Types.NULL;
        }
        int length = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        int scale = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        boolean unsigned = !parts.group(4).isEmpty();
        return switch (parts.group(1)) {
            case "TINYINT" -> length == 1 ? Types.BOOLEAN : Types.SMALLINT;
            case "SMALLINT" -> unsigned ? Types.INTEGER : Types.SMALLINT;
            case "MEDIUMINT", "YEAR" -> Types.INTEGER;
            case "INT" -> unsigned ? Types.BIGINT : Types.INTEGER;
            case "BIGINT" -> unsigned ? Types.NUMERIC(20, 0) : Types.BIGINT;
            case "DECIMAL" -> length == 65 && scale == 30 ? Types.NUMERIC : Types.NUMERIC(length, scale);
            case "FLOAT" -> Types.REAL;
            case "DOUBLE" -> Types.DOUBLE;
            case "BIT" -> length == 1 ? Types.BOOLEAN : Types.BIT(length);
            case "CHAR" -> Types.CHAR(length);
            case "VARCHAR" -> Types.VARCHAR(length);
            case "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "ENUM", "SET" -> Types.TEXT;
            case "BINARY", "VARBINARY" -> Types.VARBINARY(length);
            case "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB" -> Types.BLOB;
            case "DATE" -> Types.DATE;
            case "TIME" -> Types.TIME;
            case "DATETIME", "TIMESTAMP" -> Types.TIMESTAMP;
            case "JSON" -> Types.JSON;
            case "UUID" -> Types.UUID;
            case "INET6" -> Types.INET6;
            case "INET4" -> Types.named("INET4");
            default -> Types.NULL;
        };
    }
}
