package dev.azoth.vector.filter;

import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Filters as text, like conditions of SQL. */
class FilterTextTest {
    private static final String DROP = "'; DROP TABLE docs; --";
    private static final List<String> TEXTS =
            List.of("a", "", "NOT", "x.y", "it's", "\"q\"", "%_\\", "😀 é\n", "-- ;", "1");

    private static void same(String text, Filter expected) {
        assertThat(Filter.parse(text)).isEqualTo(expected);
        assertThat(Filter.parse(expected.toString())).isEqualTo(expected);
    }

    @Test
    void everyComparison() {
        same("a = 1", field("a").eq(1));
        same("a == 'x'", field("a").eq("x"));
        same("a <> 'it''s'", field("a").ne("it's"));
        same("a != TRUE", field("a").ne(true));
        same("a<1", field("a").lt(1));
        same("a <= -1.5e3", field("a").lte(new BigDecimal("-1.5e3")));
        same("a > 'm'", field("a").gt("m"));
        same("a >= .5", field("a").gte(new BigDecimal(".5")));
        same("a IN (1, 'x', false)", field("a").in(1, "x", false));
        same("a in []", field("a").in());
        same("a NOT IN [1]", field("a").notIn(1));
        same("a NIN [1]", field("a").notIn(1));
        same("a between 1 and 5", field("a").between(1, 5));
        same("a not between 1 and 5", field("a").between(1, 5).not());
        same("a LIKE 'x%'", field("a").like("x%"));
        same("a NOT ILIKE 'x\\%'", field("a").ilike("x\\%").not());
        same("a IS NULL", field("a").isNull());
        same("a IS NOT NULL", field("a").isNotNull());
        same("EXISTS a", field("a").exists());
        same("NOT exists(a.b)", field("a", "b").exists().not());
        same("a CONTAINS 1", field("a").contains(1));
        same("a NOT CONTAINS 1", field("a").contains(1).not());
        same("a CONTAINS ANY (1, 2)", field("a").containsAny(List.of(1, 2)));
        same("a CONTAINS ALL [1, 2]", field("a").containsAll(List.of(1, 2)));
        same("a = 9223372036854775808", field("a").eq(new BigDecimal("9223372036854775808")));
    }

    @Test
    void andBindsMoreThanOr() {
        Filter a = field("a").eq(1);
        Filter b = field("b").eq(2);
        Filter c = field("c").eq(3);
        same("a = 1 OR b = 2 AND c = 3", a.or(b.and(c)));
        same("(a = 1 OR b = 2) AND c = 3", a.or(b).and(c));
        same("a == 1 && b == 2 && c == 3", Filter.all(List.of(a, b, c)));
        same("a = 1 || !(b = 2) || NOT NOT c = 3", Filter.any(List.of(a, b.not(), c)));
        same("TRUE", Filter.all(List.of()));
        same("a = 1 AND FALSE", a.and(Filter.any(List.of())));
    }

    @Test
    void namesAreWordsOrStandInQuotes() {
        same("größe = 1", field("größe").eq(1));
        same("a.\"b.c\".\"say \"\"x\"\"\" = 1", field("a", "b.c", "say \"x\"").eq(1));
        same("\"and\" = 1", field("and").eq(1));
        same("\"" + DROP + "\" = ''" + DROP + "'", field(DROP).eq(DROP));
        same("\"\" IS NULL", field("").isNull());
    }

    @Test
    void whatIsMissingIsUnequalOrNeither() {
        assertThat(Filter.parse("a <> 1", MissingFields.LEFT_OUT))
                .isEqualTo(field("a").exists().and(field("a").ne(1)));
        assertThat(Filter.parse("a NOT IN (1)", MissingFields.LEFT_OUT))
                .isEqualTo(field("a").exists().and(field("a").notIn(1)));
        assertThat(Filter.parse("NOT a = 1", MissingFields.LEFT_OUT))
                .isEqualTo(field("a").ne(1));
    }

    @Test
    void whateverFilterIsWrittenIsReadAgain() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Filter filter = filter(random, 0);
            assertThat(Filter.parse(filter.toString())).isEqualTo(filter);
        }
    }

    private static Filter filter(Random random, int depth) {
        Field field = new Field(random.nextBoolean() ? List.of(text(random)) : List.of(text(random), text(random)));
        Object value = List.of(text(random), random.nextInt(), new BigDecimal("-1.50"), random.nextBoolean())
                .get(random.nextInt(4));
        return switch (random.nextInt(depth < 4 ? 11 : 8)) {
            case 0 -> field.eq(value);
            case 1 -> field.in(value, text(random));
            case 2 -> field.exists();
            case 3 -> field.isNull();
            case 4 -> field.lte(text(random));
            case 5 -> field.containsText(text(random) + "x");
            case 6 -> field.contains(value);
            case 7 -> field.ilike("a%\\%_");
            case 8 -> filter(random, depth + 1).not();
            case 9 -> Filter.all(some(random, depth));
            default -> Filter.any(some(random, depth));
        };
    }

    private static List<Filter> some(Random random, int depth) {
        List<Filter> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(filter(random, depth + 1));
        }
        return some;
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static void wrong(String text, int character, String what) {
        assertThatThrownBy(() -> Filter.parse(text))
                .isInstanceOf(FilterSyntaxException.class)
                .hasMessageContaining("at character " + character + ": ")
                .hasMessageContaining(what);
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        wrong(
                "",
                1,
                "there must be the name of a field (in double quotes if it is a word of the language), not the end");
        wrong("a", 2, "a comparison, not the end");
        wrong("a = ", 5, "a value: a number, TRUE, FALSE or a string in single quotes, not the end");
        wrong("a = b", 5, "not b");
        wrong("a = NULL", 5, "for null there is IS NULL");
        wrong("a >> 1", 4, "a value");
        wrong("a = 1 b = 2", 7, "AND, OR or the end, not b");
        wrong("(a = 1", 7, "there must be ), not the end");
        wrong("a = 'x", 5, "it lacks its closing quote");
        wrong("\"a = 1", 1, "it lacks its closing quote");
        wrong("a = 1; DROP TABLE docs", 6, "nothing of a filter begins with ;");
        wrong("a IN 1", 6, "a list: ('a', 'b')");
        wrong("a IN (1, 2", 11, "there must be ), not the end");
        wrong("a BETWEEN 1 OR 2", 13, "there must be AND, not OR");
        wrong("a LIKE 1", 8, "a pattern in quotes");
        wrong("a LIKE 'x\\'", 3, "a backslash stands before");
        wrong("a > TRUE", 3, "a boolean is neither less nor greater");
        wrong("a NOT = 1", 7, "IN, BETWEEN, LIKE, ILIKE or CONTAINS");
        wrong("and = 1", 1, "in double quotes if it is a word of the language");
        wrong("lang = 'en' AND\n  year >= x", 27, "AND   year >= x\n" + " ".repeat(28) + "^");
        wrong("(".repeat(101) + "a = 1" + ")".repeat(101), 102, "no more than 100 parentheses");
    }

    @Test
    void longTextsAreRead() {
        StringBuilder text = new StringBuilder("a = 0");
        for (int i = 1; i < 20_000; i++) {
            text.append(" OR a = ").append(i);
        }
        assertThat(((Filter.Any) Filter.parse(text.toString())).filters()).hasSize(20_000);
        String string = "x".repeat(1_000_000);
        assertThat(Filter.parse("a = '" + string + "'")).isEqualTo(field("a").eq(string));
    }
}
