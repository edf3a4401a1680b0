import dev.azoth.vector.VectorStorage;
import dev.azoth.vector.document.DocumentStorage;
import dev.azoth.vector.duckdb.DuckdbDocuments;
import dev.azoth.vector.duckdb.DuckdbVectors;
import dev.azoth.vector.mariadb.MariadbDocuments;
import dev.azoth.vector.mariadb.MariadbVectors;
import dev.azoth.vector.mysql.MysqlDocuments;
import dev.azoth.vector.portable.PortableVectors;
import dev.azoth.vector.postgresql.PgDocuments;
import dev.azoth.vector.postgresql.PgVectors;
import dev.azoth.vector.sqlite.SqliteDocuments;
import dev.azoth.vector.sqlite.SqliteVectors;
import org.jspecify.annotations.NullMarked;

/** Vector types, distance expressions, index definitions and the document store. */
@NullMarked
module dev.azoth.vector {
    exports dev.azoth.vector;
    exports dev.azoth.vector.annotation;
    exports dev.azoth.vector.document;
    exports dev.azoth.vector.filter;
    exports dev.azoth.vector.portable;

    requires transitive dev.azoth.core;
    requires static transitive dev.azoth.orm;
    requires static org.jspecify;
    requires static org.postgresql.jdbc;
    requires org.slf4j;

    uses VectorStorage;
    uses DocumentStorage;

    provides VectorStorage with
            PortableVectors,
            DuckdbVectors,
            MariadbVectors,
            PgVectors,
            SqliteVectors;
    provides DocumentStorage with
            DuckdbDocuments,
            MariadbDocuments,
            MysqlDocuments,
            PgDocuments,
            SqliteDocuments;
}
