package dev.azoth.proof;

import static dev.azoth.proof.TextProbes.note;
import static dev.azoth.sql.Sql.condition;
import static dev.azoth.sql.Sql.expression;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sql;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.TEXT;

import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.Ddl;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.CustomExpression;
import dev.azoth.sql.DriverText;
import dev.azoth.sql.SqlOutput;
import dev.azoth.sql.Structure;
import dev.azoth.sql.TextFragment;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Methods whose text is SQL by contract: it is sent as it is, and what is quoted in it is nothing else. */
final class TextContracts {
    private TextContracts() {}

    /** Expressions that write themselves: the first as a text, the second as a name. */
    private record Own(String text, boolean named) implements CustomExpression<String> {
        @Override
        public SqlType<String> type() {
            return TEXT;
        }

        @Override
        public void render(SqlOutput out) {
            if (named) {
                out.identifier(text);
            } else {
                out.sql(text);
            }
        }

        @Override
        public void describe(Structure out) {
            out.value(text).value(named);
        }
    }

    static CustomExpression<String> name(String name) {
        return new Own(name, true);
    }

    /** Each is given a text as a literal of SQL, and gives the text back. */
    static Map<String, BiFunction<Connection, String, Object>> all() {
        Map<String, BiFunction<Connection, String, Object>> all = new HashMap<>();
        all.put(
                "Sql.expression(String,SqlType)",
                (connection, sql) -> connection
                        .execute(select(expression(sql, TEXT)).from(note))
                        .one());
        all.put(
                "Sql.condition(String)",
                (connection, sql) -> connection
                        .execute(select(expression(sql, TEXT)).from(note).where(condition(sql + " = " + sql)))
                        .one());
        all.put(
                "Sql.text(String)",
                (connection, sql) -> connection
                        .execute(text("SELECT " + sql + " AS t FROM note").column("t", TEXT))
                        .one()
                        .get(0));
        all.put(
                "SqlOperators.sql(String,SqlType,Expression[])",
                (connection, sql) ->
                        connection.execute(select(sql(sql, TEXT)).from(note)).one());
        all.put(
                "SqlOutput.sql(String)",
                (connection, sql) -> connection
                        .execute(select(new Own(sql, false)).from(note))
                        .one());
        all.put(
                "StatementExecutor.executeDriverSql(String,Object[])",
                (connection, sql) -> connection
                        .executeDriverSql("SELECT " + sql + " AS t FROM note")
                        .one()
                        .get(0));
        all.put(
                "DriverText.of(String,List)",
                (connection, sql) -> connection
                        .execute(DriverText.of("SELECT " + sql + " AS t FROM note WHERE id = ?", List.of(1)))
                        .one()
                        .get(0));
        all.put(
                "DriverText.new(String,List)",
                (connection, sql) -> connection
                        .execute(new DriverText("SELECT " + sql + " AS t FROM note", List.of()))
                        .one()
                        .get(0));
        all.put("Ddl.of(String)", (connection, sql) -> changed(connection, Ddl.of(insertion(sql))));
        all.put("Ddl.new(String,Set)", (connection, sql) -> changed(connection, new Ddl(insertion(sql), Set.of())));
        all.put(
                "TextFragment.new(List,List,Map)",
                (connection, sql) -> new TextFragment(List.of(sql), List.of(), Map.of())
                                .pieces()
                                .equals(List.of(sql))
                        ? connection
                                .execute(select(expression(sql, TEXT)).from(note))
                                .one()
                        : "");
        return all;
    }

    private static String insertion(String sql) {
        return "INSERT INTO text_of_ddl VALUES (" + sql + ")";
    }

    private static Object changed(Connection connection, Ddl ddl) {
        MetaData metadata = new MetaData();
        Column<String> body = Column.of("body", Types.VARCHAR(60)).primaryKey();
        Table.of(metadata, "text_of_ddl", body).ddl(Ddl.Moment.AFTER_CREATE, ddl);
        connection.createAll(metadata);
        Object stored = connection.execute(select(body)).one();
        connection.dropAll(metadata);
        return stored;
    }
}
