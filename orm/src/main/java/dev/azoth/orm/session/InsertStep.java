package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.AttributeValues;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.PendingKey;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inserts rows of one entity, all with the same columns, and gives the objects the keys that the database made. */
final class InsertStep implements FlushStep {
    private final Outline outline;
    private final boolean numbered;
    private final List<Tracked> rows;
    private final Map<Tracked, Set<Link>> broken = new HashMap<>();
    private final GivenValues given;

    /**
     * A step.
     *
     * @param numbered whether the database numbers the rows
     * @param broken   the foreign keys that are written later
     */
    InsertStep(Outline outline, boolean numbered, List<Tracked> rows, Set<RowOrder.Edge> broken, GivenValues given) {
        this.outline = outline;
        this.numbered = numbered;
        this.rows = rows;
        broken.forEach(each ->
                this.broken.computeIfAbsent(each.from(), row -> new HashSet<>()).add(each.by()));
        this.given = given;
    }

    @Override
    public Table table() {
        return outline.mapping().table();
    }

    @Override
    public void run(Connection connection) {
        ColumnAttribute identity = numbered ? outline.identity() : null;
        given.number(outline, rows, connection);
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (Tracked each : rows) {
            GivenValues.derive(each);
            given.inserted(each);
            Versions.begin(each);
            values.add(values(each, identity));
        }
        groups(values, identity).forEach((omitted, some) -> insert(connection, outline.inserted(omitted), some));
    }

    /** Rows that leave the same columns to the database, by the slots of these. */
    private Map<BitSet, Rows> groups(List<@Nullable Object[]> values, @Nullable ColumnAttribute identity) {
        BitSet always = new BitSet();
        if (identity != null) {
            always.set(identity.slot());
        }
        if (outline.defaulted().isEmpty()) {
            return Map.of(always, new Rows(rows, values));
        }
        Map<BitSet, Rows> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            BitSet omitted = (BitSet) always.clone();
            for (ColumnAttribute each : outline.defaulted()) {
                if (values.get(i)[each.slot()] == null) {
                    omitted.set(each.slot());
                }
            }
            groups.computeIfAbsent(omitted, each -> new Rows(new ArrayList<>(), new ArrayList<>()))
                    .add(rows.get(i), values.get(i));
        }
        return groups;
    }

    /** Rows, with their values. */
    private record Rows(List<Tracked> rows, List<@Nullable Object[]> values) {
        void add(Tracked row, @Nullable Object[] of) {
            rows.add(row);
            values.add(of);
        }
    }

    private void insert(Connection connection, InsertShape shape, Rows group) {
        for (InsertShape.Part part : shape.parts()) {
            RowColumns columns = part.columns();
            List<@Nullable Object[]> some = new ArrayList<>(group.values().size());
            group.values().forEach(each -> some.add(columns.of(each, 0)));
            Insert<Row> insert = Sql.insert(part.table().table());
            List<ColumnAttribute> fetched = part.fetched();
            if (fetched.isEmpty()) {
                write(connection, insert, ParameterRows.of(columns.columns(), some), some.size());
            } else if (fetched.size() == 1) {
                ColumnAttribute only = fetched.get(0);
                give(
                        group,
                        fetched,
                        given(connection, insert.returning(part.table().own(only.column())), columns, some));
            } else {
                List<Column<?>> all = new ArrayList<>();
                fetched.forEach(each -> all.add(part.table().own(each.column())));
                give(group, fetched, given(connection, insert.returning(all), columns, some));
            }
        }
    }

    /** Nothing comes back, so that many rows may go by the database's way of loading them. */
    private static void write(Connection connection, Insert<Row> insert, ParameterRows values, int count) {
        if (count >= connection.engine().dialect().loadsFrom()) {
            connection.copyIn(insert.table(), values);
        } else {
            connection.execute(insert, values);
        }
    }

    private static <T> List<T> given(
            Connection connection, Insert<T> insert, RowColumns columns, List<@Nullable Object[]> values) {
        if (!columns.columns().isEmpty()) {
            return connection
                    .execute(insert, ParameterRows.of(columns.columns(), values))
                    .all();
        }
        List<T> given = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            given.add(connection.execute(insert).one()); // nothing but what the database gives: a row of defaults
        }
        return given;
    }

    private void give(Rows group, List<ColumnAttribute> attributes, List<?> given) {
        if (given.size() != group.rows().size()) {
            throw new IllegalStateException(group.rows().size() + " rows were inserted into "
                    + outline.mapping().table() + ", but the database gave values for " + given.size());
        }
        for (int i = 0; i < given.size(); i++) {
            Object entity = group.rows().get(i).entity();
            @Nullable Object[] row = group.values().get(i);
            if (attributes.size() == 1) { // the key, as a rule
                attributes.get(0).set(entity, given.get(i));
                row[attributes.get(0).slot()] = given.get(i);
                continue;
            }
            AttributeValues values = new AttributeValues(outline.mapping());
            for (int k = 0; k < attributes.size(); k++) {
                Object value = ((Row) given.get(i)).values().get(k);
                values.put(attributes.get(k), value);
                row[attributes.get(k).slot()] = value;
            }
            values.set(entity);
        }
    }

    private @Nullable Object[] values(Tracked row, @Nullable ColumnAttribute identity) {
        EntityMapping<?> mapping = outline.mapping();
        @Nullable Object[] values = mapping.values(row.entity());
        Set<Link> writtenLater = broken.getOrDefault(row, Set.of());
        for (Link link : outline.foreignKeys()) {
            ToOneMapping key = (ToOneMapping) link.attribute();
            boolean later = writtenLater.contains(link);
            for (int part = 0; part < key.columns().size(); part++) {
                if (later || values[key.slot(part)] instanceof PendingKey) {
                    checkMissing(later, row, link, values[key.slot(part)]);
                    values[key.slot(part)] = null;
                }
            }
        }
        for (int slot : outline.keySlots()) {
            if (values[slot] == null && (identity == null || identity.slot() != slot)) {
                Column<?> column = mapping.columns().get(slot);
                throw new InvalidRequestException("a new " + mapping.name() + " has no value for its key column "
                        + column.name() + ": " + wayOut(column));
            }
        }
        return values;
    }

    private String wayOut(Column<?> column) {
        for (Outline.Derived each : outline.derived()) {
            if (each.to().stream().anyMatch(part -> part.column() == column)) {
                return "set its " + each.from().name() + " before the flush, whose key it has";
            }
        }
        return "set it before the flush, or let it be made with @GeneratedValue";
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
