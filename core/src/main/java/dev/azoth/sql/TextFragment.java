package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL text with {@code :name} parameters.
 *
 * <p>The text is taken apart before it is known for which database it is, and so by rules that serve all. A colon within quotes or a comment, a double colon ({@code ::}, a cast) and {@code :=} are no parameters; {@code \:} is a plain
 * colon. Quotes are also PostgreSQL's and H2's {@code $$…$$} and {@code $tag$…$tag$}: elsewhere nothing is written like that, and a dollar within a name
 * ({@code a$$b}), or that nothing ends, begins no quotes. A {@code ?} is written as it is.
 *
 * @param pieces     the text before, between and after the parameters: one more than the parameters
 * @param parameters the name of each parameter in the text, in order
 * @param values     what is bound to each name
 */
public record TextFragment(List<String> pieces, List<String> parameters, Map<String, Node> values) implements Node {
    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

    /** Takes immutable copies. */
    public TextFragment {
        pieces = List.copyOf(pieces);
        parameters = List.copyOf(parameters);
        values = Map.copyOf(values);
    }

    static TextFragment parse(String sql) {
        List<String> pieces = new ArrayList<>();
        List<String> names = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int at = 0;
        while (at < sql.length()) {
            int skipped = skipOpaque(sql, at);
            if (skipped > at) {
                piece.append(sql, at, skipped);
                at = skipped;
                continue;
            }
            char c = sql.charAt(at);
            char next = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
            if (c == '\\' && next == ':') {
                piece.append(':');
                at += 2;
            } else if (c == ':' && (next == ':' || next == '=')) {
                piece.append(c).append(next);
                at += 2;
            } else if (c == ':' && Character.isJavaIdentifierStart(next)) {
                int end = at + 2;
                while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
                    end++;
                }
                pieces.add(piece.toString());
                piece.setLength(0);
                names.add(sql.substring(at + 1, end));
                at = end;
            } else {
                piece.append(c);
                at++;
            }
        }
        pieces.add(piece.toString());
        return new TextFragment(pieces, names, Map.of());
    }

    /** The end of a quoted text or a comment that begins here; {@code at} itself if none does. */
    private static int skipOpaque(String sql, int at) {
        char c = sql.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            int end = sql.indexOf(c, at + 1);
            return end < 0 ? sql.length() : end + 1;
        }
        if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            return end < 0 ? sql.length() : end;
        }
        if (sql.startsWith("/*", at)) {
            int end = sql.indexOf("*/", at + 2);
            return end < 0 ? sql.length() : end + 2;
        }
        return c == '$' ? skipDollars(sql, at) : at;
    }

    /** The end of {@code $tag$…$tag$}; {@code at} itself where the dollar is part of a name or number, or nothing ends what it would begin. */
    private static int skipDollars(String sql, int at) {
        boolean withinName = at > 0 && Character.isJavaIdentifierPart(sql.charAt(at - 1));
        Matcher tag = DOLLAR_TAG.matcher(sql).region(at, sql.length());
        if (withinName || !tag.lookingAt()) {
            return at;
        }
        int end = sql.indexOf(tag.group(), tag.end());
        return end < 0 ? at : end + tag.group().length();
    }

    <V> TextFragment bind(String name, V value) {
        boolean part = value instanceof Expression<?> || value instanceof Listed<?>;
        return put(name, part ? (Node) value : new Bind<>(Types.ofValue(value), value));
    }

    <V> TextFragment bindList(String name, SqlType<V> type, Collection<? extends V> list) {
        return put(name, ListedValues.of(type, list));
    }

    private TextFragment put(String name, Node value) {
        if (!parameters.contains(name)) {
            throw new InvalidRequestException(
                    "the text has no parameter :" + name + "; its parameters are " + parameters);
        }
        Map<String, Node> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new TextFragment(pieces, parameters, more);
    }

    /**
     * What is bound to a parameter: an {@link Expression}, or a {@link Listed} of any number of values.
     *
     * @throws InvalidRequestException if nothing is
     */
    public Node value(String name) {
        Node value = values.get(name);
        if (value == null) {
            throw new InvalidRequestException(
                    "the parameter :" + name + " has no value: call bind(\"" + name + "\", …)");
        }
        return value;
    }

    @Override
    public void describe(Structure out) {
        out.value(pieces).value(parameters);
        parameters.forEach(name -> out.node(value(name)));
    }
}
