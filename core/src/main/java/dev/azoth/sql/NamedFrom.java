package dev.azoth.sql;

import dev.azoth.InvalidRequestException;

/** Something in FROM with a name of its own, by which its columns are asked for. */
public sealed interface NamedFrom extends FromItem, ColumnsByName
        permits TableAlias,
                Alias,
                Subquery,
                CommonTableExpression,
                ValuesTable,
                TableFunction,
                JsonTable,
                TableSample,
                CustomFrom {
    /** The name; empty if the compiler is to give it one, different from the others that it gives. */
    @Override
    String name();

    /** This under another name, to be joined to itself. */
    default Alias as(String alias) {
        return new Alias(this, Names.checked(alias));
    }

    /** This under a name that the compiler gives it. */
    default Alias alias() {
        return new Alias(this, "");
    }

    /**
     * The column that an expression inside has become: the table's column for an alias, the selected expression for a query.
     *
     * @throws InvalidRequestException if it is none of the columns
     */
    <T> ColumnReference<T> get(Expression<T> inner);
}
