package dev.azoth.sql;

import java.util.List;

/**
 * {@code operand [NOT] LIKE pattern}.
 *
 * @param escaped     whether {@link #ESCAPE} in the pattern takes away the meaning of {@code %} and {@code _}
 * @param ignoreCase  whether upper and lower case are the same
 */
public record Like(
        Expression<?> operand, Expression<String> pattern, boolean escaped, boolean ignoreCase, boolean negated)
        implements Condition {
    /** The escape character: not the backslash, which means something of its own in MySQL's texts. */
    public static final char ESCAPE = '/';

    static Like pattern(Expression<?> operand, String pattern, boolean ignoreCase) {
        return new Like(operand, new Bind<>(TextType.of(operand), pattern), false, ignoreCase, false);
    }

    static Like literal(Expression<?> operand, String before, String text, String after) {
        return literal(operand, before, text, after, false);
    }

    static Like literal(Expression<?> operand, String before, String text, String after, boolean ignoreCase) {
        String quoted = text.replace("/", "//").replace("%", "/%").replace("_", "/_");
        return new Like(operand, new Bind<>(TextType.of(operand), before + quoted + after), true, ignoreCase, false);
    }

    static Like literal(
            Expression<?> operand, String before, Expression<String> text, String after, boolean ignoreCase) {
        Expression<String> pattern = text;
        for (String special : List.of("/", "%", "_")) {
            pattern = Sql.replace(pattern, Sql.literal(special), Sql.literal(ESCAPE + special));
        }
        pattern = after.isEmpty() ? pattern : pattern.concat(Sql.literal(after));
        pattern = before.isEmpty() ? pattern : Sql.literal(before).concat(pattern);
        return new Like(operand, pattern, true, ignoreCase, false);
    }

    @Override
    public void describe(Structure out) {
        out.node(operand).node(pattern).value(escaped).value(ignoreCase).value(negated);
    }

    @Override
    public Condition not() {
        return new Like(operand, pattern, escaped, ignoreCase, !negated);
    }
}
