package dev.azoth.sql;

import java.util.List;
import java.util.function.Function;

/** A statement that changes rows, and may return what they became. */
public sealed interface Dml<T> extends Statement<T> permits Insert, RowChange, Merge {
    /** The table whose rows change. */
    NamedTable table();

    /** What is returned of each row changed; empty for nothing. */
    List<? extends Selectable<?>> returning();

    /** The same statement returning these things, each row as a {@link Row}. */
    Dml<Row> returning(List<? extends Selectable<?>> selected);

    /** What a returned row becomes. */
    Projection projection();

    /** The clauses of one's own. */
    default List<SyntaxExtension> extensions() {
        return List.of();
    }

    /** The statement as it runs: with the {@linkplain NamedTable#defaults defaults} of columns that it does not set. */
    default Dml<T> completed() {
        return completed(ColumnDefault::expression);
    }

    /**
     * The same.
     *
     * @param supplied what stands for a value that the program makes
     */
    default Dml<T> completed(Function<ColumnDefault.Supplied<?>, Expression<?>> supplied) {
        return this;
    }

    /**
     * This statement in WITH, under a name; its rows are those that it returns. On PostgreSQL and DuckDB.
     *
     * <p>It runs whether they are read or not, as part of a statement that has it in {@link Select#with}; that one sees the tables as they were before.
     * Defaults that the program makes are made now.
     */
    default CommonTableExpression cte(String name) {
        return new CommonTableExpression(Names.checked(name), completed());
    }

    /** The same under a name that the compiler gives it. */
    default CommonTableExpression cte() {
        return new CommonTableExpression("", completed());
    }
}
