package dev.azoth.dialect.sqlite;

import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Expression;
import dev.azoth.sql.TableFunction;
import dev.azoth.type.ArrayType;
import dev.azoth.type.DecimalType;

/** The elements of a list in FROM, sent as a JSON array. */
final class SqliteUnnest {
    private SqliteUnnest() {}

    static void write(TableFunction function, String name, SqlWriter out) {
        Expression<?> list = function.call().arguments().get(0);
        if (list.type() instanceof ArrayType<?> array && array.element() instanceof DecimalType) {
            throw out.unsupported("unnest of a list of exact numbers");
        }
        out.sql("(SELECT value AS ").identifier(function.columns().get(0).name());
        if (function.isNumbered()) {
            out.sql(", \"key\" + 1 AS ").identifier(function.columns().get(1).name());
        }
        out.sql(" FROM json_each(").jsonList(list).sql(")) AS ").identifier(name);
    }
}
