package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Result;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.orm.mapping.Hierarchy;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import java.util.List;

/** An INSERT of an entity that has its values in it. */
final class EntityInsert {
    private final Connection connection;
    private final InsertedObjects objects;
    private final EntityMapping<?> mapping;
    private final GivenValues values;

    EntityInsert(Connection connection, InsertedObjects objects, EntityMapping<?> mapping, GivenValues values) {
        this.values = values;
        this.connection = connection;
        this.objects = objects;
        this.mapping = mapping;
    }

    <T> Result<T> run(Insert<T> given) {
        if (!mapping.isOneTable()) {
            throw new InvalidRequestException(
                    "a row of " + mapping.name()
                            + " is not just a row of one table: session.execute(insert(entity), rows) inserts them, and session.add(…)");
        }
        Insert<T> insert = complete(given);
        if (!objects.needsKeys(insert)) {
            return connection.execute(insert);
        }
        ReturnedParts<T> parts = new ReturnedParts<>(insert, mapping);
        List<Row> rows = connection.execute(parts.statement()).all();
        return Result.of(objects.of(insert, parts, rows), rows.size());
    }

    /** A row that is given value by value gets what every new row does; rows of a query, and several, say all by themselves. */
    private <T> Insert<T> complete(Insert<T> given) {
        if (mapping.hierarchy().isPresent() && says(given)) {
            return given; // it knows the columns of Core
        }
        Insert<T> insert = given;
        if (insert.query().isEmpty()
                && insert.rows().size() <= 1
                && insert.columns().isEmpty() == insert.rows().isEmpty()) {
            GivenRow fresh = new GivenRow(mapping);
            given.columns().forEach(each -> fresh.leave(mapping.columns().indexOf(each)));
            new NewRow(mapping, values, connection).complete(List.of(fresh));
            for (int slot = fresh.given().nextSetBit(0);
                    slot >= 0;
                    slot = fresh.given().nextSetBit(slot + 1)) {
                Column<?> column = mapping.columns().get(slot);
                insert = insert.columns().contains(column) ? insert : value(insert, column, fresh.values()[slot]);
            }
        } else if (mapping.hierarchy().filter(Hierarchy::isStored).isPresent()) {
            throw new InvalidRequestException("these rows do not say that they are of " + mapping.name() + ", in "
                    + mapping.hierarchy().get().discriminator()
                    + ": give them to session.execute(insert(entity), rows)");
        }
        return insert;
    }

    private boolean says(Insert<?> insert) {
        ColumnReference<?> discriminator = mapping.hierarchy().orElseThrow().discriminator();
        return insert.columns().contains(discriminator);
    }

    private static <T, V> Insert<T> value(
            Insert<T> insert, Column<V> column, @org.jspecify.annotations.Nullable Object value) {
        return insert.values(column, column.type().javaType().cast(value));
    }
}
