package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import dev.azoth.type.SqlType;
import java.util.List;
import java.util.stream.Collectors;

/** Something with columns, which are asked for by their names. */
public interface ColumnsByName {
    /** The name by which the columns are known; empty if the compiler is to give it one. */
    String name();

    /** The columns, in order. */
    List<? extends ColumnReference<?>> columns();

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
        return new DerivedColumn<>(get(column).table(), column, type);
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
