package dev.azoth.sql;

/**
 * An operator and how tightly it binds.
 *
 * <p>The order is that of the SQL standard. Databases differ among themselves for the operators that the standard lacks, and so does
 * concatenation: those are written with parentheses around every operand that is not simple.
 *
 * @param symbol      its text
 * @param precedence  higher binds tighter
 * @param associative whether {@code a op b op c} needs no parentheses on either side
 */
public record Operator(String symbol, int precedence, boolean associative) {
    /** Or. */
    public static final Operator OR = new Operator("OR", 10, true);
    /** And. */
    public static final Operator AND = new Operator("AND", 20, true);
    /** Not. */
    public static final Operator NOT = new Operator("NOT", 30, false);
    /** Equal. */
    public static final Operator EQ = comparison("=");
    /** Not equal. */
    public static final Operator NE = comparison("<>");
    /** Less. */
    public static final Operator LT = comparison("<");
    /** Less or equal. */
    public static final Operator LE = comparison("<=");
    /** Greater. */
    public static final Operator GT = comparison(">");
    /** Greater or equal. */
    public static final Operator GE = comparison(">=");
    /** Concatenation of texts. */
    public static final Operator CONCAT = new Operator("||", 50, true);
    /** Sum. */
    public static final Operator PLUS = new Operator("+", 60, true);
    /** Difference. */
    public static final Operator MINUS = new Operator("-", 60, false);
    /** Product. */
    public static final Operator TIMES = new Operator("*", 70, true);
    /** Quotient. */
    public static final Operator DIVIDE = new Operator("/", 70, false);
    /** Remainder. */
    public static final Operator MODULO = new Operator("%", 70, false);
    /** The sign. */
    public static final Operator NEGATE = new Operator("-", 80, false);

    /** Checks the symbol, which is written as it is. */
    public Operator {
        if (symbol.isBlank()
                || symbol.contains(";")
                || symbol.contains("--")
                || symbol.contains("/*")
                || symbol.contains("'")) {
            throw new IllegalArgumentException("not an operator: " + symbol);
        }
    }

    private static Operator comparison(String symbol) {
        return new Operator(symbol, 40, false);
    }

    /** An operator of the user's own, whose operands and which itself get parentheses wherever they are not simple. */
    public static Operator custom(String symbol) {
        return custom(symbol, CONCAT.precedence());
    }

    /**
     * An operator of the user's own that binds as tightly as others: a comparison as {@link #EQ}, say.
     *
     * @param symbol     is written as it is and must not come from input
     * @param precedence that of another, or a number between those of two
     */
    public static Operator custom(String symbol, int precedence) {
        return new Operator(symbol, precedence, false);
    }

    /** The comparison that is true when this one is false, for operands that are not null. */
    public Operator negation() {
        return switch (symbol) {
            case "=" -> NE;
            case "<>" -> EQ;
            case "<" -> GE;
            case "<=" -> GT;
            case ">" -> LE;
            case ">=" -> LT;
            default -> throw new IllegalStateException(symbol + " has no negation");
        };
    }
}
