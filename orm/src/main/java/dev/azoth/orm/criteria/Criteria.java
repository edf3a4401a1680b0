package dev.azoth.orm.criteria;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.EntityRows;
import dev.azoth.orm.mapping.Hierarchy;
import dev.azoth.orm.mapping.OwnColumns;
import dev.azoth.sql.Alias;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Join;
import dev.azoth.sql.Merge;
import dev.azoth.sql.NamedTable;
import dev.azoth.sql.Node;
import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Select;
import dev.azoth.sql.TableAlias;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The conditions on entities that hold for a statement, and for what is loaded of what it found. They are added wherever a statement reads or changes a table of an
 * entity: to WHERE, or to ON where the table is the side of a join that may be missing. Immutable.
 */
public final class Criteria {
    /** None. */
    public static final Criteria NONE = new Criteria(List.of(), false, Tenancy.NONE, null);

    private final List<Criterion> all;
    private final boolean includeDeleted;
    private final Tenancy tenancy;
    private final @Nullable EntityMapping<?> free;

    /**
     * Criteria.
     *
     * @param includeDeleted whether rows are there that are marked as deleted
     * @param tenancy        whose rows are there
     * @param free           an entity for which there are none
     */
    private Criteria(List<Criterion> all, boolean includeDeleted, Tenancy tenancy, @Nullable EntityMapping<?> free) {
        this.all = List.copyOf(all);
        this.includeDeleted = includeDeleted;
        this.tenancy = tenancy;
        this.free = free;
    }

    /** These. */
    public static Criteria of(List<Criterion> criteria, boolean includeDeleted, Tenancy tenancy) {
        return new Criteria(criteria, includeDeleted, tenancy, null);
    }

    /** A criterion of a program's on one entity. */
    public static Criterion own(EntityPath<?> entity, Expression<Boolean> condition) {
        Objects.requireNonNull(entity.changedTable()); // refuses other names
        return new Criterion(Criterion.Kind.OWN, entity.javaType(), path -> condition);
    }

    /** A criterion of a program's on what extends or implements a class. */
    public static Criterion own(
            Class<?> type, Function<? super EntityPath<?>, ? extends Expression<Boolean>> condition) {
        return new Criterion(Criterion.Kind.OWN, type, condition::apply);
    }

    /** They themselves. */
    public List<Criterion> all() {
        return all;
    }

    /** These, with what options of a statement say. */
    public Criteria with(List<? extends QueryOption> options) {
        List<Criterion> changed = new ArrayList<>(all);
        boolean deleted = includeDeleted;
        boolean same = true;
        for (QueryOption each : options) {
            if (each instanceof CriteriaOption option) {
                same = false;
                changed.removeIf(option::omits);
                changed.addAll(option.added());
                deleted |= option.without().contains(Criterion.Kind.SOFT_DELETE);
            }
        }
        return same ? this : new Criteria(changed, deleted, tenancy, free);
    }

    /** These, without those on an entity, but for its tenant. */
    public Criteria without(EntityMapping<?> mapping) {
        return isNone() ? this : new Criteria(all, includeDeleted, tenancy, mapping.root());
    }

    /** Whose rows are there. */
    public Tenancy tenancy() {
        return tenancy;
    }

    /** A statement, or a part of one, under these conditions. */
    public <N extends Node> N applied(N statement) {
        return isNone() || !ConcernedTables.areIn(statement, this::isAbout)
                ? statement
                : Rewriter.rewriteUpwards(statement, this::finish);
    }

    private boolean isNone() {
        return all.isEmpty() && !EntityMapping.isAnyConditional();
    }

    /** Whether there may be a condition on an entity. */
    private boolean isAbout(EntityMapping<?> mapping) {
        EntityMapping<?> root = mapping.root();
        return (!all.isEmpty() && root != free)
                || (!includeDeleted && root != free && root.softDeletion().isPresent())
                || (!tenancy.all() && root.tenant().isPresent());
    }

    private Node finish(Node node) {
        if (node instanceof Merge<?> merge) {
            checkMerge(merge);
        }
        if (node instanceof Select<?> select) {
            Condition[] conditions = conditions(select.from());
            return conditions.length == 0 ? select : select.where(conditions);
        } else if (node instanceof Join join) {
            return joined(join);
        } else if (node instanceof Update<?> update) {
            Condition[] conditions = conditions(targets(update.table(), update.from()));
            return conditions.length == 0 ? update : update.where(conditions);
        } else if (node instanceof Delete<?> delete) {
            Condition[] conditions = conditions(targets(delete.table(), delete.from()));
            return conditions.length == 0 ? delete : delete.where(conditions);
        }
        return node;
    }

