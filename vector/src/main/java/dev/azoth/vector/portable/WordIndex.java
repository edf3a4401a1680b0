package dev.azoth.vector.portable;

import dev.azoth.compile.SqlLanguage;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Index;
import dev.azoth.vector.document.DocumentStorage.IndexStatement;
import dev.azoth.vector.document.DocumentTable;
import java.util.List;
import java.util.Optional;

/** The index of a collection's words where the database has full text search for tables. */
public final class WordIndex {
    private WordIndex() {}

    /** As the database's dialect creates it. */
    public static IndexStatement of(Engine engine, DocumentTable table, String language) {
        Index index = new Index(table.name() + "_words", table, List.of(table.content), false, Optional.of(language));
        SqlLanguage dialect = engine.dialect().language(engine.server());
        return new IndexStatement(index.name(), dialect.ddl().createIndex(index, dialect));
    }

    /** The same for databases that may be told to create what is not there. */
    public static IndexStatement unlessThere(Engine engine, DocumentTable table, String language) {
        IndexStatement index = of(engine, table, language);
        return new IndexStatement(
                index.name(), index.sql().replaceFirst("^CREATE ((?:FULLTEXT )?INDEX) ", "CREATE $1 IF NOT EXISTS "));
    }
}
