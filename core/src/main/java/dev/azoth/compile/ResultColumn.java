package dev.azoth.compile;

import dev.azoth.sql.Expression;
import dev.azoth.type.TypeCodec;

/**
 * A column of a compiled statement's result.
 *
 * @param name       its name or label; empty for an expression without one
 * @param expression what was selected
 * @param codec      how it is read
 */
public record ResultColumn<T>(String name, Expression<T> expression, TypeCodec<T> codec) {}
