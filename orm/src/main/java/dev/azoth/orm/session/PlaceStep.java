package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.JoinTable;
import dev.azoth.orm.mapping.TablePart;
import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import dev.azoth.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the places of objects in lists and maps: in the table of pairs, or in that of the objects. */
final class PlaceStep implements FlushStep {
    private final Link link;
    private final @Nullable TablePart elements;
    private final List<Places.Change> changes;
    private final GivenValues given;
    private final LastPlaces last;

    /**
     * Places in one table.
     *
     * @param elements the table of the elements, if it has their places
     */
    record Where(Link link, @Nullable TablePart elements) {
        static Where of(Places.Change change) {
            Link link = change.link();
            return new Where(
                    link,
                    link.pairs() != null
                            ? null
                            : EntityMapping.of(change.object().getClass())
                                    .table(link.place().orElseThrow()));
        }
    }

    PlaceStep(Where where, List<Places.Change> changes, GivenValues given, LastPlaces last) {
        this.given = given;
        this.last = last;
        this.link = where.link();
        this.elements = where.elements();
        this.changes = changes;
    }

    private Column<?> place() {
        Column<?> said = link.place().orElseThrow();
        return elements == null ? said : elements.own(said);
    }

    @Override
    public Table table() {
        return place().table();
    }

    @Override
    public void run(Connection connection) {
        Column<?> place = place();
        JoinTable pairs = link.pairs();
        Table table = place.table();
        KeyedRows names = new KeyedRows();
        var update = names.set(Sql.update(table), place);
        if (pairs != null) {
            names.where(pairs.ownerColumns());
            names.where(pairs.targetColumns());
        } else {
            names.where(table.primaryKey());
        }
        if (elements != null) {
            names.and(given.tenant(EntityMapping.of(changes.get(0).object().getClass()), elements));
        }
        List<@Nullable Object[]> rows = new ArrayList<>(changes.size());
        for (Places.Change each : changes) {
            @Nullable Object[] row = new @Nullable Object[names.names().size()];
            row[0] = last.resolved(each.place(), each.owner(), link, connection);
            int next = 1;
            if (pairs != null) {
                next = KeyedRows.put(
                        each.owner().mapping().keyOf(each.owner().entity()).orElseThrow(), row, next);
            }
            KeyedRows.put(link.attribute().target().keyOf(each.object()).orElseThrow(), row, next);
            rows.add(row);
        }
        connection.executeBatch(update.where(names.condition()), new ParameterRows(names.names(), rows));
    }

    @Override
    public void describe(List<PendingChange> into) {
        for (Places.Change each : changes) {
            String name = link.attribute().target().name();
            into.add(new PendingChange(
                    PendingChange.Kind.PLACE,
                    each.owner().entity(),
                    each.owner() + "." + link.attribute().name() + "[" + each.place() + "] → "
                            + link.attribute()
                                    .target()
                                    .keyOf(each.object())
                                    .map(Object::toString)
                                    .orElse(name + " (new)"),
                    List.of()));
        }
    }
}
