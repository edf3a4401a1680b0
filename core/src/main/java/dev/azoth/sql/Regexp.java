package dev.azoth.sql;

import dev.azoth.type.Types;

/** Calls with regular expressions. */
final class Regexp {
    private Regexp() {}

    static Condition match(String function, Expression<?> text, String pattern) {
        TextType.check(text, "a regular expression");
        return Condition.of(Sql.function(function, Types.BOOLEAN, text, new Bind<>(Types.TEXT, pattern)));
    }

    static FunctionCall<String> substring(Expression<?> text, String pattern) {
        return Sql.function("regexp_substr", TextType.of(text), text, new Bind<>(Types.TEXT, pattern));
    }

    /** The replacement is there in both ways that databases have, {@code $1} and {@code \\1}, for a dialect to take its own. */
    static FunctionCall<String> replace(Expression<?> text, String pattern, String replacement) {
        StringBuilder dollars = new StringBuilder();
        StringBuilder backslashes = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
            if (c == '$' && next >= '0' && next <= '9') {
                dollars.append('$').append(next);
                backslashes.append('\\').append(next);
                i++;
            } else if (c == '$' || c == '\\') {
                char literal = c == '\\' && next == '$' ? '$' : c;
                dollars.append('\\').append(literal);
                backslashes.append(literal == '\\' ? "\\\\" : "$");
                i += literal == c ? 0 : 1;
            } else {
                dollars.append(c);
                backslashes.append(c);
            }
        }
        return Sql.function(
                "regexp_replace",
                TextType.of(text),
                text,
                new Bind<>(Types.TEXT, pattern),
                new Bind<>(TextType.of(text), dollars.toString()),
                new Bind<>(TextType.of(text), backslashes.toString()));
    }
}
