package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Warehouse.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.schema.Column;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that are there already are left alone, or changed. */
@EveryDatabase
class UpsertTest {
    @PrepareDatabase
    static void create(Database db) {
        Warehouse.METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        db.engine().begin(connection -> connection.execute(delete(item)));
    }

    @Test
    @Requires(Capability.UPSERT)
    void aConflictingRowIsLeftAloneOrChanged(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(item).values(item.code, "a").values(item.stock, 1));
            connection.execute(insert(item)
                    .columns(item.code, item.stock)
                    .row("a", 10)
                    .row("b", 2)
                    .onConflict(item.code)
                    .doNothing());
            assertThat(connection.execute(select(item.stock).orderBy(item.code)).all())
                    .containsExactly(1, 2);

            connection.execute(insert(item)
                    .columns(item.code, item.stock)
                    .row("a", 10)
                    .row("c", 3)
                    .onConflict(item.code)
                    .doUpdate(x -> x.set(item.stock, item.stock.plus(x.excluded(item.stock)))));
            assertThat(connection.execute(select(item.stock).orderBy(item.code)).all())
                    .containsExactly(11, 2, 3);
        });
    }

    @Test
    @Requires(Capability.UPSERT)
    void manyRowsAreUpserted(Database db) {
        List<Map<Column<?>, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Map<Column<?>, Object> row = new LinkedHashMap<>();
            row.put(item.code, "c" + i);
            row.put(item.stock, i);
            rows.add(row);
        }
        db.engine().begin(connection -> {
            connection.execute(insert(item), rows.subList(0, 500));
            connection.execute(insert(item).onConflict(item.code).doUpdate(x -> x.setExcluded(item.stock)), rows);

            assertThat(connection.execute(select(count()).from(item)).one()).isEqualTo(1_000L);
        });
    }
}
