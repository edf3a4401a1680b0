package dev.azoth.vector.document;

import dev.azoth.sql.Expression;
import dev.azoth.sql.FulltextSearch;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;

/**
 * Documents that have certain words, as a statement.
 *
 * @param documents selects a document's {@code number} and how well it fits, as {@code rank}; neither sorted nor limited
 * @param rank      how well it fits: larger is better
 */
public record WordSearch(Select<Row> documents, Expression<Double> rank) {
    /** By the full text search of the collection's table itself. */
    public static WordSearch of(DocumentTable table, String language, String query) {
        FulltextSearch search = Sql.fulltext(table.content).language(language).web(query);
        return new WordSearch(
                Sql.select(table.number, search.rank().as("rank")).where(search.matches()), search.rank());
    }
}
