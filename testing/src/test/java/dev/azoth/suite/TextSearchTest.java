package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.TextSearch.matches;
import static dev.azoth.sql.TextSearch.phrasetoTsquery;
import static dev.azoth.sql.TextSearch.plaintoTsquery;
import static dev.azoth.sql.TextSearch.setweight;
import static dev.azoth.sql.TextSearch.toTsquery;
import static dev.azoth.sql.TextSearch.toTsvector;
import static dev.azoth.sql.TextSearch.tsHeadline;
import static dev.azoth.sql.TextSearch.tsRank;
import static dev.azoth.sql.TextSearch.tsRankCd;
import static dev.azoth.sql.TextSearch.websearchToTsquery;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;
import static dev.azoth.type.Types.TSVECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.sql.TextSearch;
import dev.azoth.sql.TextSearch.Weight;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL's own functions of full text search; elsewhere they are refused. */
@EveryDatabase
class TextSearchTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private static final Column<String> title = Column.of("title", TEXT);
    private static final Column<String> body = Column.of("body", TEXT);
    private static final Column<String> words = Column.of("words", TSVECTOR);
    private static final Table article = Table.of(METADATA, "article", id, title, body, words);

    @PrepareDatabase
    static void fill(Database db) {
        if (!db.name().equals("postgresql")) {
            return;
        }
        METADATA.createAll(db.engine());
        db.engine().begin(connection -> {
            connection.execute(insert(article)
                    .columns(id, title, body)
                    .row(1, "Brown cats", "A cat sleeps under the lazy fox")
                    .row(2, "Foxes", "Quick brown foxes jump over cats"));
            connection.execute(update(article)
                    .set(
                            words,
                            TextSearch.concat(
                                    setweight(toTsvector("english", title), Weight.A),
                                    setweight(toTsvector("english", body), Weight.D))));
        });
    }

    private static void finds(Database db, Expression<String> query, Integer... ids) {
        var found = select(id).where(matches(words, query)).orderBy(id);
        if (!db.name().equals("postgresql")) {
            assertThatThrownBy(() -> db.engine().compile(found))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("has no function ts_match");
            return;
        }
        db.expect(found).rows((Object[]) ids);
    }

    @Test
    void wordsAreFound(Database db) {
        finds(db, toTsquery("english", "cat & !quick"), 1);
        finds(db, toTsquery("english", "fox:A"), 2);
        finds(db, plaintoTsquery("english", "the fox of cats"), 1, 2);
        finds(db, phrasetoTsquery("english", "quick brown"), 2);
        finds(db, websearchToTsquery("english", "\"brown cat\" or sleeping -jump"), 1);
        finds(db, websearchToTsquery("english", "'; DROP TABLE article; -- ?"));
    }

    @Test
    void whatIsFoundIsRanked(Database db) {
        if (!db.name().equals("postgresql")) {
            return;
        }
        var query = plaintoTsquery("english", "fox");
        db.expect(select(id).orderBy(tsRank(words, query).desc()))
                .sql(
                        "SELECT article.id FROM article ORDER BY ts_rank(article.words, plainto_tsquery('english', ?)) DESC")
                .rows(2, 1);
        db.expect(select(id).orderBy(tsRankCd(words, query, 32).desc()))
                .sql(
                        "SELECT article.id FROM article ORDER BY ts_rank_cd(article.words, plainto_tsquery('english', ?), ?) DESC")
                .rows(2, 1);
        try (Connection connection = db.engine().connect()) {
            assertThat(connection
                            .execute(select(tsRank(words, query, 32), tsRankCd(words, query))
                                    .where(id.eq(2)))
                            .one()
                            .values())
                    .allSatisfy(rank -> assertThat((Float) rank).isPositive());
        }
    }

    @Test
    void whatIsFoundIsShown(Database db) {
        if (!db.name().equals("postgresql")) {
            return;
        }
        var query = phrasetoTsquery("english", "lazy fox");
        db.expect(select(
                                tsHeadline("english", body, query),
                                tsHeadline("english", body, query, "StartSel=<i>, StopSel=</i>"))
                        .where(matches(toTsvector(body), query)))
                .sql("SELECT ts_headline('english', article.body, phraseto_tsquery('english', ?)),"
                        + " ts_headline('english', article.body, phraseto_tsquery('english', ?), ?) FROM article"
                        + " WHERE (to_tsvector(article.body) @@ phraseto_tsquery('english', ?))")
                .rows(List.of(
                        "A cat sleeps under the <b>lazy</b> <b>fox</b>",
                        "A cat sleeps under the <i>lazy</i> <i>fox</i>"));
    }
}
