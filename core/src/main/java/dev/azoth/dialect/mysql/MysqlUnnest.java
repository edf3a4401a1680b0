package dev.azoth.dialect.mysql;

import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.TableFunction;

/** The elements of a list in FROM, sent as a JSON array. */
final class MysqlUnnest {
    private MysqlUnnest() {}

    static void write(TableFunction function, String name, SqlWriter out) {
        Expression<?> list = function.call().arguments().get(0);
        ColumnReference<?> value = function.columns().get(0);
        out.sql("JSON_TABLE(").jsonList(list).sql(", '$[*]' COLUMNS (");
        out.identifier(value.name()).sql(" ").sql(out.codec(value.type()).declaration());
        out.sql(" PATH '$' ERROR ON ERROR");
        if (function.isNumbered()) {
            out.sql(", ").identifier(function.columns().get(1).name()).sql(" FOR ORDINALITY");
        }
        out.sql(")) AS ").identifier(name);
    }
}
