package dev.azoth.tpch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The rows that a query has on every database, from a file: a line for each row, a bar after each value.
 *
 * <p>Exact numbers have to be equal where the database computes exactly. SQLite has no exact decimals, so there a sum of 60,000 products differs in
 * its last digits. A quotient, read as a {@code Double}, may have as few as five digits after the point on H2, six on MySQL and MariaDB.
 */
record Answer(List<List<String>> rows) {
    private static final double QUOTIENT = 1e-5;
    private static final double BINARY_SUM = 1e-12;

    static Answer of(TpchQuery query) {
        try (InputStream file = Answer.class.getResourceAsStream(query.number() + ".answer")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(
                    text.lines().map(line -> List.of(line.split("\\|"))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the rows are these, in this order; the failure shows both in the form of the file. */
    void check(List<? extends List<?>> found, boolean exactDecimals) {
        List<List<String>> seen = new ArrayList<>();
        for (int row = 0; row < found.size(); row++) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < found.get(row).size(); i++) {
                Object value = found.get(row).get(i);
                String expected = row < rows.size() && i < rows.get(row).size()
                        ? rows.get(row).get(i)
                        : "";
                values.add(
                        !expected.isEmpty() && same(expected, value, exactDecimals) ? expected : String.valueOf(value));
            }
            seen.add(values);
        }
        assertThat(lines(seen)).isEqualTo(lines(rows));
    }

    private static String lines(List<List<String>> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(String.join("|", row)).append("|\n"));
        return lines.toString();
    }

    private static boolean same(String expected, Object value, boolean exactDecimals) {
        if (value instanceof Double quotient) {
            return Math.abs(quotient - Double.parseDouble(expected)) <= QUOTIENT;
        } else if (value instanceof BigDecimal number) {
            BigDecimal difference = number.subtract(new BigDecimal(expected));
            return exactDecimals
                    ? difference.signum() == 0
                    : Math.abs(difference.doubleValue()) <= Math.abs(number.doubleValue()) * BINARY_SUM;
        }
        return expected.equals(value.toString());
    }
}
