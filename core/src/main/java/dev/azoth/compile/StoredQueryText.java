package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.schema.QueryTable;
import dev.azoth.schema.StoredQuery;
import dev.azoth.schema.View;

/** Writes what makes, refreshes and removes views and tables of queries. */
final class StoredQueryText {
    private final StoredQuery of;
    private final SqlLanguage language;
    private final SqlWriter out;
    private final boolean materialized;

    private StoredQueryText(StoredQuery of, SqlLanguage language) {
        this.of = of;
        this.language = language;
        this.out = SqlWriter.literal(language);
        this.materialized = of instanceof View view && view.isMaterialized();
    }

    static String of(StoredQuery of, StoredQuery.Change change, SqlLanguage language) {
        StoredQueryText text = new StoredQueryText(of, language);
        if (text.materialized && !language.ddl().materializesViews()) {
            throw text.out.unsupported("MATERIALIZED VIEW");
        }
        switch (change) {
            case CREATE -> text.create();
            case DROP -> text.named("DROP ");
            case REFRESH -> text.refresh();
        }
        return text.out.text();
    }

    private void create() {
        named(of instanceof QueryTable table && table.isTemporary() ? "CREATE TEMPORARY " : "CREATE ");
        SqlWriter query = SqlWriter.literal(language);
        language.statements().query(of.query(), query);
        if (!query.slots().isEmpty()) {
            throw new CompileException(
                    of.name() + " has parameters, whose values are only known when a statement runs: give values");
        }
        boolean standard = of instanceof QueryTable && language.ddl().putsQueriesInParentheses();
        out.sql(standard ? " AS (" : " AS ").append(language.statements().withCommonTables(query));
        out.sql(standard ? ") WITH DATA" : "");
    }

    private void refresh() {
        if (!materialized) {
            throw new CompileException(of.name() + " keeps no rows: only a materialized view is refreshed");
        }
        named("REFRESH ");
    }

    private void named(String verb) {
        out.sql(verb).sql(of instanceof QueryTable ? "TABLE " : materialized ? "MATERIALIZED VIEW " : "VIEW ");
        language.statements().tableName(of, out);
    }
}
