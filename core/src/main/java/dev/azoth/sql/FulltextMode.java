package dev.azoth.sql;

/** How the text of a search is read. */
public enum FulltextMode {
    /** As words. */
    NATURAL,
    /** In the database's own language of searches, of which a mistake is an error. */
    BOOLEAN,
    /** As people type it for a search engine. */
    WEB,
    /** As words that follow one another. */
    PHRASE
}
