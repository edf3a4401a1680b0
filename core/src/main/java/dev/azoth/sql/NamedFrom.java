package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import dev.azoth.type.SqlType;
import java.util.stream.Collectors;

/** Something in FROM with a name of its own, by which its columns are asked for. */
public sealed interface NamedFrom extends FromItem
        permits TableAlias, Alias, Subquery, CommonTableExpression, ValuesTable, TableFunction {
    /** The name; empty if the compiler is to give it one, different from the others that it gives. */
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

    /**
     * The column of a name.
     *
     * @param javaType the class of its values, checked
     * @throws InvalidRequestException if there is no such column, or of another class
     */
    @SuppressWarnings("unchecked") // the class was compared
    default <T> ColumnReference<T> get(String column, Class<T> javaType) {
        ColumnReference<?> found = get(column);
        if (found.type().javaType() != javaType) {
            throw new InvalidRequestException("column " + name() + "." + column + " is of "
                    + found.type().javaType().getName() + ", not " + javaType.getName());
        }
        return (ColumnReference<T>) found;
    }

    /**
     * The column of a name, read as a type that the caller knows it to have.
     *
     * @throws InvalidRequestException if there is no such column
     */
    default <T> ColumnReference<T> get(String column, SqlType<T> type) {
        return new DerivedColumn<>(this, get(column).name(), type);
    }

    /**
     * The column of a name.
     *
     * @throws InvalidRequestException if there is no such column
     */
    default ColumnReference<?> get(String column) {
        return columns().stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow(() -> missing("\"" + column + "\""));
    }

    /** The exception for a column that is not there. */
    default InvalidRequestException missing(String what) {
        return new InvalidRequestException(
                (name().isEmpty() ? toString() : name()) + " has no column for " + what + "; its columns are "
                        + columns().stream().map(ColumnReference::name).collect(Collectors.joining(", ")));
    }
}
