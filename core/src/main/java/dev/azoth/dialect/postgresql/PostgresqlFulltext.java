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
            .with("fulltext_headline", PostgresqlFulltext::headline)
            .templates(
                    "to_tsvector", "to_tsvector({*})",
                    "to_tsquery", "to_tsquery({*})",
                    "plainto_tsquery", "plainto_tsquery({*})",
                    "phraseto_tsquery", "phraseto_tsquery({*})",
                    "websearch_to_tsquery", "websearch_to_tsquery({*})",
                    "ts_match", "({(0)} @@ {(1)})",
                    "ts_concat", "({(0)} || {(1)})",
                    "setweight", "setweight({*})",
                    "ts_rank", "ts_rank({*})",
                    "ts_rank_cd", "ts_rank_cd({*})",
                    "ts_headline", "ts_headline({*})");

    private PostgresqlFulltext() {}

    private static void match(FunctionCall<?> call, SqlWriter out) {
        FulltextCall search = FulltextCall.of(call);
        document(search.language(), search.texts(), out.sql("("));
        query(search, out.sql(" @@ "));
        out.sql(")");
    }

    private static void rank(FunctionCall<?> call, SqlWriter out) {
        FulltextCall search = FulltextCall.of(call);
        document(search.language(), search.texts(), out.sql("ts_rank("));
        query(search, out.sql(", "));
        out.sql(")");
    }

    private static void headline(FunctionCall<?> call, SqlWriter out) {
        FulltextCall search = FulltextCall.of(call);
        out.sql("ts_headline(")
                .sql(language(search.language(), out))
                .argument(search.texts().get(0));
        query(search, out.sql(", "));
        out.sql(")");
    }

    /** Whether the words of the texts are there already. */
    static boolean isPrepared(List<? extends Expression<?>> texts) {
        return texts.size() == 1 && texts.get(0).type() instanceof NamedType;
    }

    /** Writes what is searched. */
    static void document(String language, List<? extends Expression<?>> texts, SqlWriter out) {
        if (isPrepared(texts)) {
            out.operand(texts.get(0));
            return;
        }
        out.sql("to_tsvector(").sql(language(language, out));
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
        out.sql(language(search.language(), out)).argument(search.query()).sql(")");
    }

    private static String language(String language, SqlWriter out) {
        return language.isEmpty() ? "" : out.codec(Types.TEXT).literal(language) + ", ";
    }
}
