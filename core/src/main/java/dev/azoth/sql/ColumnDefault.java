package dev.azoth.sql;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a column gets from Azoth in a statement that does not set it. */
public sealed interface ColumnDefault<T> {
    /** The column. */
    ColumnReference<T> column();

    /** What it gets, in one row. */
    Expression<? extends T> expression();

    /** What it gets where something else stands for values that the program makes. */
    default Expression<?> expression(Function<Supplied<?>, Expression<?>> supplied) {
        return this instanceof Supplied<?> made ? supplied.apply(made) : expression();
    }

    /** A value that the program makes, again for each row. */
    record Supplied<T>(ColumnReference<T> column, Supplier<? extends T> supplier) implements ColumnDefault<T> {
        @Override
        public Bind<T> expression() {
            return new Bind<>(column.type(), supplier.get());
        }
    }

    /** A value that the database computes. */
    record Computed<T>(ColumnReference<T> column, Expression<? extends T> expression) implements ColumnDefault<T> {}
}
