package dev.azoth.sql;

/** A condition on a {@link RowValue}. */
public sealed interface RowCondition extends Condition permits RowComparison, RowIn, RowInQuery {}
