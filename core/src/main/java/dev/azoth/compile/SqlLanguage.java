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
 */
public record SqlLanguage(
        ServerInfo server,
        IdentifierRules identifiers,
        TypeCodecs codecs,
        StatementRenderer statements,
        DdlRenderer ddl) {}
