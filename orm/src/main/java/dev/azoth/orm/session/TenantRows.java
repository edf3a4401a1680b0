package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.criteria.Tenancy;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.Assignment;
import dev.azoth.sql.Bind;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Conflict;
import dev.azoth.sql.Excluded;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Insert;
import dev.azoth.sql.RowChange;
import dev.azoth.sql.Update;
import org.jspecify.annotations.Nullable;

/** Sees to it that statements write rows of the session's tenant only. */
final class TenantRows {
    private final Tenancy tenancy;
    private final EntityMapping<?> mapping;
    private final @Nullable ColumnAttribute tenant;

    TenantRows(Tenancy tenancy, EntityMapping<?> mapping) {
        this.tenancy = tenancy;
        this.mapping = mapping;
        this.tenant = tenancy.all() ? null : mapping.root().tenant().orElse(null);
    }

    /** Refuses to change whose a row is. */
    void check(RowChange<?> change) {
        if (tenant != null && change instanceof Update<?> update) {
            update.assignments().forEach(each -> checkAssigned(tenant, each, false));
        }
    }

    private void checkAssigned(ColumnAttribute attribute, Assignment<?> assignment, boolean mayBeSame) {
        if (is(attribute.column(), assignment.column()) && !(mayBeSame && assignment.value() instanceof Excluded<?>)) {
            throw new InvalidRequestException(attribute
                    + " would change, but a row stays with its tenant: only a session with allTenants() changes that");
        }
    }

    private static boolean is(Column<?> own, Object column) {
        return column instanceof Column<?> other
                && (other == own || (other.name().equals(own.name()) && other.table() == own.table()));
    }

    /** Refuses rows of other tenants, and those of which that is not known. */
    void check(Insert<?> insert) {
        if (tenant == null) {
            return;
        }
        if (insert.query().isPresent()) {
            throw new InvalidRequestException(
                    "rows of " + mapping.name()
                            + " that a query gives may be of any tenant: give them to session.execute(insert(entity), rows), or open the session with allTenants()");
        }
        for (int i = 0; i < insert.columns().size(); i++) {
            if (is(tenant.column(), insert.columns().get(i))) {
                for (Insert.Values each : insert.rows()) {
                    check(tenant, each.values().get(i));
                }
            }
        }
    }

    private void check(ColumnAttribute attribute, Expression<?> value) {
        if (!(value instanceof Bind<?> bind)) {
            throw new InvalidRequestException(
                    attribute + " of a new row is not known before the statement runs: leave it out");
        }
        tenancy.check(attribute, bind.value(), "a row");
    }

    /** An update of rows that are there already, of this tenant's only. */
    Conflict own(Conflict conflict) {
        if (tenant == null || conflict.update().isEmpty()) {
            return conflict;
        }
        conflict.update().forEach(each -> checkAssigned(tenant, each, true));
        Condition where = conflict.where();
        for (Condition each : tenancy.conditions(mapping)) {
            where = where == null ? each : where.and(each);
        }
        return new Conflict(conflict.key(), conflict.constraint(), conflict.keyWhere(), conflict.update(), where);
    }

    /** Refuses a row that is to be changed if it says that it is, or would be, another's. */
    void check(GivenRow row) {
        if (tenant != null && row.has(tenant.slot())) {
            tenancy.checkRow(tenant, row.values()[tenant.slot()], "a row");
        }
    }
}
