package dev.azoth.dialect.mysql;

import dev.azoth.compile.FulltextCall;
import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SearchWords;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.FulltextMode;
import dev.azoth.sql.FunctionCall;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Full text search, of columns that have a FULLTEXT index together. Its value is how well they match. */
final class MysqlFulltext {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with("fulltext_match", (call, out) -> {
                score(call, out.sql("("));
                out.sql(" > 0)");
            })
            .with("fulltext_rank", MysqlFulltext::score)
            .with("fulltext_headline", FunctionForm.unsupported("headline of a full text search"));

    private MysqlFulltext() {}

    private static void score(FunctionCall<?> call, SqlWriter out) {
        FulltextCall search = FulltextCall.of(call);
        boolean natural = search.mode() == FulltextMode.NATURAL;
        out.sql("MATCH (").arguments(search.columns(out)).sql(") AGAINST (");
        if (natural || search.mode() == FulltextMode.BOOLEAN) {
            out.argument(search.query());
        } else {
            search.query(query -> signed(SearchWords.of(query, search.mode())), out);
        }
        out.sql(natural ? ")" : " IN BOOLEAN MODE)");
    }

    /** With a sign before each: {@code +"quick brown" +("fox" "cat") -"dog"}. */
    private static String signed(SearchWords words) {
        StringJoiner parts = new StringJoiner(" ");
        for (List<String> each : words.wanted()) {
            String one = each.stream().map(MysqlFulltext::quoted).collect(Collectors.joining(" "));
            parts.add(each.size() == 1 ? "+" + one : "+(" + one + ")");
        }
        words.unwanted().forEach(each -> parts.add("-" + quoted(each)));
        return parts.toString();
    }

    private static String quoted(String words) {
        return '"' + words + '"';
    }
}
