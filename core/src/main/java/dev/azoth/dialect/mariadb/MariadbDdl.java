package dev.azoth.dialect.mariadb;

import dev.azoth.compile.IndexFeature;
import dev.azoth.dialect.mysql.MysqlDdl;
import dev.azoth.schema.UniqueKey;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.TypeCodecs;
import java.util.Set;

/** The declarations that MariaDB writes in another way than MySQL. */
final class MariadbDdl extends MysqlDdl {
    private final boolean descends;

    MariadbDdl(ServerInfo server, TypeCodecs codecs, String collation) {
        super(server, codecs, collation);
        this.descends = server.atLeast(10, 8);
    }

    /** A unique key may be of texts of any length: it is kept by their hashes. */
    @Override
    protected void checkUnique(UniqueKey key) {}

    /** Before 10.8, DESC is taken and means nothing. */
    @Override
    protected Set<IndexFeature> indexFeatures() {
        return descends ? super.indexFeatures() : Set.of();
    }

    @Override
    protected boolean hasSequences() {
        return true;
    }
}
