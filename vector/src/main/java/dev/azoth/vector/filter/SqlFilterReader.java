package dev.azoth.vector.filter;

import dev.azoth.vector.filter.SqlFilterTokens.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads filters written like conditions of SQL: {@code lang = 'en' AND (year >= 2020 OR tags CONTAINS 'new')}.
 *
 * <pre>
 * either     = both (OR both)*                      also ||
 * both       = opposite (AND opposite)*             also &amp;&amp;
 * opposite   = NOT opposite | condition             also !
 * condition  = ( either ) | TRUE | FALSE | EXISTS field | field comparison
 * comparison = (= | == | &lt;&gt; | != | &lt; | &lt;= | &gt; | &gt;=) value
 *            | IS [NOT] NULL | [NOT] IN list | NIN list | [NOT] BETWEEN value AND value
 *            | [NOT] (LIKE | ILIKE) string | [NOT] CONTAINS (value | ANY list | ALL list)
 * list       = ( value, … ) | [ value, … ]
 * field      = name (. name)*                       a name is a word, or anything in double quotes
 * value      = 'string' | number | TRUE | FALSE
 * </pre>
 */
final class SqlFilterReader {
    /** Whoever nests deeper wants to fill a stack. */
    private static final int DEEPEST = 100;

    private static final Map<String, Filter.Order> ORDERS =
            Map.of("<", Filter.Order.LT, "<=", Filter.Order.LTE, ">", Filter.Order.GT, ">=", Filter.Order.GTE);

    private final SqlFilterTokens tokens;
    private final MissingFields missing;
    private int depth;

    SqlFilterReader(String text, MissingFields missing) {
        this.tokens = new SqlFilterTokens(text);
        this.missing = missing;
    }

    Filter read() {
        Filter filter = either();
        if (!tokens.peek().kind().equals("end")) {
            throw tokens.wrong("AND, OR or the end");
        }
        return filter;
    }

    private Filter either() {
        List<Filter> all = new ArrayList<>();
        do {
            all.add(both());
        } while (tokens.taken("OR", "||") != null);
        return Filter.any(all);
    }

    private Filter both() {
        List<Filter> all = new ArrayList<>();
        do {
            all.add(opposite());
        } while (tokens.taken("AND", "&&") != null);
        return Filter.all(all);
    }

    private Filter opposite() {
        boolean turned = false;
        while (tokens.taken("NOT", "!") != null) {
            turned = !turned;
        }
        Filter condition = condition();
        return turned ? condition.not() : condition;
    }

    private Filter condition() {
        if (tokens.taken("(") != null) {
            depth++;
            if (depth > DEEPEST) {
                throw tokens.wrong("no more than " + DEEPEST + " parentheses in each other");
            }
            Filter inner = either();
            depth--;
            tokens.expect(")");
            return inner;
        } else if (tokens.taken("TRUE") != null) {
            return Filter.all(List.of());
        } else if (tokens.taken("FALSE") != null) {
            return Filter.any(List.of());
        } else if (tokens.taken("EXISTS") != null) {
            boolean enclosed = tokens.taken("(") != null;
            Filter exists = field().exists();
            if (enclosed) {
                tokens.expect(")");
            }
            return exists;
        }
        return comparison(field());
    }

    private Field field() {
        List<String> path = new ArrayList<>();
        do {
            if (!tokens.peek().kind().equals("word")) {
                throw tokens.wrong("the name of a field (in double quotes if it is a word of the language)");
            }
            path.add(tokens.take().value());
        } while (tokens.taken(".") != null);
        return new Field(path);
    }

    private Filter comparison(Field field) {
        Token operator = tokens.peek();
        if (tokens.taken("IS") != null) {
            boolean turned = tokens.taken("NOT") != null;
            tokens.expect("NULL");
            return turned ? field.isNotNull() : field.isNull();
        }
        boolean turned = tokens.taken("NOT") != null;
        String word = tokens.taken("IN", "BETWEEN", "LIKE", "ILIKE", "CONTAINS");
        if (word == null && !turned) {
            return compared(field, operator);
        } else if (word == null) {
            throw tokens.wrong("IN, BETWEEN, LIKE, ILIKE or CONTAINS");
        }
        Filter filter = checked(operator, () -> named(field, word));
        return !turned ? filter : word.equals("IN") ? missing.unequal(field, filter) : filter.not();
    }

    private Filter compared(Field field, Token operator) {
        String sign = tokens.taken("=", "==", "<>", "!=", "<", "<=", ">", ">=", "NIN");
        if (sign == null) {
            throw tokens.wrong("a comparison");
        } else if (sign.equals("NIN")) {
            return missing.unequal(field, field.in(list()));
        }
        Object value = value();
        Filter.Order order = ORDERS.get(sign);
        if (order != null) {
            return checked(operator, () -> new Filter.Ordered(field, order, FilterValue.ordered(value)));
        }
        Filter equal = checked(operator, () -> field.eq(value));
        return sign.startsWith("=") ? equal : missing.unequal(field, equal);
    }

    private Filter named(Field field, String word) {
        return switch (word) {
            case "IN" -> field.in(list());
            case "BETWEEN" -> between(field);
            case "LIKE" -> field.like(string());
            case "ILIKE" -> field.ilike(string());
            default ->
                tokens.taken("ANY") != null
                        ? field.containsAny(list())
                        : tokens.taken("ALL") != null ? field.containsAll(list()) : field.contains(value());
        };
    }

    private Filter between(Field field) {
        Object low = value();
        tokens.expect("AND");
        return field.between(low, value());
    }

    private interface Made {
        Filter filter();
    }

    private Filter checked(Token place, Made made) {
        try {
            return made.filter();
        } catch (IllegalArgumentException e) {
            throw tokens.wrong(place, e);
        }
    }

    private List<Object> list() {
        String opening = tokens.taken("(", "[");
        if (opening == null) {
            throw tokens.wrong("a list: ('a', 'b')");
        }
        String closing = opening.equals("(") ? ")" : "]";
        List<Object> values = new ArrayList<>();
        if (tokens.taken(closing) != null) {
            return values;
        }
        do {
            values.add(value());
        } while (tokens.taken(",") != null);
        tokens.expect(closing);
        return values;
    }

    private String string() {
        if (!tokens.peek().kind().equals("string")) {
            throw tokens.wrong("a pattern in quotes");
        }
        return tokens.take().value();
    }

    private Object value() {
        Token token = tokens.peek();
        Object value = switch (token.kind()) {
            case "string" -> token.value();
            case "number" -> number(token);
            case "keyword" -> truth(token);
            default -> throw noValue(token);
        };
        tokens.take();
        return value;
    }

    private Object truth(Token token) {
        return switch (token.value()) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            default -> throw noValue(token);
        };
    }

    private FilterSyntaxException noValue(Token token) {
        return tokens.wrong(
                token.is("NULL")
                        ? "a value (for null there is IS NULL)"
                        : "a value: a number, TRUE, FALSE or a string in single quotes");
    }

    private Object number(Token token) {
        try {
            BigDecimal number = new BigDecimal(token.value());
            return token.value().matches("-?\\d{1,18}") ? (Object) number.longValueExact() : number;
        } catch (NumberFormatException e) {
            throw tokens.wrong("a number");
        }
    }
}
