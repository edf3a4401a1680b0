package dev.azoth.orm.criteria;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.schema.Column;
import dev.azoth.sql.Bind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Sql;
import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a session sees.
 *
 * @param tenant the tenant, of the class of the members that have it; null for none
 * @param all    whether it sees those of all tenants
 */
public record Tenancy(@Nullable Object tenant, boolean all) {
    /** None: what has a tenant is refused. */
    public static final Tenancy NONE = new Tenancy(null, false);

    /** That of all tenants. */
    public static final Tenancy ALL = new Tenancy(null, true);

    /** The condition on an entity where it stands in FROM, if its rows have tenants. */
    Optional<Condition> condition(EntityMapping<?> root, FromItem item) {
        return all
                ? Optional.empty()
                : root.tenant().map(each -> {
                    ColumnReference<?> column = each.owner().source().column(item, each.column());
                    return equal(column, value(each));
                });
    }

    /** The condition on an entity's own table. */
    public List<Condition> conditions(EntityMapping<?> mapping) {
        EntityMapping<?> root = mapping.root();
        return condition(root, root.key().get(0).table()).stream().toList();
    }

    /**
     * The condition on one of an entity's tables, for rows that are found by their keys: none where the tenant is of the key. Where it is in another table, that has a row of this key.
     */
    public List<Condition> conditions(EntityMapping<?> mapping, TablePart part) {
        return mapping.root().tenant().stream()
                .filter(each -> !all && !each.isId())
                .map(each -> part.has(each.column())
                        ? equal(part.own(each.column()), value(each))
                        : elsewhere(mapping, part, each))
                .toList();
    }

    private Condition elsewhere(EntityMapping<?> mapping, TablePart part, ColumnAttribute tenant) {
        TablePart owner = mapping.tables().stream()
                .filter(each -> each.has(tenant.column()))
                .findFirst()
                .orElseThrow();
        List<Condition> all = new ArrayList<>();
        for (int i = 0; i < part.key().size(); i++) {
            all.add(same(owner.key().get(i), part.key().get(i)));
        }
        all.add(equal(owner.own(tenant.column()), value(tenant)));
        return Sql.exists(Sql.select(owner.key().get(0)).from(owner.table()).where(Sql.allOf(all)));
    }

    @SuppressWarnings("unchecked") // the key's columns are alike in all tables
    private static <T> Condition same(Column<T> one, Column<?> other) {
        return one.eq((Expression<T>) other);
    }

    private static <T> Condition equal(ColumnReference<T> column, Object value) {
        SqlType<T> type = column.type();
        return column.eq(new Bind<>(type, type.javaType().cast(value)));
    }

    private Object value(ColumnAttribute attribute) {
        Class<?> wanted = attribute.column().type().javaType();
        if (tenant == null) {
            throw new InvalidRequestException(
                    "rows of " + attribute.owner().name() + " belong to tenants, by " + attribute
                            + ", and the session was given none: open it with sessions.open(options -> options.tenant(…)), or with"
                            + " allTenants() for those of all");
        } else if (!wanted.isInstance(tenant)) {
            throw new InvalidRequestException(attribute + " is of " + wanted.getName()
                    + ", and the session's tenant of " + tenant.getClass().getName());
        }
        return tenant;
    }

    /**
     * Checks what a new row is given, if anything.
     *
     * @param what names the row
     * @throws InvalidRequestException if it is another tenant's
     */
    public void check(ColumnAttribute attribute, @Nullable Object given, Object what) {
        if (given != null) {
            checkRow(attribute, given, what);
        }
    }

    /**
     * Checks whose a row is that is there already.
     *
     * @param what names the row
     * @throws InvalidRequestException if it is another tenant's, or nobody's
     */
    public void checkRow(ColumnAttribute attribute, @Nullable Object given, Object what) {
        if (!all && !attribute.same(given, value(attribute))) {
            throw new InvalidRequestException(what + " is another tenant's, by " + attribute
                    + ", and cannot be written in this session: leave that out, which a new row gets of the session");
        }
    }
}
