package dev.azoth.dialect.mysql;

import dev.azoth.compile.FulltextCall;
import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.FulltextMode;
import dev.azoth.sql.FunctionCall;

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
        out.argument(natural ? search.query() : search.signed());
        out.sql(natural ? ")" : " IN BOOLEAN MODE)");
    }
}
