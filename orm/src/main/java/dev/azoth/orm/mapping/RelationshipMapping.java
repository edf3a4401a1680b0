package dev.azoth.orm.mapping;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.model.Cascade;
import dev.azoth.orm.mapping.model.MemberModel;
import dev.azoth.orm.mapping.model.RelationModel;
import dev.azoth.schema.Column;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that leads to other entities.
 *
 * <p>The rows at both ends are connected by columns: {@link #localColumns} of this entity's table have the values of
 * {@link #remoteColumns} of the target's, or, with a {@link #joinTable}, both ends' columns have those of the table between.
 */
public abstract sealed class RelationshipMapping extends AttributeMapping permits ToOneMapping, ToManyMapping {
    private final RelationModel model;
    private volatile @Nullable EntityMapping<?> target;
    private volatile @Nullable CustomJoin join;

    RelationshipMapping(EntityMapping<?> owner, String name, MemberModel member, RelationModel model, int index) {
        super(owner, name, member, index);
        this.model = model;
    }

    /** The entity at the other end; mapped when first asked for. */
    public EntityMapping<?> target() {
        EntityMapping<?> found = target;
        if (found == null) {
            found = EntityMapping.of(owner().load(model.target()));
            target = found;
        }
        return found;
    }

    /** Whether this end's foreign key or join table is what is written; the other end only mirrors it. */
    public boolean isOwning() {
        return model.mappedBy().isEmpty() && model.condition().isEmpty();
    }

    /** Whether it is read and never written. */
    public boolean isViewOnly() {
        return model.viewOnly();
    }

    /** The condition that connects the rows, where that is no foreign key and no table of pairs. */
    public Optional<CustomJoin> condition() {
        if (model.condition().isEmpty()) {
            return Optional.empty();
        }
        CustomJoin found = join;
        if (found == null) {
            found = new CustomJoin(owner(), name(), model.condition().get(), target().javaType());
            join = found;
        }
        return Optional.of(found);
    }

    /** The attribute at the other end that mirrors this one, or that this one mirrors. */
    public Optional<RelationshipMapping> inverse() {
        if (model.condition().isPresent()) {
            return Optional.empty();
        }
        if (!isOwning()) {
            return Optional.of(target().relationship(model.mappedBy()));
        }
        return target().relationships().stream()
                .filter(each -> each.mirrors(this))
                .findFirst();
    }

    private boolean mirrors(RelationshipMapping owning) {
        return model.mappedBy().equals(owning.name()) && !isViewOnly() && target() == owning.owner();
    }

    /** What is done to the other end too. */
    public Set<Cascade> cascades() {
        return model.cascades();
    }

    /** Whether an object that leaves the relationship is deleted. */
    public boolean isOrphanRemoval() {
        return model.orphanRemoval();
    }

    /** Whether the database deletes what belongs to an object. */
    public boolean isPassiveDelete() {
        return model.passiveDelete();
    }

    /** How it is loaded when a query does not say. */
    public LoadStrategy load() {
        return model.load();
    }

    /** The binary name of the class at the other end, which need not be mapped yet. */
    public String targetClass() {
        return model.target();
    }

    String mappedBy() {
        return model.mappedBy();
    }

    /** Whether it leads to many objects. */
    public abstract boolean isToMany();

    /** Whether a condition connects the rows. */
    final boolean isByCondition() {
        return model.condition().isPresent();
    }

    /** The columns of this entity's table by which the rows are connected. */
    public abstract List<Column<?>> localColumns();

    /** The columns of the target's table by which the rows are connected, in the same order unless a join table is between. */
    public abstract List<Column<?>> remoteColumns();

    /** The table between, if there is one, seen from this end. */
    public abstract Optional<JoinTable> joinTable();
}
