package dev.azoth.dialect.postgresql;

import dev.azoth.CompileException;
import dev.azoth.compile.DdlRenderer;
import dev.azoth.compile.IndexFeature;
import dev.azoth.compile.SqlWriter;
import dev.azoth.schema.Index;
import java.util.EnumSet;
import java.util.Set;

/** Tables are declared in PostgreSQL as in the standard. */
final class PostgresqlDdl extends DdlRenderer {
    @Override
    protected boolean materializesViews() {
        return true;
    }

    /** Of what a search reads, or it would not be used; what the session's own language is may change, and so cannot be indexed. */
    @Override
    protected void indexOfWords(Index index, String words, SqlWriter out) {
        boolean prepared = PostgresqlFulltext.isPrepared(index.columns());
        if (words.isEmpty() && !prepared) {
            throw new CompileException("PostgreSQL must be told the language of the full text index " + index.name()
                    + ": give it, as \"english\", to the index and to the searches");
        }
        index("INDEX", index, out.sql("CREATE "));
        PostgresqlFulltext.document(words, index.columns(), out.sql(" USING gin ("));
        out.sql(")");
    }

    @Override
    protected Set<IndexFeature> indexFeatures() {
        return EnumSet.allOf(IndexFeature.class);
    }

    @Override
    protected String computed() {
        return " STORED";
    }
}
