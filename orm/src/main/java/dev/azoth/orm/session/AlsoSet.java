package dev.azoth.orm.session;

import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.schema.Column;
import dev.azoth.sql.Assignment;
import dev.azoth.sql.Bind;
import dev.azoth.sql.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a statement sets in the rows that it changes besides what it names: the next version, and what is made anew for each change, such as when it was and who did it. */
final class AlsoSet {
    private final EntityMapping<?> mapping;
    private final GivenValues given;
    private final List<ColumnAttribute> again;
    private final Map<ColumnAttribute, @Nullable Object> made = new HashMap<>();

    AlsoSet(EntityMapping<?> mapping, GivenValues given) {
        this(
                mapping,
                given,
                mapping.generated().stream()
                        .filter(ColumnAttribute::isMadeAgain)
                        .toList());
    }

    private AlsoSet(EntityMapping<?> mapping, GivenValues given, List<ColumnAttribute> again) {
        this.mapping = mapping;
        this.given = given;
        this.again = again;
    }

    /** The next version alone: for rows that are marked as deleted. */
    static AlsoSet version(EntityMapping<?> mapping, GivenValues given) {
        return new AlsoSet(mapping, given, List.of());
    }

    /** Whether rows of one of its tables get more than what is named. */
    boolean isIn(TablePart part) {
        return (part.first()
                        && mapping.version().filter(ColumnAttribute::isCounted).isPresent())
                || again.stream().anyMatch(each -> part.has(each.column()));
    }

    /** An update of the one table that there is. */
    <T> Update<T> in(Update<T> update) {
        if (update.table() != mapping.root().table()) {
            return update;
        }
        return with(Versions.raised(update, mapping), column -> column.table() == update.table());
    }

    /** An update of one of the tables. */
    <T> Update<T> in(Update<T> update, TablePart part) {
        return with(part.first() ? Versions.raised(update, mapping) : update, part::has);
    }

    /** What is set in a row that an upsert meets. */
    List<Assignment<?>> in(List<Assignment<?>> assignments) {
        List<Assignment<?>> all = new ArrayList<>(Versions.raised(assignments, mapping));
        for (ColumnAttribute each : open(assignments, column -> column.table() == mapping.table())) {
            all.add(assignment(each.column(), value(each)));
        }
        return all;
    }

    private <T> Update<T> with(Update<T> update, Predicate<Column<?>> written) {
        Update<T> all = update;
        for (ColumnAttribute each : open(update.assignments(), written)) {
            all = set(all, assignment(each.column(), value(each)));
        }
        return all;
    }

    private List<ColumnAttribute> open(List<Assignment<?>> named, Predicate<Column<?>> written) {
        return again.stream()
                .filter(each -> written.test(each.column()))
                .filter(each -> named.stream().noneMatch(set -> set.column().equals(each.column())))
                .toList();
    }

    /** What is made anew, of what is not among some columns. */
    Map<ColumnAttribute, @Nullable Object> besides(List<Column<?>> named) {
        Map<ColumnAttribute, @Nullable Object> values = new HashMap<>();
        again.stream().filter(each -> !named.contains(each.column())).forEach(each -> values.put(each, value(each)));
        return values;
    }

    /** One value for all rows, and for the objects of them. */
    private @Nullable Object value(ColumnAttribute attribute) {
        if (!made.containsKey(attribute)) {
            made.put(attribute, given.made(attribute));
        }
        return made.get(attribute);
    }

    private static <V> Assignment<V> assignment(Column<V> column, @Nullable Object value) {
        return new Assignment<>(
                column, new Bind<>(column.type(), column.type().javaType().cast(value)));
    }

    private static <T, V> Update<T> set(Update<T> update, Assignment<V> assignment) {
        return update.set(assignment.column(), assignment.value());
    }
}
