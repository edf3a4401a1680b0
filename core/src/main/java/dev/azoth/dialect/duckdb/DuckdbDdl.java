package dev.azoth.dialect.duckdb;

import dev.azoth.CompileException;
import dev.azoth.compile.DdlRenderer;
import dev.azoth.compile.IndexFeature;
import dev.azoth.compile.KeyReach;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.compile.SqlWriter;
import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.Table;
import java.util.List;
import java.util.Set;

/**
 * The declarations that DuckDB writes in its own way.
 *
 * <p>A column that is numbered has a sequence.
 *
 * <p>A foreign key can be declared with its table only, and does nothing on deletion: two tables that refer to each other, and
 * {@code ON DELETE CASCADE} or {@code SET NULL}, are refused. It is checked with each statement and against what is committed. So in one
 * transaction a row cannot be deleted after the committed rows that refer to it, nor can an indexed column of a row that is referred to
 * be changed at all, and rows of one statement cannot refer to each other. For a program that needs this, {@code ?foreign_keys=off} in the
 * URL creates tables without foreign keys.
 */
final class DuckdbDdl extends DdlRenderer {
    /** The variable of a connection, and the note about the server, that say {@code off} where tables get no foreign keys. */
    static final String FOREIGN_KEYS = "azoth_foreign_keys";

    private static final String WITHOUT = "or create tables without foreign keys, by ?foreign_keys=off in the URL";

    private final boolean foreignKeys;

    /** With foreign keys or without. */
    DuckdbDdl(boolean foreignKeys) {
        this.foreignKeys = foreignKeys;
    }

    @Override
    protected boolean declaresForeignKeys() {
        return foreignKeys;
    }

    @Override
    protected List<String> beforeTable(Table table, SqlLanguage language) {
        return table.identityColumn()
                .map(column -> List.of("CREATE SEQUENCE IF NOT EXISTS " + sequence(column, language)))
                .orElse(List.of());
    }

    @Override
    protected List<String> afterDropOf(Table table, SqlLanguage language) {
        return table.identityColumn()
                .map(column -> List.of("DROP SEQUENCE IF EXISTS " + sequence(column, language)))
                .orElse(List.of());
    }

    private static String sequence(Column<?> column, SqlLanguage language) {
        SqlWriter out = SqlWriter.literal(language);
        out.schema(column.table()).ifPresent(schema -> out.identifier(schema).sql("."));
        return out.identifier(column.table().name() + "_" + column.name() + "_seq")
                .text();
    }

    @Override
    protected void column(Column<?> column, SqlWriter out) {
        if (!column.isIdentity()) {
            super.column(column, out);
            return;
        }
        out.identifier(column.name()).sql(" ").sql(out.codec(column.type()).declaration());
        String sequence = sequence(column, out.language()).replace("'", "''");
        out.sql(" DEFAULT nextval('").sql(sequence).sql("') NOT NULL");
    }

    /** DESC is taken and means nothing. */
    @Override
    protected Set<IndexFeature> indexFeatures() {
        return Set.of();
    }

    @Override
    protected KeyReach keyReach() {
        return KeyReach.OWN_SCHEMA;
    }

    @Override
    protected void onDelete(ForeignKey key, SqlWriter out) {
        throw new CompileException("DuckDB has no ON DELETE " + key.onDelete().sql() + ", which "
                + key.table().name() + "'s foreign key " + key.name()
                + " asks for: delete or change what refers to a row yourself, " + WITHOUT);
    }

    @Override
    protected void onUpdate(ForeignKey key, SqlWriter out) {
        throw new CompileException("DuckDB has no ON UPDATE " + key.onUpdate().sql() + ", which "
                + key.table().name() + "'s foreign key " + key.name()
                + " asks for: change what refers to a row yourself, " + WITHOUT);
    }

    @Override
    protected String addForeignKey(ForeignKey key, SqlLanguage language) {
        throw new CompileException(
                "DuckDB has no ALTER TABLE … ADD FOREIGN KEY, and so no tables that refer to each other: "
                        + key.table().name() + " refers to " + key.target().name() + " by " + key.name()
                        + ", and is referred to by it, or by tables between them: leave one of the keys out, "
                        + WITHOUT);
    }
}