    private void checkMerge(Merge<?> merge) {
        entity(merge.table())
                .filter(each -> !tenancy.all() && each.root().tenant().isPresent())
                .ifPresent(each -> {
                    throw new InvalidRequestException(
                            "a MERGE would see rows of " + each.name()
                                    + " that other tenants have: write it as an INSERT and an UPDATE, or open the session with allTenants()");
                });
    }

    private static List<FromItem> targets(FromItem table, List<FromItem> others) {
        List<FromItem> all = new ArrayList<>(List.of(table));
        all.addAll(others);
        return all;
    }

    /** The conditions of what stands in FROM, each once. */
    private Condition[] conditions(List<? extends FromItem> items) {
        List<Condition> conditions = new ArrayList<>();
        items.forEach(each -> collect(each, conditions));
        return conditions.toArray(Condition[]::new);
    }

    /** The conditions that belong outside of an item: of a join those on the side that is there in any case, since the other's are in ON. */
    private void collect(FromItem item, List<Condition> into) {
        if (item instanceof Join join) {
            if (join.kind() != Join.Kind.RIGHT) {
                collect(join.left(), into);
            }
            if (join.kind() == Join.Kind.RIGHT || join.kind() == Join.Kind.CROSS) {
                collect(join.right(), into);
            }
            return;
        }
        entity(item).ifPresent(mapping -> into.addAll(of(mapping, item)));
    }

    private Join joined(Join join) {
        if (join.kind() == Join.Kind.CROSS) {
            return join;
        }
        List<Condition> conditions = new ArrayList<>();
        if (join.kind() == Join.Kind.FULL) {
            collect(join.left(), conditions);
            collect(join.right(), conditions);
            if (!conditions.isEmpty()) {
                throw new InvalidRequestException(
                        "a FULL JOIN keeps rows that meet no criterion: " + join.left() + " or " + join.right()
                                + " has one, so join a subquery of it, or leave the criterion out for this query");
            }
        }
        collect(join.kind() == Join.Kind.RIGHT ? join.left() : join.right(), conditions);
        Condition on = join.condition();
        for (Condition each : conditions) {
            on = on == null ? each : on.and(each);
        }
        return conditions.isEmpty() ? join : new Join(join.left(), join.right(), join.kind(), on);
    }

    private static Optional<EntityMapping<?>> entity(FromItem item) {
        if (item instanceof NamedTable table) {
            return EntityRows.allOf(table);
        } else if (item instanceof TableAlias alias) {
            return entity(alias.table());
        }
        return item instanceof Alias alias ? entity(alias.source()) : Optional.empty();
    }

    /** The conditions on an entity's own columns. */
    public List<Condition> of(EntityMapping<?> mapping) {
        return isNone() ? List.of() : of(mapping, mapping.root().key().get(0).table());
    }

    /** These but for the tenant, which all objects of a session have in common. */
    public Criteria ofHeld() {
        return tenancy.all() ? this : new Criteria(all, includeDeleted, Tenancy.ALL, free);
    }

    private List<Condition> of(EntityMapping<?> mapping, FromItem item) {
        List<Condition> conditions = new ArrayList<>();
        tenancy.condition(mapping.root(), item).ifPresent(conditions::add);
        if (mapping.root() == free) {
            return conditions;
        }
        if (!includeDeleted) {
            mapping.root().softDeletion().ifPresent(each -> conditions.add(each.absent(item)));
        }
        for (Criterion each : all) {
            if (each.type().isAssignableFrom(mapping.root().javaType())) {
                conditions.add(condition(each, mapping, item));
            } else {
                checkBelow(each, mapping.root());
            }
        }
        return conditions;
    }

    private static Condition condition(Criterion criterion, EntityMapping<?> mapping, FromItem item) {
        EntityMapping<?> root = mapping.root();
        Condition condition = Condition.of(criterion.condition().apply(Entities.path(root.javaType())));
        return OwnColumns.moved(condition, root, item);
    }

    private static void checkBelow(Criterion criterion, EntityMapping<?> root) {
        for (EntityMapping<?> each : root.hierarchy().map(Hierarchy::below).orElse(List.of())) {
            if (criterion.type().isAssignableFrom(each.javaType())) {
                throw new InvalidRequestException(
                        "a criterion of " + criterion.type().getSimpleName() + " is about "
                                + each.name() + ", but not about " + root.name()
                                + ", which that extends: all of them are read together, so give it to " + root.name());
            }
        }
    }
}
