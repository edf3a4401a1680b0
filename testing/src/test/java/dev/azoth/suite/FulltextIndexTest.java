package dev.azoth.suite;

import static dev.azoth.sql.Sql.fulltext;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;
import static dev.azoth.type.Types.TSVECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.dialect.Dialects;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.Index;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Indexes of the words of texts, as part of a table. */
@EveryDatabase
class FulltextIndexTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private static final Column<String> title = Column.of("title", TEXT);
    private static final Column<String> body = Column.of("body", TEXT);
    private static final Table article = Table.of(METADATA, "article", id, title, body);

    static {
        article.fulltextIndex(null, "english", List.of(title, body));
    }

    @Test
    void wordsAreIndexed(Database db) {
        List<String> found =
                Dialects.createAll(METADATA, db.name().matches("mysql|mariadb") ? db.name() : "postgresql");
        assertThat(found)
                .contains(
                        db.name().matches("mysql|mariadb")
                                ? "CREATE FULLTEXT INDEX ft_article_title_body ON article (title, body)"
                                : "CREATE INDEX ft_article_title_body ON article USING gin"
                                        + " (to_tsvector('english', coalesce(title, '') || ' ' || coalesce(body, '')))");
        if (db.name().matches("h2|sqlite|duckdb")) {
            assertThatThrownBy(() -> METADATA.createAll(db.engine()))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining(
                            "has no full text index, as ft_article_title_body of the table article: create it with table.ddl(…) where there is one");
            return;
        }
        METADATA.createAll(db.engine());
        db.engine()
                .begin(connection -> connection.execute(insert(article)
                        .columns(id, title, body)
                        .row(1, "Of cats", "A brown cat")
                        .row(2, "Of dogs", null)));
        db.expect(select(id)
                        .where(fulltext(title, body)
                                .language("english")
                                .web("brown")
                                .matches()))
                .rows(1);
        if (!db.name().equals("postgresql")) { // where the index is of an expression
            assertThat(reflected(db, "article").words()).contains("");
        }
        METADATA.dropAll(db.engine());
    }

    private static Index reflected(Database db, String table) {
        try (Connection connection = db.engine().connect()) {
            return connection.reflect(new MetaData(), table).indexes().get(0);
        }
    }

    @Test
    void preparedWordsAreIndexed(Database db) {
        if (!db.name().equals("postgresql")) {
            return;
        }
        MetaData metadata = new MetaData();
        Column<String> words = Column.of("words", TSVECTOR);
        Table prepared = Table.of(metadata, "prepared", Column.of("id", INTEGER).primaryKey(), words);
        prepared.fulltextIndex("by_words", "", List.of(words));
        assertThat(Dialects.createAll(metadata, "postgresql"))
                .contains("CREATE INDEX by_words ON prepared USING gin (words)");
        metadata.createAll(db.engine());

        Index there = reflected(db, "prepared");
        assertThat(there.name()).isEqualTo("by_words");
        assertThat(there.words()).isEqualTo(Optional.of(""));
        metadata.dropAll(db.engine());
    }

    @Test
    void postgresqlMustKnowTheLanguage(Database db) {
        MetaData metadata = new MetaData();
        Column<String> text = Column.of("text", TEXT);
        Table.of(metadata, "t", Column.of("id", INTEGER).primaryKey(), text).fulltextIndex("ft", "", List.of(text));
        assertThatThrownBy(() -> Dialects.createAll(metadata, "postgresql"))
                .isInstanceOf(CompileException.class)
                .hasMessage(
                        "PostgreSQL must be told the language of the full text index ft: give it, as \"english\", to the"
                                + " index and to the searches");
        assertThat(Dialects.createAll(metadata, "mysql")).contains("CREATE FULLTEXT INDEX ft ON t (text)");
    }
}
