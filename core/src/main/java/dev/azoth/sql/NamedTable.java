package dev.azoth.sql;

import java.util.List;
import java.util.Optional;

/** A table of the database. Equality is identity: a schema's table is one object. */
public non-sealed interface NamedTable extends FromItem {
    /** Its name. */
    String name();

    /** The schema that it is in, where that is said. */
    Optional<String> schema();

    /** The foreign keys, by which a join knows its condition. */
    default List<KeyReference> references() {
        return List.of();
    }

    /** What columns get from Azoth in statements that do not set them. */
    default ColumnDefaults defaults() {
        return ColumnDefaults.NONE;
    }

    /** The columns that get a value in rows that give them none: numbered ones, and those with a default of any kind. */
    default List<? extends ColumnReference<?>> generatedColumns() {
        return List.of();
    }

    /** This table under another name, as a self-join needs it. */
    default TableAlias as(String alias) {
        return new TableAlias(this, Names.checked(alias));
    }

    /** This table under a name that the compiler gives it; each call gives another one. */
    default Alias alias() {
        return new Alias(this, "");
    }

    @Override
    default void describe(Structure out) {
        out.value(this);
    }
}
