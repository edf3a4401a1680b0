package dev.azoth.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Values of each type, few enough to be equal often, with those at which something turns. Decimals are such as a double holds too. */
final class RandomValues {
    static final List<Integer> WHOLE = List.of(0, 1, -1, 2, 3, -3, 7, 10, 100, -1000);
    static final List<Long> LARGE = List.of(0L, 1L, -2L, 3L, 10L, 5_000_000_000L, -5_000_000_000L);
    static final List<BigDecimal> DECIMAL = Stream.of(
                    "0", "1", "-1", "0.5", "-0.5", "1.25", "2.75", "-2.50", "10", "99.75")
            .map(BigDecimal::new)
            .toList();
    static final List<String> TEXT = List.of(
            "", "a", "A", "b", "ab", "aB", "abc", " a", "a ", " ", "%", "a%b", "_", "a_b", "/", "\\", "'", "12", "é",
            "É", "e\u0301", "ß", "ω", "日本", "😀", "a😀b", "\u00a0", "ÿ");
    static final List<Boolean> FLAG = List.of(true, false);
    static final List<LocalDate> DATE = Stream.of(
                    "2000-01-01", "1970-01-01", "2020-02-29", "1999-12-31", "2021-01-03", "2024-03-31", "1900-03-01")
            .map(LocalDate::parse)
            .toList();
    static final List<LocalDateTime> TIME = Stream.of(
                    "2000-01-01T00:00:00",
                    "1970-01-01T00:00:00.000001",
                    "2020-02-29T23:59:59.999999",
                    "1999-12-31T12:30:00.5",
                    "2021-03-28T02:30:00",
                    "1969-12-31T23:59:59")
            .map(LocalDateTime::parse)
            .toList();

    private RandomValues() {}

    /** Up to six rows of a {@link Sample}, without the number of the row. */
    static Arbitrary<List<List<@Nullable Object>>> rows(int least) {
        return Combinators.combine(List.of(of(WHOLE), of(LARGE), of(DECIMAL), of(TEXT), of(FLAG), of(DATE), of(TIME)))
                .<List<@Nullable Object>>as(ArrayList::new)
                .list()
                .ofMinSize(least)
                .ofMaxSize(6);
    }

    private static Arbitrary<@Nullable Object> of(List<?> values) {
        return Arbitraries.<Object>of(values).injectNull(0.2);
    }
}
