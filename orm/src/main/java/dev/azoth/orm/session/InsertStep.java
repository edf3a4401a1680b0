package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.PendingKey;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.schema.Column;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inserts rows of one entity, all with the same columns, and gives the objects the keys that the database made. */
final class InsertStep implements FlushStep {
    private final Outline outline;
    private final boolean numbered;
    private final List<Tracked> rows;
    private final Set<RowOrder.Edge> broken;

    /**
     * A step.
     *
     * @param numbered whether the database numbers the rows
     * @param broken   the foreign keys that are written later
     */
    InsertStep(Outline outline, boolean numbered, List<Tracked> rows, Set<RowOrder.Edge> broken) {
        this.outline = outline;
        this.numbered = numbered;
        this.rows = rows;
        this.broken = broken;
    }

    @Override
    public void run(Connection connection) {
        ColumnAttribute identity = numbered ? outline.identity() : null;
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (Tracked each : rows) {
            Versions.begin(each);
            values.add(values(each, identity));
        }
        List<TablePart> parts = outline.mapping().tables();
        for (int i = 0; i < parts.size(); i++) {
            RowColumns columns = outline.inserted(numbered).get(i);
            List<@Nullable Object[]> some = new ArrayList<>(values.size());
            values.forEach(each -> some.add(columns.of(each, 0)));
            Insert<Row> insert = Sql.insert(parts.get(i).table());
            if (identity != null && parts.get(i).first()) {
                number(identity, keys(connection, insert.returning(identity.column()), columns, some), values);
            } else {
                connection.execute(insert, ParameterRows.of(columns.columns(), some));
            }
        }
    }

    private static <T> List<T> keys(
            Connection connection, Insert<T> insert, RowColumns columns, List<@Nullable Object[]> values) {
        if (!columns.columns().isEmpty()) {
            return connection
                    .execute(insert, ParameterRows.of(columns.columns(), values))
                    .all();
        }
        List<T> keys = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            keys.add(connection.execute(insert).one()); // nothing but a number: a row of defaults
        }
        return keys;
    }

    private void number(ColumnAttribute identity, List<?> keys, List<@Nullable Object[]> values) {
        if (keys.size() != rows.size()) {
            throw new IllegalStateException(rows.size() + " rows were inserted into "
                    + outline.mapping().table() + ", but the database gave " + keys.size() + " keys");
        }
        for (int i = 0; i < keys.size(); i++) {
            identity.set(rows.get(i).entity(), keys.get(i));
            values.get(i)[identity.slot()] = keys.get(i);
        }
    }

    private @Nullable Object[] values(Tracked row, @Nullable ColumnAttribute identity) {
        EntityMapping<?> mapping = outline.mapping();
        @Nullable Object[] values = mapping.values(row.entity());
        for (Link link : outline.foreignKeys()) {
            ToOneMapping key = (ToOneMapping) link.attribute();
            boolean later = broken.stream().anyMatch(each -> each.from() == row && each.by() == link);
            for (int part = 0; part < key.columns().size(); part++) {
                if (later || values[key.slot(part)] instanceof PendingKey) {
                    checkMissing(later, row, link, values[key.slot(part)]);
                    values[key.slot(part)] = null;
                }
            }
        }
        for (Column<?> column : mapping.key()) {
            int slot = mapping.columns().indexOf(column);
            if (values[slot] == null && (identity == null || identity.slot() != slot)) {
                throw new InvalidRequestException("a new " + mapping.name() + " has no value for its key column "
                        + column.name() + ": set it before the flush, or let it be made with @GeneratedValue");
            }
        }
        return values;
    }

    private static void checkMissing(boolean later, Tracked row, Link link, @Nullable Object key) {
        if (!later) {
            throw new IllegalStateException(row + "." + link.attribute().name() + " needs the " + key
                    + ", which should have been inserted before");
        }
    }

    @Override
    public void describe(List<PendingChange> into) {
        List<String> attributes = outline.mapping().attributes().stream()
                .filter(each -> each instanceof ColumnAttribute column
                        ? column.isInsertable() && !(numbered && column == outline.identity())
                        : each instanceof ToOneMapping toOne && toOne.isOwning())
                .map(AttributeMapping::name)
                .toList();
        for (Tracked each : rows) {
            into.add(new PendingChange(PendingChange.Kind.INSERT, each.entity(), each.toString(), attributes));
        }
    }
}
