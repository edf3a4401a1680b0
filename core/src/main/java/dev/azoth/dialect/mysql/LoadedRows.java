package dev.azoth.dialect.mysql;

import dev.azoth.type.TypeCodec;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows as LOAD DATA reads them: a line each, with tabs between its values and a backslash before what would be taken for one of these. */
final class LoadedRows {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final byte[] NULL = {'\\', 'N'};

    private final List<TypeCodec<?>> codecs;
    private final BoundValue bound = new BoundValue();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    LoadedRows(List<TypeCodec<?>> codecs) {
        this.codecs = codecs;
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if a value is none that can be loaded
     */
    void add(@Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            if (i > 0) {
                out.write('\t');
            }
            Object given = row[i];
            Object value = given == null ? null : bound(codecs.get(i), given);
            out.writeBytes(value == null ? NULL : escaped(value).getBytes(StandardCharsets.UTF_8));
        }
        out.write('\n');
    }

    @SuppressWarnings("unchecked") // the value's class was compared with its column's, whose codec this is
    private <T> @Nullable Object bound(TypeCodec<T> codec, Object given) throws SQLException {
        return bound.of(codec, (T) given);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private static String escaped(Object value) {
        if (!(value instanceof String text)) {
            return plain(value);
        }
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\0' -> escaped.append("\\0");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** What is no text has no character that is escaped. Bytes are written as digits. */
    private static String plain(Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        } else if (value instanceof Boolean bool) {
            return bool ? "1" : "0";
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof LocalDateTime time) {
            return time.format(TIMESTAMP);
        } else if (value instanceof LocalTime time) {
            return time.format(TIME);
        } else if (value instanceof Number || value instanceof LocalDate) {
            return value.toString();
        }
        throw new IllegalArgumentException("a " + value.getClass().getName() + " cannot be loaded");
    }
}
