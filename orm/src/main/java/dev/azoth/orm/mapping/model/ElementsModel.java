package dev.azoth.orm.mapping.model;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import dev.azoth.orm.mapping.model.ToManyModel.Order;
import java.util.List;
import java.util.Optional;

/**
 * A member that is a collection of values, in the rows of a table of their own.
 *
 * @param collection   the kind of collection
 * @param schema       the table's schema, or empty for the connection's own
 * @param table        the table's name
 * @param ownerColumns the foreign key to the entity whose values they are
 * @param index        the column that tells the elements of one owner apart, where there is one
 * @param element      a column, or an embedded value
 * @param passiveDelete whether the database deletes the rows with the owner's
 * @param load         how it is loaded when a query does not say
 * @param orderBy      the order in which it is loaded; empty for none, or for that of the index
 */
public record ElementsModel(
        MemberModel member,
        CollectionKind collection,
        String schema,
        String table,
        List<JoinColumnModel> ownerColumns,
        Optional<IndexColumnModel> index,
        AttributeModel element,
        boolean passiveDelete,
        LoadStrategy load,
        List<Order> orderBy)
        implements AttributeModel {
    /** Takes immutable copies. */
    public ElementsModel {
        ownerColumns = List.copyOf(ownerColumns);
        orderBy = List.copyOf(orderBy);
    }

    @Override
    public boolean id() {
        return false;
    }
}
