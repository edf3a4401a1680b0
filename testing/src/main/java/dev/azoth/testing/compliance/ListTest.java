package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Shop.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Lists of values: any number of them, none too. */
@EveryDatabase
class ListTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void aListMayHaveAnyLength(Database db) {
        db.expect(select(customer.id).where(customer.id.in(List.of(1L, 2L, 9L))).orderBy(customer.id))
                .rows(1L, 2L);
        db.expect(select(customer.id).where(customer.id.in(List.of()))).rows();
        db.expect(select(customer.id).where(customer.age.notIn(List.of())).orderBy(customer.id))
                .rows(1L, 2L, 3L);
        db.expect(select(customer.id).where(customer.name.in("cid", "dan"))).rows(3L);
        db.expect(select(customer.id).where(customer.name.notIn("cid", "dan")).orderBy(customer.id))
                .rows(1L, 2L);
    }

    @Test
    void listsOfDifferentLengthsShareACompiledStatement(Database db) {
        try (Connection connection = db.engine().connect()) {
            connection
                    .execute(select(customer.name).where(customer.id.in(List.of(1L))))
                    .all();
            var before = db.engine().cacheStatistics();
            for (int length = 0; length < 20; length++) {
                List<Long> ids = LongStream.range(0, length).boxed().toList();
                connection
                        .execute(select(customer.name).where(customer.id.in(ids)))
                        .all();
            }

            assertThat(db.engine().cacheStatistics().misses()).isEqualTo(before.misses());
            assertThat(db.engine().cacheStatistics().hits()).isEqualTo(before.hits() + 20);
        }
    }
}
