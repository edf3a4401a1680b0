package dev.azoth.sql;

import dev.azoth.CompileException;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.SqlType;
import dev.azoth.type.TypeCodec;

/** Where a construct of the user's own writes itself. */
public interface SqlOutput {
    /** The server that the statement is written for. */
    ServerInfo server();

    /** Writes SQL text as it is; it must not come from input. */
    SqlOutput sql(String text);

    /** Writes a name, quoted where it needs quotes. */
    SqlOutput identifier(String name);

    /** Writes an expression, in parentheses unless it is simple. */
    SqlOutput operand(Expression<?> expression);

    /** Writes an expression without parentheses, as an argument. */
    SqlOutput argument(Expression<?> expression);

    /** How this server stores a type. */
    <T> TypeCodec<T> codec(SqlType<T> type);

    /** The exception that says that this server lacks a construct. */
    CompileException unsupported(String construct);
}
