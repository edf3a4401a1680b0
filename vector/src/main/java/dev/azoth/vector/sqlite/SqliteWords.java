package dev.azoth.vector.sqlite;

import dev.azoth.compile.IdentifierRules;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.FulltextSearch;
import dev.azoth.sql.Sql;
import dev.azoth.type.Types;
import dev.azoth.vector.document.DocumentStorage.IndexStatement;
import dev.azoth.vector.document.DocumentTable;
import dev.azoth.vector.document.WordSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words of a collection, in a table of FTS5 that has no texts of its own: triggers tell it of each change, as <a href="https://www.sqlite.org/fts5.html#external_content_tables">its
 * documentation</a> has them.
 */
final class SqliteWords {
    private final IdentifierRules names;
    private final DocumentTable table;

    SqliteWords(Engine engine, DocumentTable table) {
        this.names = engine.dialect().language(engine.server()).identifiers();
        this.table = table;
    }

    private static String name(DocumentTable table) {
        return table.name() + "_words";
    }

    private String qualified(String name) {
        return table.schema().map(schema -> names.write(schema) + ".").orElse("") + names.write(name);
    }

    List<IndexStatement> statements(String language) {
        String words = names.write(name(table));
        String gone =
                "INSERT INTO " + words + "(" + words + ", rowid, content) VALUES ('delete', old.number, old.content)";
        String come = "INSERT INTO " + words + "(rowid, content) VALUES (new.number, new.content)";
        String tokenizer = language.equalsIgnoreCase("english") ? "porter unicode61" : "unicode61";
        List<String> statements = new ArrayList<>();
        statements.add("CREATE VIRTUAL TABLE IF NOT EXISTS " + qualified(name(table)) + " USING fts5(content, content="
                + literal(table.name()) + ", content_rowid='number', tokenize='" + tokenizer + "')");
        statements.add(trigger("insert", "INSERT", come));
        statements.add(trigger("delete", "DELETE", gone));
        statements.add(trigger("update", "UPDATE", gone + "; " + come));
        statements.add("INSERT INTO " + qualified(name(table)) + "(" + words + ") VALUES ('rebuild')");
        return statements.stream()
                .map(sql -> new IndexStatement(name(table), sql, true))
                .toList();
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private String trigger(String suffix, String event, String statements) {
        return "CREATE TRIGGER IF NOT EXISTS " + qualified(name(table) + "_" + suffix) + " AFTER " + event + " ON "
                + names.write(table.name()) + " BEGIN " + statements + "; END";
    }

    List<String> drop() {
        return Stream.of(name(table))
                .map(each -> "DROP TABLE IF EXISTS " + qualified(each))
                .toList();
    }

    static WordSearch search(DocumentTable table, String query) {
        Words words = new Words(table);
        FulltextSearch search = Sql.fulltext(words.content).web(query);
        return new WordSearch(
                Sql.select(table.number, search.rank().as("rank"))
                        .from(words)
                        .join(table, table.number.eq(words.rowid))
                        .where(search.matches()),
                search.rank());
    }

    /** As statements see it. */
    private static final class Words extends Table {
        private final Column<Long> rowid = column("rowid", Types.BIGINT).primaryKey();
        private final Column<String> content = column("content", Types.TEXT);

        Words(DocumentTable of) {
            super(of.schema().orElse(null), SqliteWords.name(of), new MetaData());
        }
    }
}
