package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.orm.annotation.ValueRequest;
import dev.azoth.orm.mapping.AttributeValues;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.PendingKey;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.sql.Condition;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives objects the values that the program leaves to the session; the time is the same for all of them. */
final class GivenValues {
    private final ValueSources sources;
    private @Nullable Clock clock;
    private @Nullable Object user;
    private boolean userIsKnown;

    GivenValues(ValueSources sources) {
        this.sources = sources;
    }

    /** The parts of a new object's key that are made by the program. */
    void key(Tracked added) {
        make(added, added.outline().madeKeys());
    }

    /** The parts of a new object's key that are those of objects that it leads to, once all of these have them. */
    static void derive(Tracked added) {
        if (added.outline().derived().isEmpty()) {
            return;
        }
        AttributeValues key = new AttributeValues(added.mapping());
        for (Outline.Derived each : added.outline().derived()) {
            @Nullable Object[] values = each.from().foreignKey(added.entity());
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof PendingKey) {
                    return; // the parts are given together, when all are known
                }
                if (values[i] != null) {
                    key.put(each.to().get(i), values[i]);
                }
            }
        }
        key.set(added.entity());
    }

    /** The members that only read a column which another member writes: they have what was written. */
    static void mirror(Tracked row) {
        if (!row.outline().mirrors().isEmpty()) {
            @Nullable Object[] values = row.mapping().objects().values(row.entity());
            AttributeValues other = new AttributeValues(row.mapping());
            for (ColumnAttribute each : row.outline().mirrors()) {
                Object value = values[each.slot()];
                if (!each.same(each.get(row.entity()), value) && (value != null || !each.isPrimitive())) {
                    other.put(each, value);
                }
            }
            other.set(row.entity());
        }
    }

    /** Checks whose an object is, if it says so. */
    void checkTenant(Tracked row) {
        row.mapping().tenant().ifPresent(each -> sources.tenancy().check(each, each.get(row.entity()), name(row)));
    }

    /** The condition that rows of an entity, found by their keys in one of its tables, are of the session's tenant. */
    List<Condition> tenant(EntityMapping<?> mapping, TablePart part) {
        return sources.tenancy().conditions(mapping, part);
    }

    private static Object name(Tracked row) {
        return row.mapping().keyOf(row.entity()).<Object>map(key -> key).orElse(row);
    }

    /** What a new row has beside its key. */
    void inserted(Tracked row) {
        make(row, row.outline().made());
    }

    private void make(Tracked row, List<ColumnAttribute> attributes) {
        for (ColumnAttribute each : attributes) {
            if (each.isUngiven(row.entity())) {
                each.make(row.entity(), new Request(row.entity(), each, null));
            }
        }
    }

    /** What is made anew for a row that changes, but for what the program set itself. */
    void changed(Tracked row) {
        Snapshot before = row.snapshot();
        for (ColumnAttribute each : row.outline().madeAgain()) {
            if (before == null || each.same(before.held(each), each.get(row.entity()))) {
                each.make(row.entity(), new Request(row.entity(), each, each.get(row.entity())));
            }
        }
    }

    /** Numbers new objects that have none. */
    void number(Outline outline, List<Tracked> rows, Connection connection) {
        for (ColumnAttribute each : outline.numbered()) {
            List<Tracked> open =
                    rows.stream().filter(row -> each.isUngiven(row.entity())).toList();
            if (!open.isEmpty()) {
                long[] numbers = sources.sequences().take(each.numbers().orElseThrow(), open.size(), connection);
                for (int i = 0; i < numbers.length; i++) {
                    each.number(open.get(i).entity(), numbers[i]);
                }
            }
        }
    }

    /** What rows get that are inserted without objects. */
    void complete(List<GivenRow> rows, EntityMapping<?> mapping, Connection connection) {
        for (ColumnAttribute each : mapping.generated()) {
            List<GivenRow> open =
                    rows.stream().filter(row -> row.lacks(each.slot())).toList();
            if (each.isTenant()) {
                rows.forEach(row -> sources.tenancy().check(each, row.values()[each.slot()], "a row"));
            }
            if (each.isMade()) {
                open.forEach(row -> row.put(each.slot(), each.made(new Request(null, each, null))));
            } else if (each.numbers().isPresent() && !open.isEmpty()) {
                long[] numbers = sources.sequences().take(each.numbers().get(), open.size(), connection);
                for (int i = 0; i < numbers.length; i++) {
                    open.get(i).put(each.slot(), each.numbered(numbers[i]));
                }
            }
        }
    }

    /** A value for a row that a statement changes, whichever it is. */
    @Nullable
    Object made(ColumnAttribute attribute) {
        return attribute.made(new Request(null, attribute, null));
    }

    private Clock time() {
        Clock time = clock;
        if (time == null) {
            Clock running = sources.options().clock();
            time = Clock.fixed(running.instant().truncatedTo(ChronoUnit.MICROS), running.getZone());
            clock = time;
        }
        return time;
    }

    private Optional<Object> who() {
        if (!userIsKnown) {
            user = sources.options().user().get();
            userIsKnown = true;
        }
        return Optional.ofNullable(user);
    }

    /** A value that is asked for. */
    private final class Request implements ValueRequest {
        private final @Nullable Object entity;
        private final ColumnAttribute attribute;
        private final @Nullable Object current;

        Request(@Nullable Object entity, ColumnAttribute attribute, @Nullable Object current) {
            this.entity = entity;
            this.attribute = attribute;
            this.current = current;
        }

        @Override
        public Object entity() {
            if (entity == null) {
                throw new InvalidRequestException(
                        "the value of " + attribute
                                + " is made of other members of an object, and rows are written without objects here: use objects, or give the value");
            }
            return entity;
        }

        @Override
        public Class<?> memberType() {
            return attribute.column().type().javaType();
        }

        @Override
        public Optional<Object> current() {
            return Optional.ofNullable(current);
        }

        @Override
        public Clock clock() {
            return time();
        }

        @Override
        public Optional<Object> user() {
            return who();
        }

        @Override
        public Optional<Object> tenant() {
            return Optional.ofNullable(sources.tenancy().tenant());
        }
    }
}
