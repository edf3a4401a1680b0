package dev.azoth.orm.mapping;

import dev.azoth.orm.mapping.model.ToManyModel;
import dev.azoth.schema.Column;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A relationship to many objects, through their foreign keys or a table of pairs. */
public final class ToManyMapping extends RelationshipMapping implements CollectionMapping {
    private final ToManyModel model;
    private final @Nullable JoinTable declared;

    ToManyMapping(EntityMapping<?> owner, String name, ToManyModel model, int index, @Nullable JoinTable declared) {
        super(owner, name, model.member(), model.relation(), index);
        this.model = model;
        this.declared = declared;
    }

    /** Whether it is never loaded. */
    public boolean isWriteOnly() {
        return model.collection() == ToManyModel.CollectionKind.WRITE_ONLY;
    }

    /** Whether an object may be in many such collections. */
    public boolean isManyToMany() {
        return model.manyToMany();
    }

    @Override
    public AttributeMapping attribute() {
        return this;
    }

    @Override
    public ToManyModel.CollectionKind collection() {
        return model.collection();
    }

    @Override
    public boolean isOfValues() {
        return false;
    }

    @Override
    public boolean takesAdditions() {
        return !isViewOnly()
                && collection() != ToManyModel.CollectionKind.MAP
                && (isManyToMany() || joinTable().isEmpty());
    }

    @Override
    public boolean takesRemovals() {
        return takesAdditions()
                && (joinTable().isEmpty()
                        || !(isOrphanRemoval()
                                || inverse()
                                        .map(RelationshipMapping::isOrphanRemoval)
                                        .orElse(false)));
    }

    @Override
    public boolean isIndexed() {
        return model.index().isPresent();
    }

    @Override
    public @Nullable Object keyOf(Object element) {
        return mapKey().get(element);
    }

    /** The column with the positions, or the keys, of the elements: in the table of pairs, or in the target's. */
    public Optional<Column<?>> place() {
        return joinTable().isPresent()
                ? joinTable().get().index()
                : ((ToOneMapping) target().relationship(mappedBy())).place();
    }

    @Override
    public boolean isChangeable() {
        return !isViewOnly();
    }

    /** Whether it is loaded in the order of the index. */
    public boolean isInIndexOrder() {
        return isIndexed() && model.orderBy().isEmpty();
    }

    /** Whether it is a map that finds its elements by an attribute of theirs. */
    public boolean isKeyedByAttribute() {
        return model.mapKey().isPresent();
    }

    /** The attribute of the target by which a map finds its elements. */
    public ColumnAttribute mapKey() {
        return (ColumnAttribute) target().attribute(model.mapKey().orElseThrow());
    }

    /** That order in the columns of what stands for the target in FROM. */
    public Ordering[] orderings(FromItem target) {
        return orderBy().stream()
                .map(each -> new Ordering(
                        target().source().column(target, (Column<?>) each.expression()),
                        each.descending(),
                        each.nulls()))
                .toArray(Ordering[]::new);
    }

    /** The order in which it is loaded, in the target's columns; empty for none. */
    public List<Ordering> orderBy() {
        List<Ordering> orderings = new ArrayList<>();
        for (ToManyModel.Order order : model.orderBy()) {
            Column<?> column = order.attribute().isEmpty()
                    ? target().key().get(0)
                    : ((ColumnAttribute) target().attribute(order.attribute())).column();
            orderings.add(order.descending() ? column.desc() : column.asc());
        }
        return orderings;
    }

    @Override
    public boolean isToMany() {
        return true;
    }

    @Override
    public List<Column<?>> localColumns() {
        return owner().key();
    }

    @Override
    public List<Column<?>> remoteColumns() {
        return joinTable().isPresent() ? target().key() : ((ToOneMapping) target().relationship(mappedBy())).columns();
    }

    @Override
    public Optional<JoinTable> joinTable() {
        if (declared != null) {
            return Optional.of(declared);
        } else if (isByCondition()) {
            return Optional.empty();
        }
        return target().relationship(mappedBy()) instanceof ToManyMapping other
                ? other.joinTable().map(JoinTable::reversed)
                : Optional.empty();
    }
}
