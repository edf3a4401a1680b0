import org.jspecify.annotations.NullMarked;

/** Types, schema, the SQL expression language, its compiler, the dialects and the engine. */
@NullMarked
module dev.azoth.core {
    exports dev.azoth;
    exports dev.azoth.type;
    exports dev.azoth.sql;
    exports dev.azoth.schema;
    exports dev.azoth.compile;
    exports dev.azoth.dialect;
    exports dev.azoth.engine;
    exports dev.azoth.event;
    exports dev.azoth.inspect;

    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires static duckdb.jdbc;
    requires static org.postgresql.jdbc;
    requires static org.xerial.sqlitejdbc;
    requires com.zaxxer.hikari;
    requires org.slf4j;

    uses dev.azoth.dialect.Dialect;
    uses dev.azoth.engine.EnginePlugin;
    uses dev.azoth.sql.StatementText;

    provides dev.azoth.sql.StatementText with
            dev.azoth.dialect.StandardText;
    provides dev.azoth.dialect.Dialect with
            dev.azoth.dialect.duckdb.DuckdbDialect,
            dev.azoth.dialect.h2.H2Dialect,
            dev.azoth.dialect.postgresql.PostgresqlDialect,
            dev.azoth.dialect.sqlite.SqliteDialect,
            dev.azoth.dialect.mysql.MysqlDialect,
            dev.azoth.dialect.mariadb.MariadbDialect;
}
