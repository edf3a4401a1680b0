package dev.azoth.dialect.sqlite;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An exact decimal in SQLite, which has none: "only the first 15 significant decimal digits of the number are preserved".
 *
 * <p>As text it would keep every digit, but sort and compare as text. So it is a number: whole ones are integers of 64 bits, others are
 * floating-point numbers, and one that would not come back as it was is refused. What is read has 15 digits at most, which takes away
 * the noise of binary sums, and at least the declared digits after the point.
 */
final class SqliteDecimal {
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private SqliteDecimal() {}

    static void bind(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.compareTo(LEAST) >= 0 && plain.compareTo(MOST) <= 0) {
            statement.setLong(index, plain.longValueExact());
        } else if (plain.precision() <= KEPT.getPrecision() && Double.isFinite(plain.doubleValue())) {
            statement.setDouble(index, plain.doubleValue());
        } else {
            throw new IllegalArgumentException(
                    value + " has more than the " + KEPT.getPrecision()
                            + " digits that SQLite keeps of a number: round it, or store it as text or in whole smallest units");
        }
    }

    static @Nullable BigDecimal read(ResultSet row, int index, int scale) throws SQLException {
        Object stored = row.getObject(index);
        if (stored == null) {
            return null;
        }
        BigDecimal value =
                stored instanceof Double real ? exact(new BigDecimal(real)) : new BigDecimal(stored.toString());
        return value.scale() < scale ? value.setScale(scale) : value;
    }

    /** Out of the text of a number: one with a point or an exponent is floating. */
    static BigDecimal read(String text, int scale) {
        boolean floating = text.indexOf('.') >= 0 || text.indexOf('e') >= 0;
        BigDecimal value = floating ? exact(new BigDecimal(text)) : new BigDecimal(text);
        return value.scale() < scale ? value.setScale(scale) : value;
    }

    private static BigDecimal exact(BigDecimal real) {
        return real.round(KEPT).stripTrailingZeros();
    }
}
