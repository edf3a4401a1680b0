package dev.azoth.compile;

import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** The statements that give a table and its columns their comments. */
final class Comments {
    private Comments() {}

    static List<String> of(Table table, DdlRenderer ddl, SqlLanguage language) {
        List<String> statements = new ArrayList<>();
        table.comment().ifPresent(text -> {
            SqlWriter out = SqlWriter.literal(language).sql("COMMENT ON TABLE ");
            language.statements().tableName(table, out);
            statements.add(is(text, ddl, out));
        });
        for (Column<?> column : table.columns()) {
            column.comment().filter(text -> !column.isSystem()).ifPresent(text -> {
                SqlWriter out = SqlWriter.literal(language).sql("COMMENT ON COLUMN ");
                language.statements().tableName(table, out);
                statements.add(is(text, ddl, out.sql(".").identifier(column.name())));
            });
        }
        return statements;
    }

    private static String is(String text, DdlRenderer ddl, SqlWriter out) {
        return out.sql(" IS ").sql(ddl.commentText(text, out)).text();
    }
}
