package dev.azoth.orm.mapping;

import dev.azoth.orm.mapping.model.ToManyModel;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A relationship to many objects, through their foreign keys or a table of pairs. */
public final class ToManyMapping extends RelationshipMapping {
    private final ToManyModel model;
    private final @Nullable JoinTable declared;

    ToManyMapping(EntityMapping<?> owner, String name, ToManyModel model, int index, @Nullable JoinTable declared) {
        super(owner, name, model.member(), model.relation(), index);
        this.model = model;
        this.declared = declared;
    }

    /** Whether an object may be in many such collections. */
    public boolean isManyToMany() {
        return model.manyToMany();
    }

    /** The kind of collection that the member is. */
    public ToManyModel.CollectionKind collection() {
        return model.collection();
    }

    /** That order in the columns of what the target is read from. */
    public Ordering[] orderings(NamedFrom target) {
        return orderBy().stream()
                .map(each -> new Ordering(
                        target.get((ColumnReference<?>) each.expression()), each.descending(), each.nulls()))
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
        }
        return target().relationship(mappedBy()) instanceof ToManyMapping other
                ? other.joinTable().map(JoinTable::reversed)
                : Optional.empty();
    }
}
