package dev.azoth.cli.demo;

import static dev.azoth.cli.demo.Author_.author;
import static dev.azoth.cli.demo.Book_.book;
import static dev.azoth.cli.demo.Review_.review;
import static dev.azoth.sql.Sql.avg;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;

import dev.azoth.cli.terminal.TextTable;
import dev.azoth.engine.Connection;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Select;
import java.util.Locale;

/** A query in the language of Core: a common table expression, an aggregate and joins, into records. */
final class QueryPart {
    private final Stage stage;

    QueryPart(Stage stage) {
        this.stage = stage;
    }

    void play() {
        stage.part(3, "A query into records");
        stage.say(
                "The same classes in one SQL statement, written in Java and checked by the compiler. It is run twice: the second time its text comes out of the cache.");
        TextTable table = new TextTable("book", "author", "reviews", "stars");
        stage.show("best books", () -> {
            try (Connection connection = stage.engine().connect()) {
                connection.execute(ranking()).close();
                for (Ranking each : connection.execute(ranking())) {
                    table.row(
                            each.title(),
                            each.author(),
                            each.reviews(),
                            String.format(Locale.ROOT, "%.1f", each.stars()));
                }
            }
        });
        stage.terminal().line();
        table.print(stage.terminal(), "  ");
    }

    private static Select<Ranking> ranking() {
        ColumnReference<Long> reviewed = review.book.key(Long.class);
        CommonTableExpression rating = select(
                        reviewed.as("book_id"),
                        count().as("reviews"),
                        avg(review.stars).as("stars"))
                .from(review)
                .groupBy(reviewed)
                .cte("rating");
        ColumnReference<Double> stars = rating.get("stars", Double.class);
        return select(book.title, author.name, rating.get("reviews", Long.class), stars)
                .from(book)
                .join(author, book.author.on(author))
                .join(rating, rating.get("book_id", Long.class).eq(book.id))
                .orderBy(stars.desc(), book.title.asc())
                .limit(5)
                .as(Ranking.class);
    }
}
