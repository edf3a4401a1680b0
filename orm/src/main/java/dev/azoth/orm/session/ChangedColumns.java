package dev.azoth.orm.session;

import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.sql.ColumnReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What an object has in columns that a statement changes.
 *
 * @param columns the attributes that are columns
 * @param leads   whether a foreign key is among them, so that the object must be read again to know where it leads
 */
record ChangedColumns(List<ColumnAttribute> columns, boolean leads) {
    static ChangedColumns of(EntityMapping<?> mapping, Collection<? extends ColumnReference<?>> changed) {
        List<ColumnAttribute> columns = new ArrayList<>();
        boolean leads = false;
        for (AttributeMapping each : mapping.attributes()) {
            if (each instanceof ColumnAttribute column && changed.contains(column.column())) {
                columns.add(column);
            } else if (each instanceof ToOneMapping toOne) {
                leads |= toOne.columns().stream().anyMatch(changed::contains);
            }
        }
        return new ChangedColumns(columns, leads);
    }
}
