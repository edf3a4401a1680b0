package dev.azoth.testing.compliance;

import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;

/** A table with a numbered key, for tests that write. */
public final class Warehouse {
    /** The table. */
    public static final MetaData METADATA = new MetaData();
    /** What is in stock: nothing at first. */
    public static final Items item = new Items();

    /** Things, and how many of them. */
    public static final class Items extends Table {
        public final Column<Long> id = column("id", BIGINT).primaryKey().identity();
        public final Column<String> code = column("code", VARCHAR(20)).notNull().unique();
        public final Column<Integer> stock = column("stock", INTEGER).notNull().serverDefault(5);

        Items() {
            super("item", METADATA);
        }
    }

    private Warehouse() {}
}
