package dev.azoth.dialect.h2;

import dev.azoth.compile.DdlRenderer;
import dev.azoth.compile.IndexFeature;
import dev.azoth.compile.KeyReach;
import java.util.Set;

/** Tables are declared in H2 as in the standard. */
final class H2Ddl extends DdlRenderer {
    /**
     * H2 ends the transaction with each of these statements, so that nothing could be locked for all of them; but it looks for what is
     * there only when it has its own lock on the schema.
     */
    @Override
    protected String ifNotExists() {
        return "IF NOT EXISTS ";
    }

    @Override
    protected Set<IndexFeature> indexFeatures() {
        return Set.of(IndexFeature.DESCENDING, IndexFeature.NULLS);
    }

    @Override
    protected KeyReach keyReach() {
        return KeyReach.SAID_SCHEMAS;
    }
}
