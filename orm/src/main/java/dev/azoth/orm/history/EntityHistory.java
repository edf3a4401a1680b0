package dev.azoth.orm.history;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionListener;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.EntityRows;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Statement;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the history of entities: for each row that a flush inserts, changes or deletes it writes a row to {@code <table>_history}, in the same transaction, with what the row is
 * then, what was done, when, and by whom. One statement for all rows of an entity and those that extend it.
 *
 * <pre>{@code
 * EntityHistory history = EntityHistory.of(Invoice.class, Customer.class);
 * engine.createAll(history.tables());
 * SessionFactory sessions = SessionFactory.create(engine, options -> options.listener(history).user(() -> currentUser));
 *
 * List<Revision> revisions = history.revisions(session, invoice);
 * EntityPath<Invoice> then = history.asOf(invoice, lastYear);
 * session.execute(select(then).where(then.column("total", BigDecimal.class).gt(limit)).options(readOnly()));
 * }</pre>
 *
 * <p>A history has all columns but those of {@code Lazy} members, which would have to be loaded for it, and those read from expressions. Of what is in other tables, pairs and collections of
 * values, it tells nothing. It is of what sessions flush: statements that change rows are refused, and what the database does by itself, as by ON DELETE CASCADE, leaves no trace. The history of an entity that is
 * {@linkplain dev.azoth.orm.SessionOptions#bind(Class, dev.azoth.engine.Engine) bound} to another engine is in that database: bind its {@link #table} there too. Safe for any number of threads.
 */
public final class EntityHistory implements SessionListener {
    private final MetaData tables = new MetaData();
    private final Map<EntityMapping<?>, HistoryTable> byRoot = new LinkedHashMap<>();

    private EntityHistory(Class<?>... entities) {
        for (Class<?> each : entities) {
            byRoot.computeIfAbsent(EntityMapping.of(each).root(), root -> new HistoryTable(root, tables));
        }
    }

    /**
     * The history of entities, each with those that it extends and that extend it.
     *
     * @throws dev.azoth.MappingException if classes cannot be mapped
     */
    public static EntityHistory of(Class<?>... entities) {
        return new EntityHistory(entities);
    }

    /** The tables of the history, to be created with those of the entities. */
    public MetaData tables() {
        return tables;
    }

    /**
     * The table with the history of an entity, for queries of one's own. It has the columns of the entity by their names, and {@code history_id}, {@code history_operation}, {@code history_at} and
     * {@code history_by}.
     *
     * @throws InvalidRequestException if it is not one of those whose history is kept
     */
    public Table table(Class<?> entity) {
        return history(EntityMapping.of(entity)).table();
    }

    private HistoryTable history(EntityMapping<?> mapping) {
        return find(mapping)
                .orElseThrow(() -> new InvalidRequestException("no history of " + mapping.name()
                        + " is kept: name it in EntityHistory.of(" + mapping.name() + ".class, …)"));
    }

    private Optional<HistoryTable> find(EntityMapping<?> mapping) {
        return Optional.ofNullable(byRoot.get(mapping.root()));
    }

    // writing

    /** Writes what was done. */
    @Override
    public void flushed(Session session, List<PendingChange> changes) {
        IdentityHashMap<Object, Revision.Operation> operations = new IdentityHashMap<>();
        Map<HistoryTable, HistoryTable.Changes> written = new LinkedHashMap<>();
        for (PendingChange each : changes) {
            Revision.Operation operation = operation(each.kind());
            HistoryTable table = operation == null
                    ? null
                    : find(EntityMapping.of(each.entity().getClass())).orElse(null);
            if (operation != null && table != null) {
                operations.merge(each.entity(), operation, EntityHistory::both);
                written.computeIfAbsent(table, key -> new HistoryTable.Changes(operations))
                        .add(each.entity());
            }
        }
        written.forEach((table, some) -> table.write(session, some));
    }

    private static Revision.@Nullable Operation operation(PendingChange.Kind kind) {
        return switch (kind) {
            case INSERT -> Revision.Operation.INSERT;
            case UPDATE -> Revision.Operation.UPDATE;
            case DELETE -> Revision.Operation.DELETE;
            case LINK, UNLINK, PLACE, ELEMENTS -> null;
        };
    }

    /** Of a row that a flush inserts or deletes, it may change foreign keys besides. */
    private static Revision.Operation both(Revision.Operation one, Revision.Operation other) {
        return one == Revision.Operation.UPDATE ? other : one;
    }

    /**
     * Sees to it that nothing is missing.
     *
     * @throws InvalidRequestException if a statement changes rows whose history is kept
     */
    @Override
    public <T> Statement<T> executing(Session session, Statement<T> statement) {
        if (statement instanceof Dml<?> change) {
            EntityRows.entityOf(change.table()).flatMap(this::find).ifPresent(table -> {
                throw new InvalidRequestException(
                        "a statement that changes rows of " + change.table().name()
                                + " would leave no trace in " + table.table().name()
                                + ": change objects and flush them, or run it on session.connection(), without a trace");
            });
        }
        return statement;
    }

    // reading

    /**
     * What was done to an object's row, the first first. Pending changes are flushed before, if the session does so for queries.
     *
     * @throws InvalidRequestException if its history is not kept, or it has no key
     */
    public List<Revision> revisions(Session session, Object entity) {
        EntityMapping<?> mapping = EntityMapping.of(entity.getClass());
        EntityKey key = mapping.keyOf(entity)
                .orElseThrow(
                        () -> new InvalidRequestException("a " + mapping.name() + " without a key has no history"));
        return history(mapping).revisions(session, key);
    }

    /**
     * What was done to the row of a key, which need not be there any more, the first first.
     *
     * @param key as for {@link Session#get(Class, Object...)}
     * @throws InvalidRequestException if the history of the entity is not kept
     */
    public List<Revision> revisions(Session session, Class<?> entity, Object... key) {
        EntityMapping<?> mapping = EntityMapping.of(entity);
        return history(mapping).revisions(session, mapping.key(key));
    }

    /**
     * An entity as it was at a time, to be selected from. In a session of its own, and with {@code readOnly()}: a session has one object for a row, and what is written is written to the present. What is loaded
     * along or later is of the present too.
     *
     * @throws InvalidRequestException if the history of the entity is not kept
     */
    public <E> EntityPath<E> asOf(EntityPath<E> entity, Instant time) {
        EntityMapping<E> mapping = EntityMapping.of(entity.javaType());
        return entity.from(history(mapping).asOf(mapping, time));
    }
}
