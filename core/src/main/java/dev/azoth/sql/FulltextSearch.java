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

    /** The query as it was said, and in the ways that databases without this mode read; then the mode, the language and the texts. */
    private List<Expression<?>> arguments(List<Expression<String>> texts) {
        List<Expression<?>> arguments = new ArrayList<>();
        SearchWords words = SearchWords.of(query, mode);
        arguments.add(new Bind<>(Types.TEXT, query));
        arguments.add(new Bind<>(Types.TEXT, mode == FulltextMode.BOOLEAN ? query : words.signed()));
        arguments.add(
                new Bind<>(Types.TEXT, filter() + "(" + (mode == FulltextMode.BOOLEAN ? query : words.quoted()) + ")"));
        arguments.add(new Literal<>(Types.TEXT, mode.name()));
        arguments.add(in.name());
        arguments.addAll(texts);
        return arguments;
    }

    /** The columns, for databases that want them in the query: {@code {"title" "body"} : }. */
    private String filter() {
        StringBuilder names = new StringBuilder("{");
        for (Expression<String> text : in.texts()) {
            if (text instanceof ColumnReference<?> column) {
                names.append('"').append(column.name().replace("\"", "\"\"")).append("\" ");
            }
        }
        return names + "} : ";
    }
}
