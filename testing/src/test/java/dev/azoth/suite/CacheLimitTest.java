package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.compile.StatementCache;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import org.junit.jupiter.api.Test;

/**
 * Complaint: how many statements a cache may hold is guessed, and it fills the memory with a few large ones. It is limited by what it takes too, and says how much that is.
 */
@EveryDatabase
class CacheLimitTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Long> id = Column.of("id", BIGINT).primaryKey();
    static final Column<String> name = Column.of("name", VARCHAR(50));
    static final Table thing = Table.of(METADATA, "cached_thing", id, name);

    private static void compileSmall(Engine engine, int from, int to) {
        for (long i = from; i < to; i++) {
            engine.compile(select(id).where(id.eq(literal(i))));
        }
    }

    private static Insert<Row> ofRows(int rows) {
        Insert<Row> insert = insert(thing).columns(id, name);
        for (long i = 0; i < rows; i++) {
            insert = insert.row(i, "n");
        }
        return insert;
    }

    @Test
    void whatWasUsedLongestAgoMakesRoomForWhatIsLarge(Database db) {
        try (Engine engine = Engine.create(db.url(), o -> o.cacheBytes(40_000))) {
            compileSmall(engine, 0, 20);
            StatementCache.Statistics small = engine.cacheStatistics();
            assertThat(small.size()).isEqualTo(20);
            assertThat(small.evictions()).isZero();
            assertThat(small.bytes()).isBetween(20 * 600L, 20 * 1_000L);

            engine.compile(ofRows(60));
            StatementCache.Statistics large = engine.cacheStatistics();
            assertThat(large.size()).isBetween(2, 20);
            assertThat(large.evictions()).isEqualTo(21 - large.size());
            assertThat(large.bytes()).isLessThanOrEqualTo(40_000);
            engine.compile(ofRows(60));
            compileSmall(engine, 19, 20); // used last, and still there
            assertThat(engine.cacheStatistics().misses()).isEqualTo(large.misses());
        }
    }

    @Test
    void whatIsTooLargeAloneLeavesTheOthers(Database db) {
        try (Engine engine = Engine.create(db.url(), o -> o.cacheBytes(40_000))) {
            compileSmall(engine, 0, 20);
            engine.compile(ofRows(1_000));
            assertThat(engine.cacheStatistics().size()).isEqualTo(20);
            assertThat(engine.cacheStatistics().evictions()).isZero();
        }
        try (Engine engine = Engine.create(db.url(), o -> o.cacheBytes(0))) {
            compileSmall(engine, 0, 2);
            assertThat(engine.cacheStatistics().size()).isZero();
            assertThat(engine.cacheStatistics().bytes()).isZero();
        }
    }

    @Test
    void statementsAreCountedToo(Database db) {
        try (Engine engine = Engine.create(db.url(), o -> o.cacheSize(5))) {
            compileSmall(engine, 0, 8);
            assertThat(engine.cacheStatistics().size()).isEqualTo(5);
            assertThat(engine.cacheStatistics().evictions()).isEqualTo(3);
        }
    }
}
