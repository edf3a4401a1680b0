package dev.azoth.compile;

import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodecs;

/**
 * The SQL of one dialect at one version: what the compiler needs to know to write it.
 *
 * @param server      the server written for
 * @param identifiers how names are written
 * @param codecs      how types are stored
 * @param statements  how statements are written
 * @param ddl         how tables are declared
 * @param schemas     where tables are looked for
 */
public record SqlLanguage(
        ServerInfo server,
        IdentifierRules identifiers,
        TypeCodecs codecs,
        StatementRenderer statements,
        DdlRenderer ddl,
        SchemaNames schemas) {
    /** The SQL of a dialect, with every table where it says. */
    public SqlLanguage(
            ServerInfo server,
            IdentifierRules identifiers,
            TypeCodecs codecs,
            StatementRenderer statements,
            DdlRenderer ddl) {
        this(server, identifiers, codecs, statements, ddl, SchemaNames.SAID);
    }

    /** The same with tables elsewhere. */
    public SqlLanguage in(SchemaNames others) {
        return others.equals(schemas) ? this : new SqlLanguage(server, identifiers, codecs, statements, ddl, others);
    }
}
