package dev.azoth.sql;

import java.util.List;

/**
 * {@code operand [NOT] LIKE pattern}.
 *
 * @param escape      the character that takes away the meaning of {@code %} and {@code _} behind it; none if empty
 * @param ignoreCase  whether upper and lower case are the same
 */
public record Like(
        Expression<?> operand, Expression<String> pattern, String escape, boolean ignoreCase, boolean negated)
        implements Condition {
    /** The escape character: not the backslash, which means something of its own in MySQL's texts. */
    public static final String ESCAPE = "/";

    /** Checks the operand and the escape. */
    public Like {
        TextType.check(operand, "LIKE");
        if (escape.length() > 1 || (!escape.isEmpty() && Character.isSurrogate(escape.charAt(0)))) {
            throw new IllegalArgumentException("an escape is one character: " + escape);
        }
    }

    static Like pattern(Expression<?> operand, String pattern, boolean ignoreCase) {
        return new Like(operand, new Bind<>(TextType.of(operand), pattern), "", ignoreCase, false);
    }

    static Like literal(Expression<?> operand, String before, String text, String after) {
        return literal(operand, before, text, after, false);
    }

    static Like literal(Expression<?> operand, String before, String text, String after, boolean ignoreCase) {
        String quoted = text.replace("/", "//").replace("%", "/%").replace("_", "/_");
        return new Like(operand, new Bind<>(TextType.of(operand), before + quoted + after), ESCAPE, ignoreCase, false);
    }

    static Like literal(
            Expression<?> operand, String before, Expression<String> text, String after, boolean ignoreCase) {
        Expression<String> pattern = text;
        for (String special : List.of("/", "%", "_")) {
            pattern = Sql.replace(pattern, Sql.literal(special), Sql.literal(ESCAPE + special));
        }
        pattern = after.isEmpty() ? pattern : pattern.concat(Sql.literal(after));
        pattern = before.isEmpty() ? pattern : Sql.literal(before).concat(pattern);
        return new Like(operand, pattern, ESCAPE, ignoreCase, false);
    }

    @Override
    public void describe(Structure out) {
        out.node(operand).node(pattern).value(escape).value(ignoreCase).value(negated);
    }

    @Override
    public Condition not() {
        return new Like(operand, pattern, escape, ignoreCase, !negated);
    }
}
