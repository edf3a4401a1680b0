package dev.azoth.dialect.sqlite;

import dev.azoth.compile.FulltextCall;
import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SearchWords;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.FulltextMode;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.NamedTable;
import java.util.List;
import java.util.stream.Collectors;

/** Full text search, in tables of FTS5: such a table has a hidden column of its own name, by which it is searched. */
final class SqliteFulltext {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with("fulltext_match", SqliteFulltext::match)
            .with("fulltext_rank", SqliteFulltext::rank)
            .with("fulltext_headline", SqliteFulltext::headline);

    private SqliteFulltext() {}

    private static void match(FunctionCall<?> call, SqlWriter out) {
        FulltextCall search = FulltextCall.of(call);
        table(search, out.sql("("));
        String columns = filter(search.columns(out));
        search.query(query -> columns + "(" + query(query, search.mode()) + ")", out.sql(" MATCH "))
                .sql(")");
    }

    /** The columns that are searched: {@code {"title" "body"} : }. */
    private static String filter(List<ColumnReference<?>> columns) {
        return columns.stream()
                .map(column -> quoted(column.name().replace("\"", "\"\"")))
                .collect(Collectors.joining(" ", "{", "} : "));
    }

    /** With operators: {@code ("quick brown" AND ("fox" OR "cat")) NOT "dog"}; nothing is found if nothing is wanted. */
    private static String query(String query, FulltextMode mode) {
        if (mode == FulltextMode.BOOLEAN) {
            return query;
        }
        SearchWords words = SearchWords.of(query, mode);
        if (words.wanted().isEmpty()) {
            return quoted("");
        }
        String all = words.wanted().stream().map(each -> "(" + any(each) + ")").collect(Collectors.joining(" AND "));
        return "(" + all + (words.unwanted().isEmpty() ? ")" : ") NOT (" + any(words.unwanted()) + ")");
    }

    private static String any(List<String> words) {
        return words.stream().map(SqliteFulltext::quoted).collect(Collectors.joining(" OR "));
    }

    private static String quoted(String words) {
        return '"' + words + '"';
    }

    /** The better, the less. */
    private static void rank(FunctionCall<?> call, SqlWriter out) {
        table(FulltextCall.of(call), out.sql("(-bm25("));
        out.sql("))");
    }

    private static void headline(FunctionCall<?> call, SqlWriter out) {
        FulltextCall search = FulltextCall.of(call);
        ColumnReference<?> column = search.columns(out).get(0);
        List<String> names =
                column.table().columns().stream().map(ColumnReference::name).toList();
        table(search, out.sql("snippet("));
        out.sql(", " + names.indexOf(column.name()) + ", '<b>', '</b>', '…', 32)");
    }

    private static void table(FulltextCall search, SqlWriter out) {
        FromItem table = search.columns(out).get(0).table();
        if (!(table instanceof NamedTable named)) {
            throw out.unsupported("full text search of anything but a table's own columns");
        }
        out.identifier(named.name());
    }
}
