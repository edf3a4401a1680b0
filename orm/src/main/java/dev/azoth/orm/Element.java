package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Source;

/**
 * An element of a collection of values in a statement, under a name: what {@link ElementCollection#as} gives. Immutable.
 *
 * @param <T> the class of the values
 */
public final class Element<T> implements Source {
    private final ElementsMapping mapping;
    private final NamedFrom from;

    Element(ElementsMapping mapping, NamedFrom from) {
        this.mapping = mapping;
        this.from = from;
    }

    @Override
    public FromItem fromItem() {
        return from;
    }

    /**
     * The value.
     *
     * @throws InvalidRequestException if it has several columns
     */
    @SuppressWarnings("unchecked") // the collection was asked for with the class of its elements
    public ColumnReference<T> value() {
        return (ColumnReference<T>) here(mapping.elementColumn(""));
    }

    /**
     * A column of a value that has several, by the name of its member; {@code address.city} for one of a value within.
     *
     * @param type the class of the member, boxed
     * @throws InvalidRequestException if there is no such member, or of another class
     */
    public <C> ColumnReference<C> column(String member, Class<C> type) {
        return typed(mapping.elementColumn(member), type);
    }

    /**
     * The position in the list, from 0.
     *
     * @throws InvalidRequestException if the collection has no {@code @OrderColumn}
     */
    public ColumnReference<Integer> position() {
        return typed(
                mapping.place()
                        .filter(each -> mapping.collection() == CollectionKind.LIST)
                        .orElseThrow(() -> new InvalidRequestException(
                                mapping + " keeps no positions: declare it as a List, with @OrderColumn")),
                Integer.class);
    }

    /**
     * The key in the map.
     *
     * @param type the class of the keys, boxed
     * @throws InvalidRequestException if the collection is no map, or has keys of another class
     */
    public <K> ColumnReference<K> key(Class<K> type) {
        if (mapping.collection() != CollectionKind.MAP) {
            throw new InvalidRequestException(mapping + " has no keys: it is no Map");
        }
        return typed(mapping.place().orElseThrow(), type);
    }

    @SuppressWarnings("unchecked") // the class is compared
    private <C> ColumnReference<C> typed(Column<?> column, Class<C> type) {
        if (column.type().javaType() != type) {
            throw new InvalidRequestException("the column " + column.name() + " of " + mapping + " is of "
                    + column.type().javaType().getName() + ", not " + type.getName());
        }
        return (ColumnReference<C>) here(column);
    }

    <C> ColumnReference<C> here(Column<C> column) {
        return from.get(column);
    }

    @Override
    public String toString() {
        return mapping + " as " + from.name();
    }
}
