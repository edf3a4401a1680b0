package dev.azoth.sql;

import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * A search in texts by their words: what finds rows, sorts them, and shows what was found.
 *
 * @param in    what is searched
 * @param query what for; bound
 * @param mode  how that is read
 */
public record FulltextSearch(Fulltext in, String query, FulltextMode mode) {
    /** Whether a row's texts match. */
    public Condition matches() {
        return Condition.of(
                new FunctionCall<>("fulltext_match", arguments(in.texts()), Aggregation.NONE, Types.BOOLEAN));
    }

    /** How well a row's texts match: more for a better match, on each database's own scale. SQLite knows it of rows that are searched only. */
    public FunctionCall<Double> rank() {
        return new FunctionCall<>("fulltext_rank", arguments(in.texts()), Aggregation.NONE, Types.DOUBLE);
    }

    /** A part of a text with the words that were found between {@code <b>} and {@code </b>}. The text itself is not escaped for HTML. */
    public FunctionCall<String> headline(Expression<String> text) {
        return new FunctionCall<>("fulltext_headline", arguments(List.of(text)), Aggregation.NONE, TextType.of(text));
    }

    /** The query as it was said, the mode, the language and the texts: what a database wants to hear is its dialect's to say. */
    private List<Expression<?>> arguments(List<Expression<String>> texts) {
        List<Expression<?>> arguments = new ArrayList<>();
        arguments.add(new Bind<>(Types.TEXT, query));
        arguments.add(new Literal<>(Types.TEXT, mode.name()));
        arguments.add(in.name());
        arguments.addAll(texts);
        return arguments;
    }
}
