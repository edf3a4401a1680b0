package dev.azoth.sql;

/** What can be asked of texts, for {@link Expression} to have; of another type, the database says whether it can. */
sealed interface TextOperations permits Expression {
    private Expression<?> self() {
        return (Expression<?>) this;
    }

    /** {@code this LIKE pattern}, where {@code %} is any text and {@code _} any character; the case matters as the database has it. */
    default Condition like(String pattern) {
        return Like.pattern(self(), pattern, false);
    }

    /** {@code this LIKE pattern}. */
    default Condition like(Expression<String> pattern) {
        return new Like(self(), pattern, "", false, false);
    }

    /** {@code this LIKE pattern}, where a character takes away the meaning of {@code %} and {@code _} behind it. */
    default Condition like(String pattern, char escape) {
        return like(new Bind<>(TextType.of(self()), pattern), escape);
    }

    /** {@code this LIKE pattern}, where a character takes away the meaning of {@code %} and {@code _} behind it. */
    default Condition like(Expression<String> pattern, char escape) {
        return new Like(self(), pattern, String.valueOf(escape), false, false);
    }

    /** {@code this NOT LIKE pattern}. */
    default Condition notLike(String pattern) {
        return like(pattern).not();
    }

    /** {@code this NOT LIKE pattern}, whatever the case. */
    default Condition notIlike(String pattern) {
        return ilike(pattern).not();
    }

    /** {@code this LIKE pattern}, whatever the case, with an escape. */
    default Condition ilike(String pattern, char escape) {
        return new Like(self(), new Bind<>(TextType.of(self()), pattern), String.valueOf(escape), true, false);
    }

    /** {@code this LIKE pattern}, whatever the case. */
    default Condition ilike(String pattern) {
        return Like.pattern(self(), pattern, true);
    }

    /** The text begins with these very characters: {@code %} and {@code _} in them mean themselves. */
    default Condition startsWith(String text) {
        return Like.literal(self(), "", text, "%");
    }

    /** The text ends with these very characters. */
    default Condition endsWith(String text) {
        return Like.literal(self(), "%", text, "");
    }

    /** The text has these very characters in it. */
    default Condition contains(String text) {
        return Like.literal(self(), "%", text, "%");
    }

    /** {@code this LIKE pattern}, whatever the case. */
    default Condition ilike(Expression<String> pattern) {
        return new Like(self(), pattern, "", true, false);
    }

    /** The text begins with the other's very characters. */
    default Condition startsWith(Expression<String> text) {
        return Like.literal(self(), "", text, "%", false);
    }

    /** The text ends with the other's very characters. */
    default Condition endsWith(Expression<String> text) {
        return Like.literal(self(), "%", text, "", false);
    }

    /** The text has the other's very characters in it. */
    default Condition contains(Expression<String> text) {
        return Like.literal(self(), "%", text, "%", false);
    }

    /** The text begins with these very characters, whatever their case. */
    default Condition istartsWith(String text) {
        return Like.literal(self(), "", text, "%", true);
    }

    /** The text ends with these very characters, whatever their case. */
    default Condition iendsWith(String text) {
        return Like.literal(self(), "%", text, "", true);
    }

    /** The text has these very characters in it, whatever their case. */
    default Condition icontains(String text) {
        return Like.literal(self(), "%", text, "%", true);
    }

    /**
     * Part of the text matches the regular expression. Databases have different ones; what all of them have are characters, classes
     * in brackets, groups, {@code | * + ? {2,3} ^ $}.
     */
    default Condition regexpMatch(String pattern) {
        return Regexp.match("regexp_like", self(), pattern);
    }

    /** Part of the text matches the regular expression, whatever the case. */
    default Condition iregexpMatch(String pattern) {
        return Regexp.match("iregexp_like", self(), pattern);
    }

    /** The text with all that matches the regular expression replaced; {@code $1} is the first group, {@code \\$} a dollar sign. */
    default FunctionCall<String> regexpReplace(String pattern, String replacement) {
        return Regexp.replace(self(), pattern, replacement);
    }

    /** The first part of the text that matches the regular expression; null if none does. */
    default FunctionCall<String> regexpSubstring(String pattern) {
        return Regexp.substring(self(), pattern);
    }

    /** The text in an order and equality of the database's own, by its name there: {@code NOCASE}, {@code utf8mb4_general_ci}. */
    default FunctionCall<String> collate(String collation) {
        return Sql.function("collate", TextType.of(self()), self(), new Literal<>(TextType.of(self()), collation));
    }

    /** The two texts in a row; null if one of them is. */
    default Expression<String> concat(String text) {
        return concat(new Bind<>(TextType.of(self()), text));
    }

    /** The two texts in a row; null if one of them is. */
    default Expression<String> concat(Expression<String> other) {
        return new Binary<>(self(), Operator.CONCAT, other, TextType.of(self()));
    }
}
