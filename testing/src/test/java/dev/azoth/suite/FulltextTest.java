package dev.azoth.suite;

import static dev.azoth.sql.Sql.fulltext;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;
import static dev.azoth.type.Types.TSVECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DatabaseException;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.Ddl;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Fulltext;
import dev.azoth.sql.FulltextMode;
import dev.azoth.sql.FulltextSearch;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Texts searched by their words: in any column on PostgreSQL, with an index on MySQL and MariaDB, in a table of its own kind on SQLite. */
@EveryDatabase
class FulltextTest {
    private static final Set<String> LACKING = Set.of("h2", "duckdb");

    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private static final Column<String> title = Column.of("title", TEXT);
    private static final Column<String> body = Column.of("body", TEXT);
    private static final Table post = Table.of(METADATA, "post", id, title, body);
    private static final Fulltext texts = fulltext(title, body).language("english");

    static {
        post.ddl(
                Ddl.Moment.AFTER_CREATE,
                Ddl.of("CREATE FULLTEXT INDEX ft_post ON post (title, body)").on("mysql", "mariadb"));
        post.ddl(
                Ddl.Moment.AFTER_CREATE,
                Ddl.of("CREATE INDEX ft_post ON post USING gin"
                                + " (to_tsvector('english', coalesce(title, '') || ' ' || coalesce(body, '')))")
                        .on("postgresql"));
    }

    @PrepareDatabase
    static void fill(Database db) {
        db.engine().begin(connection -> {
            if (db.name().equals("sqlite")) {
                connection.execute(
                        text("CREATE VIRTUAL TABLE post USING fts5(id UNINDEXED, title, body, tokenize = porter)"));
            } else {
                connection.createAll(METADATA);
            }
        });
        db.engine()
                .begin(connection -> connection.execute(insert(post)
                        .columns(id, title, body)
                        .row(1, "Of animals", "The quick brown fox jumps over the lazy dog")
                        .row(2, "Of cats", "A brown cat, quick as a fox")
                        .row(3, null, "Nothing of the kind")
                        .row(4, "Dogs", "A dog sleeps")));
    }

    private static List<Integer> found(Database db, FulltextSearch search) {
        Select<Integer> query = select(id).from(post).where(search.matches()).orderBy(id);
        if (LACKING.contains(db.name())) {
            assertThatThrownBy(() -> db.engine().compile(query))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("no full text search");
            return List.of();
        }
        return all(db, query);
    }

    private static <T> List<T> all(Database db, Query<T> query) {
        try (Connection connection = db.engine().connect()) {
            return connection.execute(query).all();
        }
    }

    private static void finds(Database db, FulltextSearch search, Integer... ids) {
        if (LACKING.contains(db.name())) {
            found(db, search);
        } else {
            assertThat(found(db, search)).as("by %s", search.query()).containsExactly(ids);
        }
    }

    @Test
    void wordsAreFound(Database db) {
        finds(db, texts.match("sleeps"), 4);
        finds(db, texts.match("elephant"));
        finds(db, texts.phrase("quick brown"), 1);
        finds(db, texts.phrase("brown, quick"));
        finds(db, texts.match("fox", FulltextMode.BOOLEAN), 1, 2);
    }

    @Test
    void aSearchAsPeopleTypeIt(Database db) {
        finds(db, texts.web("fox brown"), 1, 2);
        finds(db, texts.web("fox -cat"), 1);
        finds(db, texts.web("\"quick brown\" fox"), 1);
        finds(db, texts.web("lazy or sleeps"), 1, 4);
        finds(db, texts.web("fox elephant"));
    }

    /** Signs that mean something to a database are no mistakes in what people type. */
    @Test
    void anyTextIsASearch(Database db) {
        for (String query : List.of(
                "",
                " ",
                "\"",
                "-",
                "or",
                "or or",
                "+-*()~<>@",
                "'; DROP TABLE post; --",
                "fox\"",
                "(fox",
                "fox)",
                "*fox*",
                "^fox",
                "fox:*",
                "& | !",
                "NOT",
                "NEAR(",
                "{title}",
                "?",
                ":name",
                "\\",
                "😀")) {
            if (!LACKING.contains(db.name())) {
                assertThat(found(db, texts.web(query))).as("web %s", query).isSubsetOf(1, 2);
                assertThat(found(db, texts.phrase(query)))
                        .as("phrase %s", query)
                        .isSubsetOf(1, 2);
                assertThat(found(db, texts.match(query))).as("match %s", query).isSubsetOf(1, 2);
            }
        }
        finds(db, texts.web("(fox)"), 1, 2);
    }

    @Test
    void theDatabasesOwnLanguage(Database db) {
        switch (db.name()) {
            case "postgresql" -> {
                finds(db, texts.match("(lazy | cat:*) & !sleep", FulltextMode.BOOLEAN), 1, 2);
                assertThatThrownBy(() -> found(db, texts.match("fox &", FulltextMode.BOOLEAN)))
                        .isInstanceOf(DatabaseException.class);
            }
            case "mysql", "mariadb" -> finds(db, texts.match("+fox* -lazy", FulltextMode.BOOLEAN), 2);
            case "sqlite" -> finds(db, texts.match("lazy OR cat*", FulltextMode.BOOLEAN), 1, 2);
            default -> found(db, texts.match("x", FulltextMode.BOOLEAN));
        }
    }

    @Test
    void theSqlOfASearch(Database db) {
        if (LACKING.contains(db.name())) {
            return;
        }
        FulltextSearch search = texts.web("fox");
        db.expect(select(id).where(search.matches()).orderBy(id))
                .sql(
                        "postgresql",
                        "SELECT post.id FROM post WHERE (to_tsvector('english', coalesce(post.title, '') || ' ' || coalesce(post.body, ''))"
                                + " @@ websearch_to_tsquery('english', ?)) ORDER BY post.id")
                .sql("sqlite", "SELECT post.id FROM post WHERE (post MATCH ?) ORDER BY post.id")
                .sql("SELECT post.id FROM post WHERE (MATCH (post.title, post.body) AGAINST (? IN BOOLEAN MODE) > 0)"
                        + " ORDER BY post.id")
                .parameters("fox")
                .rows(1, 2);
    }

    @Test
    void whatIsFoundIsRankedAndShown(Database db) {
        FulltextSearch search = texts.web("lazy");
        if (LACKING.contains(db.name())) {
            assertThatThrownBy(() -> db.engine().compile(select(search.rank()))).isInstanceOf(CompileException.class);
            return;
        }
        assertThat(all(db, select(search.rank()).where(search.matches())))
                .singleElement()
                .satisfies(rank -> assertThat(rank).isPositive());
        Select<String> shown = select(search.headline(body)).where(search.matches());
        if (db.name().matches("mysql|mariadb")) {
            assertThatThrownBy(() -> db.engine().compile(shown))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("headline of a full text search");
        } else {
            assertThat(all(db, shown)).singleElement().asString().contains("the <b>lazy</b> dog");
        }
    }

    @Test
    void aPreparedTextIsSearchedAsItIs(Database db) {
        if (db.name().equals("postgresql")) {
            var prepared = body.cast(TSVECTOR);
            db.expect(select(id).where(fulltext(prepared).match("sleeps").matches()))
                    .sql("SELECT post.id FROM post WHERE (CAST(post.body AS TSVECTOR) @@ plainto_tsquery(?))");
        }
    }
}
