package dev.azoth.dialect.postgresql;

import dev.azoth.compile.FulltextCall;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.type.NamedType;
import dev.azoth.type.Types;
import java.util.List;

/** Full text search. The language is a constant in the text: only so is an index of an expression recognized. */
final class PostgresqlFulltext {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with("fulltext_match", PostgresqlFulltext::match)
            .with("fulltext_rank", PostgresqlFulltext::rank)
            .with("fulltext_headline", PostgresqlFulltext::headline);

    private PostgresqlFulltext() {}

    private static void match(FunctionCall<?> call, SqlWriter out) {
        FulltextCall search = FulltextCall.of(call);
        document(search, out.sql("("));
        query(search, out.sql(" @@ "));
        out.sql(")");
    }

    private static void rank(FunctionCall<?> call, SqlWriter out) {
        FulltextCall search = FulltextCall.of(call);
        document(search, out.sql("ts_rank("));
        query(search, out.sql(", "));
        out.sql(")");
    }

    private static void headline(FunctionCall<?> call, SqlWriter out) {
        FulltextCall search = FulltextCall.of(call);
        out.sql("ts_headline(")
                .sql(language(search, out))
                .argument(search.texts().get(0));
        query(search, out.sql(", "));
        out.sql(")");
    }

    private static void document(FulltextCall search, SqlWriter out) {
        List<Expression<?>> texts = search.texts();
        if (texts.size() == 1 && texts.get(0).type() instanceof NamedType) {
            out.operand(texts.get(0));
            return;
        }
        out.sql("to_tsvector(").sql(language(search, out));
        for (int i = 0; i < texts.size(); i++) {
            out.sql(i == 0 ? "" : " || ' ' || ").sql(texts.size() == 1 ? "" : "coalesce(");
            out.argument(texts.get(i)).sql(texts.size() == 1 ? "" : ", '')");
        }
        out.sql(")");
    }

    private static void query(FulltextCall search, SqlWriter out) {
        out.sql(
                switch (search.mode()) {
                    case NATURAL -> "plainto_tsquery(";
                    case BOOLEAN -> "to_tsquery(";
                    case WEB -> "websearch_to_tsquery(";
                    case PHRASE -> "phraseto_tsquery(";
                });
        out.sql(language(search, out)).argument(search.query()).sql(")");
    }

    private static String language(FulltextCall search, SqlWriter out) {
        return search.language().isEmpty() ? "" : out.codec(Types.TEXT).literal(search.language()) + ", ";
    }
}
