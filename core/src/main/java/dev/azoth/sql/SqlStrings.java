package dev.azoth.sql;

import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Functions of texts, as {@link Sql} offers them. */
abstract class SqlStrings extends SqlNumbers {
    SqlStrings() {}

    /**
     * Texts to be searched by their words: {@code fulltext(post.title, post.body).language("english").web("fox -dog")}.
     *
     * <p>PostgreSQL searches any texts, fast with an index of just this: {@code to_tsvector('english', coalesce(title, '') || ' ' || coalesce(body, ''))}, or a column of type
     * {@code TSVECTOR}. MySQL and MariaDB need a FULLTEXT index of just these columns, SQLite a table that was created {@code USING fts5}.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static Fulltext fulltext(Expression<String>... texts) {
        return new Fulltext(List.of(texts), "");
    }

    /** The text in lower case. */
    public static FunctionCall<String> lower(Expression<String> expression) {
        return text("lower", expression);
    }

    /** The text in upper case. */
    public static FunctionCall<String> upper(Expression<String> expression) {
        return text("upper", expression);
    }

    /** The text without spaces at its ends. */
    public static FunctionCall<String> trim(Expression<String> expression) {
        return text("trim", expression);
    }

    /** The text without this character at its ends, however often it stands there. */
    public static FunctionCall<String> trim(Expression<String> expression, char character) {
        return text("trim", expression, one(character));
    }

    /** The text without spaces at its beginning. */
    public static FunctionCall<String> ltrim(Expression<String> expression) {
        return text("ltrim", expression);
    }

    /** The text without this character at its beginning. */
    public static FunctionCall<String> ltrim(Expression<String> expression, char character) {
        return text("ltrim", expression, one(character));
    }

    /** The text without spaces at its end. */
    public static FunctionCall<String> rtrim(Expression<String> expression) {
        return text("rtrim", expression);
    }

    /** The text without this character at its end. */
    public static FunctionCall<String> rtrim(Expression<String> expression, char character) {
        return text("rtrim", expression, one(character));
    }

    /** The text filled up at its beginning to so many characters, or cut at its end. */
    public static FunctionCall<String> lpad(Expression<String> expression, int length, char fill) {
        return text("lpad", expression, value(length), one(fill));
    }

    /** The text filled up at its end to so many characters, or cut there. */
    public static FunctionCall<String> rpad(Expression<String> expression, int length, char fill) {
        return text("rpad", expression, value(length), one(fill));
    }

    /** The number of characters. */
    public static FunctionCall<Integer> charLength(Expression<String> expression) {
        return function("char_length", Types.INTEGER, expression);
    }

    /** The number of bytes of the text in UTF-8. */
    public static FunctionCall<Integer> octetLength(Expression<String> expression) {
        return function("octet_length", Types.INTEGER, expression);
    }

    /** So many characters of the text, from a position that counts from 1. */
    public static FunctionCall<String> substring(Expression<String> expression, int from, int length) {
        return substring(expression, value(from), value(length));
    }

    /** So many characters of the text, from a position that counts from 1. */
    public static FunctionCall<String> substring(
            Expression<String> expression, Expression<Integer> from, Expression<Integer> length) {
        return text("substr", expression, from, length);
    }

    /** So many characters from the beginning. */
    public static FunctionCall<String> left(Expression<String> expression, int length) {
        return text("left", expression, value(length));
    }

    /** So many characters at the end. */
    public static FunctionCall<String> right(Expression<String> expression, int length) {
        return text("right", expression, value(length));
    }

    /** Where the part begins for the first time in the text, from 1; 0 if nowhere. */
    public static FunctionCall<Integer> position(String part, Expression<String> in) {
        return position(bound(in, part), in);
    }

    /** Where the part begins for the first time in the text, from 1; 0 if nowhere. */
    public static FunctionCall<Integer> position(Expression<String> part, Expression<String> in) {
        return function("position", Types.INTEGER, part, in);
    }

    /** The text with another in place of a part, wherever that stands. */
    public static FunctionCall<String> replace(Expression<String> expression, String part, String by) {
        return replace(expression, bound(expression, part), bound(expression, by));
    }

    /** The text with another in place of a part, wherever that stands. */
    public static FunctionCall<String> replace(
            Expression<String> expression, Expression<String> part, Expression<String> by) {
        return text("replace", expression, part, by);
    }

    /** The text with another in place of so many characters, from a position that counts from 1. */
    public static FunctionCall<String> overlay(Expression<String> expression, String by, int from, int length) {
        return text("overlay", expression, bound(expression, by), value(from), value(length));
    }

    /** The text so many times. */
    public static FunctionCall<String> repeat(Expression<String> expression, int times) {
        return text("repeat", expression, value(times));
    }

    /** The text from its end to its beginning. */
    public static FunctionCall<String> reverse(Expression<String> expression) {
        return text("reverse", expression);
    }

    /** The texts in a row, without those that are null. {@link Expression#concat} is null if one of them is. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static FunctionCall<String> concat(Expression<String> first, Expression<String>... more) {
        return new FunctionCall<>("concat", listOf(first, more), Aggregation.NONE, TextType.of(first));
    }

    /** The texts that are not null, with a separator between them. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static FunctionCall<String> concatWs(String separator, Expression<String>... texts) {
        if (texts.length == 0) {
            throw new IllegalArgumentException("no texts to put in a row");
        }
        return new FunctionCall<>(
                "concat_ws", listOf(bound(texts[0], separator), texts), Aggregation.NONE, TextType.of(texts[0]));
    }

    /** One of the parts between delimiters, the first being 1; an empty text if there are fewer. */
    public static FunctionCall<String> splitPart(Expression<String> expression, String delimiter, int part) {
        return text("split_part", expression, bound(expression, delimiter), value(part));
    }

    /** The text with characters of {@code from} replaced by those at the same place in {@code to}. */
    public static FunctionCall<String> translate(Expression<String> expression, String from, String to) {
        return text("translate", expression, bound(expression, from), bound(expression, to));
    }

    /** The number of the text's first character in Unicode. */
    public static FunctionCall<Integer> codePoint(Expression<String> expression) {
        return function("ascii", Types.INTEGER, expression);
    }

    /** The character of this number in Unicode. */
    public static FunctionCall<String> character(Expression<Integer> codePoint) {
        return function("chr", Types.TEXT, codePoint);
    }

    private static FunctionCall<String> text(String function, Expression<String> first, Expression<?>... more) {
        return new FunctionCall<>(function, listOf(first, more), Aggregation.NONE, TextType.of(first));
    }

    private static Bind<String> bound(Expression<String> beside, String text) {
        return new Bind<>(TextType.of(beside), text);
    }

    private static Expression<String> one(char character) {
        return value(String.valueOf(character));
    }

    static List<Expression<?>> listOf(Expression<?> first, Expression<?>... more) {
        List<Expression<?>> all = new ArrayList<>(more.length + 1);
        all.add(first);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
