package dev.azoth.sql;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;

/**
 * PostgreSQL's functions of full text search, with its types {@code TSVECTOR} and {@code TSQUERY}; other databases refuse them. {@link Sql#fulltext} is for
 * searches that several databases understand.
 *
 * <p>A configuration, such as {@code english}, is written into the text as a constant, since only so is an index of an expression recognized.
 */
public final class TextSearch {
    private TextSearch() {}

    /** How much words of a text count, by where they stand: {@link #A} the most. */
    public enum Weight {
        /** Such as those of a title. */
        A,
        /** Such as those of a summary. */
        B,
        /** Such as those of a body. */
        C,
        /** All that has no other weight. */
        D
    }

    /** The words of a text in the server's own configuration. */
    public static FunctionCall<String> toTsvector(Expression<String> text) {
        return call("to_tsvector", Types.TSVECTOR, text);
    }

    /** The words of a text. */
    public static FunctionCall<String> toTsvector(String configuration, Expression<String> text) {
        return call("to_tsvector", Types.TSVECTOR, constant(configuration), text);
    }

    /** A search in the server's language: {@code (fox | cat:*) & !dog}; a mistake in it is an error. */
    public static FunctionCall<String> toTsquery(String configuration, String query) {
        return query("to_tsquery", configuration, query);
    }

    /** A search for all words of a text. */
    public static FunctionCall<String> plaintoTsquery(String configuration, String text) {
        return query("plainto_tsquery", configuration, text);
    }

    /** A search for the words of a text that follow one another. */
    public static FunctionCall<String> phrasetoTsquery(String configuration, String text) {
        return query("phraseto_tsquery", configuration, text);
    }

    /** A search as people type it; never a wrong one. */
    public static FunctionCall<String> websearchToTsquery(String configuration, String text) {
        return query("websearch_to_tsquery", configuration, text);
    }

    /** Whether a search finds something: {@code vector @@ query}. */
    public static Condition matches(Expression<String> vector, Expression<String> query) {
        return Condition.of(call("ts_match", Types.BOOLEAN, vector, query));
    }

    /** The words of one text and then of another: {@code one || other}. */
    public static FunctionCall<String> concat(Expression<String> one, Expression<String> other) {
        return call("ts_concat", Types.TSVECTOR, one, other);
    }

    /** The words with another weight. */
    public static FunctionCall<String> setweight(Expression<String> vector, Weight weight) {
        return call("setweight", Types.TSVECTOR, vector, constant(weight.name()));
    }

    /** How often what is searched for stands in the text. */
    public static FunctionCall<Float> tsRank(Expression<String> vector, Expression<String> query) {
        return call("ts_rank", Types.REAL, vector, query);
    }

    /** The same, with bits that say how it is divided by the text's length: 1 by its logarithm, 2 by itself, 32 to be less than one. */
    public static FunctionCall<Float> tsRank(Expression<String> vector, Expression<String> query, int normalization) {
        return call("ts_rank", Types.REAL, vector, query, new Bind<>(Types.INTEGER, normalization));
    }

    /** How near to one another stands in the text what is searched for. */
    public static FunctionCall<Float> tsRankCd(Expression<String> vector, Expression<String> query) {
        return call("ts_rank_cd", Types.REAL, vector, query);
    }

    /** The same, divided as {@link #tsRank(Expression, Expression, int)} says. */
    public static FunctionCall<Float> tsRankCd(Expression<String> vector, Expression<String> query, int normalization) {
        return call("ts_rank_cd", Types.REAL, vector, query, new Bind<>(Types.INTEGER, normalization));
    }

    /** A part of a text with what was found between {@code <b>} and {@code </b>}. */
    public static FunctionCall<String> tsHeadline(
            String configuration, Expression<String> text, Expression<String> query) {
        return call("ts_headline", Types.TEXT, constant(configuration), text, query);
    }

    /** The same with the server's options: {@code StartSel=<i>, StopSel=</i>, MaxWords=9}. */
    public static FunctionCall<String> tsHeadline(
            String configuration, Expression<String> text, Expression<String> query, String options) {
        return call("ts_headline", Types.TEXT, constant(configuration), text, query, new Bind<>(Types.TEXT, options));
    }

    private static FunctionCall<String> query(String function, String configuration, String text) {
        return call(function, Types.TSQUERY, constant(configuration), new Bind<>(Types.TEXT, text));
    }

    private static Expression<String> constant(String text) {
        return new Literal<>(Types.TEXT, text);
    }

    private static <T> FunctionCall<T> call(String function, SqlType<T> type, Expression<?>... arguments) {
        return Sql.function(function, type, arguments);
    }
}
