package dev.azoth.dialect.mariadb;

import dev.azoth.dialect.mysql.MysqlDdl;
import dev.azoth.schema.UniqueKey;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodecs;

/** The declarations that MariaDB writes in another way than MySQL. */
final class MariadbDdl extends MysqlDdl {
    MariadbDdl(ServerInfo server, TypeCodecs codecs, String collation) {
        super(server, codecs, collation);
    }

    /** A unique key may be of texts of any length: it is kept by their hashes. */
    @Override
    protected void checkUnique(UniqueKey key) {}

    @Override
    protected boolean hasSequences() {
        return true;
    }
}
