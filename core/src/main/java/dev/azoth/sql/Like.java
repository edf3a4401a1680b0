package dev.azoth.sql;

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
        String quoted = text.replace("/", "//").replace("%", "/%").replace("_", "/_");
        return new Like(operand, new Bind<>(TextType.of(operand), before + quoted + after), true, false, false);
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
