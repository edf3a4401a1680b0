package dev.azoth.dialect.mysql;

import dev.azoth.dialect.EncodableText;
import dev.azoth.type.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in JSON as MySQL keeps them: a whole number of 64 bits, signed or not, as it is, and any other as a floating-point number.
 * Where that is another number, the value is refused.
 */
final class JsonNumbers {
    private static final BigDecimal LARGEST_WHOLE = new BigDecimal("18446744073709551615");

    private JsonNumbers() {}

    /**
     * The text of a value that the server keeps as it is.
     *
     * @throws IllegalArgumentException if a number in it would become another
     */
    static String kept(Json value) {
        check(value.tree());
        return EncodableText.paired(value.text());
    }

    private static void check(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            map.values().forEach(JsonNumbers::check);
        } else if (tree instanceof List<?> list) {
            list.forEach(JsonNumbers::check);
        } else if (tree instanceof BigDecimal number) {
            boolean whole = number.scale() == 0 && number.signum() > 0 && number.compareTo(LARGEST_WHOLE) <= 0;
            double kept = number.doubleValue();
            if (!whole && (!Double.isFinite(kept) || new BigDecimal(Double.toString(kept)).compareTo(number) != 0)) {
                throw new IllegalArgumentException(number + " in JSON would become " + kept
                        + ", since MySQL keeps 64 bits of it: write it as a JSON string, or give it fewer digits");
            }
        }
    }
}
