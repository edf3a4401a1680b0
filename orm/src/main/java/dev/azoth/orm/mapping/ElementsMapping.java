package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.model.ElementsModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.ToManyModel;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Ordering;
import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is a collection of values. Each is a row of a table of their own, which lives with the entity's row: the columns with the entity's key,
 * perhaps one that tells its elements apart, and those of the value.
 */
public final class ElementsMapping extends AttributeMapping implements CollectionMapping {
    private final ElementsModel model;
    private final ElementShape shape;
    private final ElementTable table;

    ElementsMapping(
            EntityMapping<?> owner,
            String name,
            ElementsModel model,
            int index,
            ElementShape shape,
            ElementTable table) {
        super(owner, name, model.member(), index);
        this.model = model;
        this.shape = shape;
        this.table = table;
    }

    @Override
    public AttributeMapping attribute() {
        return this;
    }

    @Override
    public CollectionKind collection() {
        return model.collection();
    }

    @Override
    public boolean isOfValues() {
        return true;
    }

    @Override
    public boolean isChangeable() {
        return true;
    }

    @Override
    public boolean takesAdditions() {
        return false;
    }

    @Override
    public boolean takesRemovals() {
        return false;
    }

    @Override
    public boolean isIndexed() {
        return model.index().isPresent();
    }

    @Override
    public @Nullable Object keyOf(Object element) {
        throw new IllegalStateException(this + " has no keys among its values");
    }

    /** How it is loaded when a query does not say. */
    public LoadStrategy load() {
        return model.load();
    }

    /** Whether the database deletes the rows with the owner's. */
    public boolean isPassiveDelete() {
        return model.passiveDelete();
    }

    /** The table of the elements. */
    public Table table() {
        return table.table();
    }

    /** The columns with the owner's key. */
    public List<Column<?>> ownerColumns() {
        return table.ownerColumns();
    }

    /** The column that tells the elements of one owner apart. */
    public Optional<Column<?>> place() {
        return Optional.ofNullable(table.index());
    }

    /** The columns of an element. */
    public List<Column<?>> elementColumns() {
        return table.elementColumns();
    }

    /** The binary name of the elements' class. */
    public String elementClass() {
        return model.element() instanceof EmbeddedModel embedded
                ? embedded.className()
                : elementColumns().get(0).type().javaType().getName();
    }

    /** Whether an element is a value of several columns. */
    public boolean isEmbedded() {
        return shape.isEmbedded();
    }

    /** Whether the rows of elements can be found by the elements' values: none of the columns is of a type without an equality in SQL. */
    public boolean isComparable() {
        return table.comparable();
    }

    /**
     * The column of a member of the elements' class, or, with an empty name, that of an element which is one.
     *
     * @throws InvalidRequestException if there is none
     */
    public Column<?> elementColumn(String member) {
        int found = shape.names().indexOf(member);
        if (found < 0) {
            throw new InvalidRequestException(
                    isEmbedded()
                            ? "an element of " + this + " has no member "
                                    + (member.isEmpty() ? "that is its only one" : member) + "; its members are "
                                    + String.join(", ", shape.names())
                            : "an element of " + this + " is one value and has no members: ask for value()");
        }
        return elementColumns().get(found);
    }

    /** The values of an element, in the order of {@link #elementColumns()}. */
    public @Nullable Object[] values(Object element) {
        return shape.values(element);
    }

    /** Copies of values, out of reach of later changes. */
    public @Nullable Object[] copy(@Nullable Object[] values) {
        @Nullable Object[] copies = values.clone();
        for (int i = 0; i < copies.length; i++) {
            Object value = copies[i];
            copies[i] = value == null ? null : type(i).copy(value);
        }
        return copies;
    }

    /** Whether two elements have the same values. */
    public boolean same(@Nullable Object[] left, @Nullable Object[] right) {
        for (int i = 0; i < left.length; i++) {
            Object one = left[i];
            Object other = right[i];
            if (one != other && (one == null || other == null || !type(i).same(one, other))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked") // it is given values of its own column only
    private SqlType<Object> type(int column) {
        return (SqlType<Object>) elementColumns().get(column).type();
    }

    /**
     * The element of these values.
     *
     * @throws InvalidRequestException if a member of a primitive type, or an element of one column, would be null
     */
    public Object element(@Nullable Object[] values) {
        Object element = shape.element(values);
        if (element == null) {
            throw new InvalidRequestException(
                    "a row of " + table() + " has NULL for an element of " + this + ": make the column NOT NULL");
        }
        return element;
    }

    /** The order in which it is loaded. */
    public List<Ordering> orderBy() {
        List<Ordering> orderings = new ArrayList<>();
        if (model.orderBy().isEmpty()) {
            place().ifPresent(each -> orderings.add(each.asc()));
        }
        for (ToManyModel.Order order : model.orderBy()) {
            Column<?> column = elementColumn(order.attribute());
            orderings.add(order.descending() ? column.desc() : column.asc());
        }
        return orderings;
    }
}
