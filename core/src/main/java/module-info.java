import org.jspecify.annotations.NullMarked;

/** Types, schema, the SQL expression language, its compiler, the dialects and the engine. */
@NullMarked
module dev.azoth.core {
    exports dev.azoth;

    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires static org.postgresql.jdbc;
    requires com.zaxxer.hikari;
    requires org.slf4j;
}
