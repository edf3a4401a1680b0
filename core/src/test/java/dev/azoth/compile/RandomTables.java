package dev.azoth.compile;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.QueryTable;
import dev.azoth.schema.Table;
import dev.azoth.schema.View;
import dev.azoth.type.Json;
import dev.azoth.type.Types;

/** The tables that statements by chance are about. */
final class RandomTables {
    static final Column<Long> id = Column.of("id", Types.BIGINT).primaryKey();
    static final Column<String> name = Column.of("name", Types.VARCHAR(30));
    static final Column<Integer> age = Column.of("age", Types.INTEGER);
    static final Column<String> secret = Column.of("secret", Types.TEXT).sensitive();
    static final Column<Json> data = Column.of("data", Types.JSON);
    static final Table person = Table.of(new MetaData(), "person", id, name, age, secret, data);
    static final Noted noted = new Noted();
    static final View seen = View.of("seen", select(id, name, age));
    static final QueryTable copied = QueryTable.of("copied", select(id, name, age));

    private RandomTables() {}

    /** A table whose columns have defaults. */
    static final class Noted extends Table {
        final Column<String> body = column("body", Types.TEXT).onUpdate(() -> "by update");

        private Noted() {
            super("noted", new MetaData());
            column("made", Types.INTEGER).defaultFrom(() -> 1).onUpdate(value(2).plus(3));
        }
    }

    record Pair(String first, String second) {}
}
