package dev.azoth.sql;

import dev.azoth.type.ArrayType;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.List;

/**
 * What can be asked of an array; see {@link Sql#array}. As in a {@link List}, elements are counted from 0.
 *
 * @param array the array; everything is null if it is
 */
public record ArrayOperations<E>(Expression<List<E>> array) {
    /** Checks that it is one. */
    public ArrayOperations {
        if (!(array.type() instanceof ArrayType<?>)) {
            throw new IllegalArgumentException(
                    "an array is wanted, not " + array.type().name());
        }
    }

    @SuppressWarnings("unchecked") // the type of a list of E is that of arrays of E
    SqlType<E> element() {
        return ((ArrayType<E>) array.type()).element();
    }

    /** The element of an index; null if there is none. */
    public FunctionCall<E> get(int index) {
        return Sql.function("array_get", element(), array, position(index));
    }

    /** The elements from one index to before another, as many as there are. */
    public FunctionCall<List<E>> slice(int from, int to) {
        return Sql.function("array_part", array.type(), array, position(from), Sql.value(to));
    }

    private static Expression<Integer> position(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("an array's elements are counted from 0, not from " + index);
        }
        return Sql.value(index + 1);
    }

    /** The number of elements. */
    public FunctionCall<Integer> size() {
        return Sql.function("array_size", Types.INTEGER, array);
    }

    /** Whether the value is one of the elements. */
    public Condition contains(E value) {
        return contains(new Bind<>(element(), value));
    }

    /** Whether the value is one of the elements. */
    public Condition contains(Expression<? extends E> value) {
        return Condition.of(Sql.function("array_has", Types.BOOLEAN, array, value));
    }

    /** Whether all of the values are elements. */
    public Condition containsAll(List<E> values) {
        return containsAll(bound(values));
    }

    /** Whether all of the other's elements are elements. */
    public Condition containsAll(Expression<List<E>> values) {
        return Condition.of(Sql.function("array_has_all", Types.BOOLEAN, array, values));
    }

    /** Whether one of the values is an element. */
    public Condition overlaps(List<E> values) {
        return overlaps(bound(values));
    }

    /** Whether one of the other's elements is an element. */
    public Condition overlaps(Expression<List<E>> values) {
        return Condition.of(Sql.function("array_has_any", Types.BOOLEAN, array, values));
    }

    /** These elements, and the other's behind them. */
    public FunctionCall<List<E>> concat(List<E> values) {
        return concat(bound(values));
    }

    /** These elements, and the other's behind them. */
    public FunctionCall<List<E>> concat(Expression<List<E>> values) {
        return Sql.function("array_of_both", array.type(), array, values);
    }

    /** These elements, and one more. */
    public FunctionCall<List<E>> append(E value) {
        return Sql.function("array_and_one", array.type(), array, new Bind<>(element(), value));
    }

    /** The index of the first element that is the value; null if none is. */
    public FunctionCall<Integer> indexOf(E value) {
        return Sql.function("array_index", Types.INTEGER, array, new Bind<>(element(), value));
    }

    private Expression<List<E>> bound(List<E> values) {
        return new Bind<>(array.type(), List.copyOf(values));
    }
}
