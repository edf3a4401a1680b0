package dev.azoth.orm.history;

import dev.azoth.MappingException;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.Session;
import dev.azoth.orm.loading.KeyCondition;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.PendingKey;
import dev.azoth.orm.mapping.RowSource;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Subquery;
import dev.azoth.type.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table with the history of an entity and of those that extend it. */
final class HistoryTable {
    private static final String SUFFIX = "_history";
    private static final int NAME_LENGTH = 255;

    private final EntityMapping<?> root;
    private final Table table;
    private final Column<Long> number =
            Column.of("history_id", Types.BIGINT).primaryKey().identity();
    private final Column<String> operation =
            Column.of("history_operation", Types.VARCHAR(6)).notNull();
    private final Column<Instant> at =
            Column.of("history_at", Types.TIMESTAMPTZ).notNull();
    private final Column<String> by = Column.of("history_by", Types.VARCHAR(NAME_LENGTH));
    private final List<Column<?>> columns;
    private final List<Column<?>> copies = new ArrayList<>();
    private final List<Column<?>> key = new ArrayList<>();

    HistoryTable(EntityMapping<?> root, MetaData tables) {
        this.root = root;
        RowSource source = root.source();
        this.columns = source.columns().stream()
                .filter(each -> !source.isComputed(each) && !each.isSystem())
                .toList();
        this.table = Table.reflected(
                tables, root.table().schema().orElse(null), root.table().name() + SUFFIX);
        List.of(number, operation, at, by).forEach(table::add);
        for (Column<?> each : columns) {
            add(each, source.column(source.from(), each).name());
        }
        table.index(key.toArray(Column<?>[]::new));
    }

    private <T> void add(Column<T> column, String name) {
        if (table.hasColumn(name)) {
            throw new MappingException("the history of " + root.name() + " cannot have its column " + name
                    + ", which is one of the history's own: give it another name");
        }
        boolean inKey = root.key().contains(column);
        Column<T> copy = Column.of(name, column.type());
        table.add(inKey ? copy.notNull() : copy);
        copies.add(copy);
        if (inKey) {
            key.add(copy);
        }
    }

    Table table() {
        return table;
    }

    // writing

    /** Objects whose rows were written, each once, and what was done to them. */
    static final class Changes {
        private final Set<Object> entities = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<Object> ordered = new ArrayList<>();
        private final IdentityHashMap<Object, Revision.Operation> operations;

        Changes(IdentityHashMap<Object, Revision.Operation> operations) {
            this.operations = operations;
        }

        void add(Object entity) {
            if (entities.add(entity)) {
                ordered.add(entity);
            }
        }
    }

    void write(Session session, Changes changes) {
        Instant now = session.clock().instant();
        String user = session.user().map(Object::toString).orElse(null);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Object each : changes.ordered) {
            @Nullable Object[] row = new @Nullable Object[copies.size() + 3];
            row[0] = Objects.requireNonNull(changes.operations.get(each)).name();
            row[1] = now;
            row[2] = user;
            values(each, row, 3);
            rows.add(row);
        }
        List<Column<?>> written = new ArrayList<>(List.of(operation, at, by));
        written.addAll(copies);
        session.connection(root.javaType()).execute(Sql.insert(table), ParameterRows.of(written, rows));
    }

    private void values(Object entity, @Nullable Object[] into, int from) {
        EntityMapping<?> mapping = EntityMapping.of(entity.getClass());
        @Nullable Object[] values = mapping.values(entity);
        for (ColumnAttribute each : mapping.columnAttributes()) {
            boolean readOnly = !each.isInsertable() && !each.isUpdatable() && !each.isId();
            if (readOnly && !each.isLazy() && !each.isComputed()) {
                values[each.slot()] = each.get(entity);
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            int slot = mapping.columns().indexOf(columns.get(i));
            into[from + i] = slot < 0 || values[slot] instanceof PendingKey ? null : values[slot];
        }
    }

    // reading

    List<Revision> revisions(Session session, EntityKey of) {
        Select<Row> all = Sql.select(new ArrayList<Selectable<?>>(table.columns()))
                .from(table)
                .where(KeyCondition.in(new ArrayList<>(key), List.of(of)))
                .orderBy(number.asc());
        return session.execute(all).all().stream().map(this::revision).toList();
    }

    private Revision revision(Row row) {
        return new Revision(
                row.get(number),
                Revision.Operation.valueOf(row.get(operation)),
                row.get(at),
                Optional.ofNullable(row.get(by)),
                row);
    }

    /** The rows of an entity at a time, by the names that its columns have where it is read. */
    Subquery asOf(EntityMapping<?> mapping, Instant time) {
        RowSource source = mapping.source();
        List<Selectable<?>> named = new ArrayList<>();
        for (Column<?> each : source.columns()) {
            int index = columns.indexOf(each);
            if (index >= 0) {
                named.add(
                        copies.get(index).as(source.column(source.from(), each).name()));
            }
        }
        Select<Long> last =
                Sql.select(Sql.max(number)).from(table).where(at.le(time)).groupBy(key.toArray(Expression<?>[]::new));
        Select<Row> rows =
                Sql.select(named).from(table).where(number.in(last), operation.ne(Revision.Operation.DELETE.name()));
        return kinds(mapping)
                .map(condition -> rows.where(condition))
                .orElse(rows)
                .subquery(mapping.table().name() + "_then");
    }

    /** That rows are of the entity, or of one that extends it, where the history is of others too. */
    private Optional<Condition> kinds(EntityMapping<?> mapping) {
        if (mapping == root) {
            return Optional.empty();
        }
        return mapping.hierarchy().map(hierarchy -> {
            List<Object> values = new ArrayList<>();
            hierarchy.value().ifPresent(values::add);
            hierarchy
                    .below()
                    .forEach(
                            each -> each.hierarchy().flatMap(its -> its.value()).ifPresent(values::add));
            return isOneOf(copies.get(columns.indexOf(hierarchy.discriminator())), values);
        });
    }

    @SuppressWarnings("unchecked") // the values are the discriminator's
    private static <T> Condition isOneOf(Column<T> discriminator, List<Object> values) {
        return discriminator.in((List<T>) values);
    }
}
