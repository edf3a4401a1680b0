package dev.azoth.proof;

import static dev.azoth.proof.TextProbes.body;
import static dev.azoth.sql.Sql.select;

import dev.azoth.engine.Connection;
import dev.azoth.sql.Expression;
import dev.azoth.sql.TextSearch;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Texts in searches of PostgreSQL's own. */
final class TextSearches {
    private TextSearches() {}

    static Map<String, Function<String, Expression<?>>> values() {
        Map<String, Function<String, Expression<?>>> probes = new HashMap<>();
        probes.put("TextSearch.toTsquery(String,String)", text -> found(TextSearch.toTsquery("english", text)));
        probes.put(
                "TextSearch.plaintoTsquery(String,String)", text -> found(TextSearch.plaintoTsquery("english", text)));
        probes.put(
                "TextSearch.phrasetoTsquery(String,String)",
                text -> found(TextSearch.phrasetoTsquery("english", text)));
        probes.put(
                "TextSearch.websearchToTsquery(String,String)",
                text -> found(TextSearch.websearchToTsquery("english", text)));
        probes.put(
                "TextSearch.tsHeadline(String,Expression,Expression,String)",
                text -> TextSearch.tsHeadline("english", body, TextSearch.plaintoTsquery("english", text), text));
        return probes;
    }

    private static Expression<?> found(Expression<String> query) {
        return TextSearch.matches(TextSearch.toTsvector("english", body), query);
    }

    /** The configuration is a name, of which there is none. */
    static Map<String, BiConsumer<Connection, String>> asked() {
        Map<String, BiConsumer<Connection, String>> probes = new HashMap<>();
        probes.put(
                "TextSearch.toTsvector(String,Expression)",
                (connection, text) -> connection
                        .execute(select(TextSearch.toTsvector(text, body)))
                        .all());
        probes.put(
                "TextSearch.tsHeadline(String,Expression,Expression)",
                (connection, text) -> connection
                        .execute(select(TextSearch.tsHeadline(text, body, TextSearch.toTsquery(text, text))))
                        .all());
        return probes;
    }
}
