package dev.azoth.sql;

import dev.azoth.type.Types;
import java.util.List;

/**
 * Texts to be searched by their words; see {@link Sql#fulltext}.
 *
 * @param texts    the texts, which are searched as one
 * @param language whose words they are, by the database's name for it; the database's own choice if empty
 */
public record Fulltext(List<Expression<String>> texts, String language) {
    /** Takes an immutable copy. */
    public Fulltext {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("no texts to search");
        }
    }

    /**
     * The same in a language, such as {@code english}: on PostgreSQL, where an index is of texts in one. Elsewhere the index, or the table, says it.
     */
    public Fulltext language(String name) {
        return new Fulltext(texts, name);
    }

    /** A search for the words of a text, whatever signs it has: all of them on PostgreSQL and SQLite, some of them on MySQL and MariaDB. */
    public FulltextSearch match(String words) {
        return match(words, FulltextMode.NATURAL);
    }

    /** A search in a mode. */
    public FulltextSearch match(String query, FulltextMode mode) {
        return new FulltextSearch(this, query, mode);
    }

    /** A search as people type it: all words, {@code "a phrase"}, {@code this or that}, {@code -without}; never a wrong query. */
    public FulltextSearch web(String query) {
        return match(query, FulltextMode.WEB);
    }

    /** A search for words that follow one another. */
    public FulltextSearch phrase(String words) {
        return match(words, FulltextMode.PHRASE);
    }

    Literal<String> name() {
        return new Literal<>(Types.TEXT, language);
    }
}
