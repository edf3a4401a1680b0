package dev.azoth.orm;

import dev.azoth.schema.NamingConvention;

/**
 * How tables and columns of entities are called in the database, and their constraints; see {@link dev.azoth.orm.annotation.Naming}.
 *
 * <p>Asked once, while a class is mapped. It gives the same name whenever it is asked for the same, and different names for different ones. SQL in annotations is not changed.
 */
public interface NamingStrategy {
    /**
     * The name of a table, of pairs and of values too.
     *
     * @param name what the annotations say, or the class's name in {@code snake_case}
     */
    default String table(String name) {
        return name;
    }

    /**
     * The name of a column.
     *
     * @param name what the annotations say, or the member's name in {@code snake_case}; of a foreign key {@code <attribute>_<key column>}
     */
    default String column(String name) {
        return name;
    }

    /** How constraints and indexes are named that no annotation names. */
    default NamingConvention constraints() {
        return NamingConvention.STANDARD;
    }
}
