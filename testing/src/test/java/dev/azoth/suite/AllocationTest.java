package dev.azoth.suite;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a statement costs whose compiled form is there already, apart from the driver. */
@EveryDatabase
class AllocationTest {
    private static final int TIMES = 500;
    static final MetaData METADATA = new MetaData();
    static final Column<Long> id = Column.of("id", BIGINT).primaryKey();
    static final Column<String> name = Column.of("name", VARCHAR(50));
    static final Column<Integer> size = Column.of("size", INTEGER);
    static final Table thing = Table.of(METADATA, "allocated_thing", id, name, size);

    private static Select<?> byKey(long key) {
        return select(id, name, size)
                .from(thing)
                .where(id.eq(key).and(size.gt(3)).and(name.isNotNull()))
                .orderBy(id);
    }

    @Test
    void theSecondStatementOfAShapeRendersNothingAndAllocatesLittle(Database db) {
        try (Engine engine = Engine.create(db.url())) {
            run(engine);
            long misses = engine.cacheStatistics().misses();
            long bytes = run(engine);
            assertThat(engine.cacheStatistics().misses()).isEqualTo(misses);
            // building the tree, its key and the look-up; rendering alone allocates more than all of these
            assertThat(bytes / TIMES).isBetween(500L, 4_500L);
        }
    }

    private static long run(Engine engine) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < TIMES; i++) {
            engine.compile(byKey(i));
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
