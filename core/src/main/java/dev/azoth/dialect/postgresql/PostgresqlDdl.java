package dev.azoth.dialect.postgresql;

import dev.azoth.compile.DdlRenderer;

/** Tables are declared in PostgreSQL as in the standard. */
final class PostgresqlDdl extends DdlRenderer {
    @Override
    protected boolean materializesViews() {
        return true;
    }
}
