package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.engine.Result;
import dev.azoth.orm.loading.EntityQueries;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inserts many rows of an entity: those with values for the same columns by one statement, what is returned in the order in which they were given. */
final class BulkInsert<T> {
    private static final int PAGE = 10_000;

    private final Connection connection;
    private final EntityQueries queries;
    private final InsertedObjects objects;
    private final EntityMapping<?> mapping;
    private final Insert<T> insert;
    private final Map<ColumnReference<?>, @Nullable Object> constants;
    private final GivenValues given;
    private final List<T> returned = new ArrayList<>();
    private long count;

    BulkInsert(
            Connection connection,
            EntityQueries queries,
            InsertedObjects objects,
            EntityMapping<?> mapping,
            Insert<T> insert,
            GivenValues given) {
        this.given = given;
        this.connection = connection;
        this.queries = queries;
        this.objects = objects;
        this.mapping = mapping;
        this.constants = insert.constants();
        this.insert = insert.withoutValues();
    }

    Result<T> run(Iterable<?> rows) {
        GivenRows forms = new GivenRows(mapping, true);
        NewRow fresh = new NewRow(mapping, given, connection);
        Iterator<?> iterator = rows.iterator();
        int first = 0;
        while (iterator.hasNext()) {
            List<GivenRow> page = forms.next(iterator, PAGE, first);
            add(page, first);
            first += page.size();
            fresh.complete(page);
            insert(page);
        }
        return Result.of(returned, count);
    }

    /** What the insert says itself every row has. */
    private void add(List<GivenRow> page, int first) {
        constants.forEach((column, value) -> {
            int slot = mapping.columns().indexOf(column);
            if (slot < 0) {
                throw new InvalidRequestException(
                        "the insert has a value for " + column.name() + ", which " + mapping.name() + " does not have");
            }
            for (int i = 0; i < page.size(); i++) {
                @Nullable Object own = page.get(i).values()[slot];
                if (own != null && !own.equals(value)) {
                    throw new InvalidRequestException(
                            "row " + (first + i) + " of " + mapping.name() + " has another value for " + column.name()
                                    + " than the insert itself: leave it out there");
                }
                page.get(i).put(slot, value);
            }
        });
    }

    private void insert(List<GivenRow> page) {
        Map<BitSet, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < page.size(); i++) {
            groups.computeIfAbsent(page.get(i).given(), each -> new ArrayList<>())
                    .add(i);
        }
        @Nullable Object[] inOrder = new @Nullable Object[page.size()];
        List<T> others = new ArrayList<>();
        for (Map.Entry<BitSet, List<Integer>> each : groups.entrySet()) {
            List<Integer> places = each.getValue();
            List<T> back = insert(
                    each.getKey(),
                    places.stream()
                            .<@Nullable Object[]>map(i -> page.get(i).values())
                            .toList());
            if (back.size() != places.size()) {
                others.addAll(back); // some rows were there already, and left alone
                continue;
            }
            for (int i = 0; i < back.size(); i++) {
                inOrder[places.get(i)] = back.get(i);
            }
        }
        if (!insert.returning().isEmpty()) {
            add(inOrder);
            returned.addAll(others);
        }
    }

    @SuppressWarnings("unchecked") // they are of the list before
    private void add(@Nullable Object[] back) {
        for (Object each : back) {
            if (each != null) {
                returned.add((T) each);
            }
        }
    }

    private List<T> insert(BitSet slots, List<@Nullable Object[]> rows) {
        return mapping.isOneTable() ? intoOne(slots, rows) : intoSeveral(slots, rows);
    }

    private List<T> intoOne(BitSet slots, List<@Nullable Object[]> rows) {
        RowColumns columns = RowColumns.of(mapping, slots);
        if (!objects.needsKeys(insert)) {
            return send(insert, columns, rows);
        }
        ReturnedParts<T> parts = new ReturnedParts<>(insert, mapping);
        return objects.of(insert, parts, send((Insert<Row>) parts.statement(), columns, rows));
    }

    private <R> List<R> send(Insert<R> statement, RowColumns columns, List<@Nullable Object[]> rows) {
        if (columns.columns().isEmpty()) {
            List<R> all = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                all.addAll(connection.execute(statement).all()); // a row of defaults
            }
            count += rows.size();
            return all;
        }
        List<@Nullable Object[]> some = new ArrayList<>(rows.size());
        rows.forEach(each -> some.add(columns.of(each, 0)));
        Result<R> result = connection.execute(statement, ParameterRows.of(columns.columns(), some));
        List<R> all = result.all();
        count += result.rowCount() < 0 ? all.size() : result.rowCount();
        return all;
    }

    /** The first table's key is the others', too. */
    @SuppressWarnings("unchecked") // what is returned is the one thing asked for
    private List<T> intoSeveral(BitSet slots, List<@Nullable Object[]> rows) {
        boolean entity = ReturnedParts.hasEntity(insert);
        if (insert.conflict().isPresent() || insert.returning().size() > (entity ? 1 : 0)) {
            throw new InvalidRequestException("an insert of " + mapping.name()
                    + ", whose rows are in several tables, returns objects or nothing, and knows no conflict");
        }
        RowColumns all = RowColumns.of(mapping, slots);
        long before = count;
        for (TablePart part : mapping.tables()) {
            if (part.first()) {
                number(part, all.in(part), rows);
            } else {
                send(Sql.insert(part.table()), all.in(part).behindKey(mapping, part), rows);
            }
        }
        count = before + rows.size();
        List<EntityKey> keys = rows.stream().map(mapping::keyOfValues).toList();
        Map<EntityKey, Object> made = entity ? objects.inserted(keys, () -> queries.loadMet(mapping, keys)) : Map.of();
        return (List<T>) List.copyOf(made.values());
    }

    private void number(TablePart part, RowColumns columns, List<@Nullable Object[]> rows) {
        List<Column<?>> missing = part.key().stream()
                .filter(each -> !columns.columns().contains(each))
                .toList();
        if (missing.isEmpty()) {
            send(Sql.insert(part.table()), columns, rows);
            return;
        }
        List<Row> keys = send(Sql.insert(part.table()).returning(missing), columns, rows);
        for (int i = 0; i < rows.size(); i++) {
            for (int column = 0; column < missing.size(); column++) {
                int slot = mapping.columns().indexOf(missing.get(column));
                rows.get(i)[slot] = keys.get(i).get(column);
            }
        }
    }
}
