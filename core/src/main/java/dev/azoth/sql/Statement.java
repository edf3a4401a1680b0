package dev.azoth.sql;

/**
 * A statement: an immutable value that can be kept, shared between threads and run any number of times.
 *
 * @param <T> what each row of its result yields; {@link Row} for several columns
 */
public sealed interface Statement<T> extends Node permits Query, Dml, DriverText, MappedQuery {}
