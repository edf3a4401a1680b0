package dev.azoth.orm.mapping;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.FromItem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How rows of an entity are marked as deleted. */
public final class SoftDeletion {
    private final ColumnAttribute attribute;

    private SoftDeletion(ColumnAttribute attribute) {
        this.attribute = attribute;
    }

    /** That of an entity whose attribute says so. */
    static SoftDeletion of(ColumnAttribute attribute) {
        return new SoftDeletion(attribute);
    }

    /** The attribute. */
    public ColumnAttribute attribute() {
        return attribute;
    }

    /** What marks a row now. */
    public Object mark() {
        return isFlag() ? (Object) true : Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private boolean isFlag() {
        return attribute.column().type().javaType() == Boolean.class;
    }

    /** The condition that a row is not marked, of the entity in FROM, or of its own table. */
    public Condition absent(FromItem item) {
        ColumnReference<?> column = attribute.owner().source().column(item, attribute.column());
        return isFlag() ? no(column) : column.isNull();
    }

    @SuppressWarnings("unchecked") // its class was compared
    private static Condition no(ColumnReference<?> column) {
        return ((ColumnReference<Boolean>) column).eq(false);
    }
}
