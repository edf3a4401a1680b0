package dev.azoth.dialect.mysql;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.currentDate;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.now;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Select;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnDatabase({"mysql", "mariadb"})
class MysqlSqlTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Long> id = Column.of("id", Types.BIGINT).primaryKey().identity();
    static final Column<String> name =
            Column.of("name", Types.VARCHAR(20)).notNull().unique();
    static final Column<Integer> rank = Column.of("rank", Types.INTEGER);
    static final Column<Integer> level = Column.of("level", Types.INTEGER).serverDefault(1);
    static final Column<Json> data = Column.of("data", Types.JSON);
    static final Table player = Table.of(METADATA, "player", id, name, rank, level, data);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @BeforeEach
    void fill(Database db) {
        db.engine().begin(c -> {
            c.execute(delete(player));
            c.execute(insert(player)
                    .columns(id, name, rank, level)
                    .row(1L, "ann", 3, 1)
                    .row(2L, "Bob", 2, 2)
                    .row(3L, "c\\d%", null, 3));
        });
    }

    private static void unsupported(Database db, Statement<?> statement, String what) {
        assertThatThrownBy(() -> db.engine().compile(statement))
                .isInstanceOf(CompileException.class)
                .hasMessageMatching("(MySQL|MariaDB) \\d+\\.\\d+ has no " + what);
    }

    @Test
    void namesAreInBackticks(Database db) {
        db.expect(select(rank).where(name.eq("ann")))
                .sql("SELECT player.`rank` FROM player WHERE player.name = ?")
                .rows(3);
    }

    @Test
    void operators(Database db) {
        db.expect(select(rank.dividedBy(2), name.concat("-").concat(name.concat("!")))
                        .where(id.eq(1L)))
                .sql(
                        "SELECT player.`rank` DIV ?, concat(player.name, ?, player.name, ?) FROM player WHERE player.id = ?")
                .rows(List.of(1, "ann-ann!"));
        db.expect(select(id).where(rank.isDistinctFrom(3), rank.isNotDistinctFrom((Integer) null)))
                .sql("SELECT player.id FROM player WHERE NOT (player.`rank` <=> ?) AND player.`rank` <=> ?")
                .rows(3L);
        db.expect(select(id).where(id.in(List.of())))
                .sql("SELECT player.id FROM player WHERE player.id IN (SELECT NULL FROM DUAL WHERE 1 = 0)");
        db.expect(select(count().filter(rank.gt(2)), count(rank).filter(level.lt(3)))
                        .from(player))
                .sql("SELECT count(CASE WHEN player.`rank` > ? THEN 1 END),"
                        + " count(CASE WHEN player.level < ? THEN player.`rank` END) FROM player")
                .rows(List.of(1L, 2L));
    }

    @Test
    void patternsHaveNoEscapeUnlessSaid(Database db) {
        db.expect(select(id).where(name.like("c\\d_")))
                .sql("mysql", "SELECT player.id FROM player WHERE player.name LIKE ? ESCAPE ''")
                .sql(
                        "SELECT player.id FROM player WHERE player.name LIKE replace(?, concat('', char(92 USING utf8mb4)),"
                                + " concat('', char(92 USING utf8mb4), char(92 USING utf8mb4)))")
                .parameters("c\\d_")
                .rows(3L);
        db.expect(select(id).where(name.ilike("C\\%"))).rows(3L);
        db.expect(select(id).where(name.contains("\\d%")))
                .sql("SELECT player.id FROM player WHERE player.name LIKE ? ESCAPE '/'")
                .rows(3L);
        db.expect(select(id).where(name.like("%\\%").not()).orderBy(id)).rows(1L, 2L);
    }

    @Test
    void nullsComeWhereTheyAreWanted(Database db) {
        db.expect(select(id).orderBy(rank.asc().nullsLast()))
                .sql("SELECT player.id FROM player ORDER BY player.`rank` IS NULL, player.`rank`")
                .rows(2L, 1L, 3L);
        db.expect(select(id).orderBy(rank.plus(1).desc().nullsFirst()))
                .sql("SELECT player.id FROM player ORDER BY (player.`rank` + ?) IS NULL DESC, player.`rank` + ? DESC")
                .rows(3L, 1L, 2L);
        db.expect(select(id).orderBy(rank.asc().nullsFirst(), rank.desc().nullsLast()))
                .sql("SELECT player.id FROM player ORDER BY player.`rank`, player.`rank` DESC");
        db.expect(select(rank.as("r")).distinct().orderBy(rank.as("r").asc().nullsLast()))
                .rows(2, 3, null);
        db.expect(select(rank).union(select(level)).orderBy(rank.asc().nullsLast()))
                .rows(1, 2, 3, null);
    }

    @Test
    void limitsLocksAndTheClock(Database db) {
        db.expect(select(id).orderBy(id).offset(1))
                .sql("SELECT player.id FROM player ORDER BY player.id LIMIT 18446744073709551615 OFFSET ?")
                .rows(2L, 3L);
        db.expect(select(id).where(id.eq(1L)).forShare())
                .sql("mysql", "SELECT player.id FROM player WHERE player.id = ? FOR SHARE")
                .sql("SELECT player.id FROM player WHERE player.id = ? LOCK IN SHARE MODE")
                .rows(1L);
        db.expect(select(id).where(id.eq(1L)).forUpdate()).rows(1L);
        db.expect(select(now(), currentDate())).sql("SELECT utc_timestamp(6), utc_date()");
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.execute(select(now())).one()).isCloseTo(Instant.now(), within(Duration.ofSeconds(5)));
        }
    }

    @Test
    void whatIsMissingIsNamed(Database db) {
        if (db.name().equals("mysql")) {
            String rows = "RETURNING of an INSERT of a query's rows";
            unsupported(db, insert(player).columns(name).select(select(name)).returning(id), rows);
        }
    }

    @Test
    void writesReturn(Database db) {
        db.expect(insert(player).values(name, "dan").returning(id))
                .sql("mysql", "INSERT INTO player (name) VALUES (?)")
                .sql("INSERT INTO player (name) VALUES (?) RETURNING id");
        db.expect(insert(player).returning(id))
                .sql("mysql", "INSERT INTO player () VALUES ()")
                .sql("INSERT INTO player () VALUES () RETURNING id");
        if (db.name().equals("mariadb")) {
            db.expect(delete(player)
                            .where(id.eq(1L))
                            .returning(name, rank.times(2).as("twice")))
                    .sql("DELETE FROM player WHERE player.id = ? RETURNING name, `rank` * ? AS twice")
                    .rows(List.of("ann", 6));
        }
        db.engine().begin(c -> {
            long first =
                    c.execute(insert(player).values(name, "dan").returning(id)).one();
            List<Long> more = c.execute(
                            insert(player).returning(id),
                            IntStream.range(0, 2_500)
                                    .mapToObj(i -> Map.of(name, "n" + i))
                                    .toList())
                    .all();
            assertThat(more).hasSize(2_500).isSorted().doesNotHaveDuplicates().allMatch(each -> each > first);
            assertThat(c.execute(select(name).where(id.eq(more.get(1_234)))).one())
                    .isEqualTo("n1234");
            c.rollback();
        });
    }

    @Test
    void commonTablesStandWhereTheyCan(Database db) {
        CommonTableExpression best =
                select(id.as("best"), name).where(id.eq(1L)).cte("b");
        Select<String> ofBest = select(best.get(name).concat("2")).from(best);
        db.expect(insert(player).columns(name).select(ofBest))
                .sql(
                        "INSERT INTO player (name) WITH b AS (SELECT player.id AS best, player.name FROM player WHERE player.id = ?)"
                                + " SELECT concat(b.name, ?) AS column_1 FROM b");
        db.engine().begin(c -> {
            c.execute(insert(player).columns(name).select(ofBest));
            assertThat(c.execute(select(name).where(name.eq("ann2"))).all()).hasSize(1);
        });
        var update =
                update(player).set(rank, 9).where(name.in(select(best.get(name)).from(best)));
        if (db.name().equals("mysql")) {
            db.expect(update)
                    .sql("WITH b AS (SELECT player.id AS best, player.name FROM player WHERE player.id = ?)"
                            + " UPDATE player SET `rank` = ? WHERE player.name IN (SELECT b.name FROM b)");
        } else {
            db.expect(update)
                    .sql(
                            "UPDATE player SET `rank` = ? WHERE player.name IN (WITH b AS (SELECT player.id AS best, player.name"
                                    + " FROM player WHERE player.id = ?) SELECT b.name FROM b)");
        }
        db.expect(insert(player).values(name, ofBest.scalar()))
                .sql("INSERT INTO player (name) VALUES ((WITH b AS (SELECT player.id AS best, player.name FROM player"
                        + " WHERE player.id = ?) SELECT concat(b.name, ?) FROM b))");
    }

    @Test
    void upserts(Database db) {
        var upsert = insert(player)
                .values(name, "ann")
                .values(rank, 7)
                .onConflict(name)
                .doUpdate(x -> x.set(rank, rank.plus(x.excluded(rank))));
        db.expect(upsert)
                .sql(
                        "mysql",
                        "INSERT INTO player (name, `rank`) VALUES (?, ?) AS excluded"
                                + " ON DUPLICATE KEY UPDATE `rank` = player.`rank` + excluded.`rank`")
                .sql("INSERT INTO player (name, `rank`) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE `rank` = player.`rank` + VALUES(`rank`)");
        var nothing = insert(player)
                .columns(name, rank)
                .row("ann", 9)
                .row("eve", 1)
                .onConflict(name)
                .doNothing();
        db.expect(nothing)
                .sql(
                        "mysql",
                        "INSERT INTO player (name, `rank`) VALUES (?, ?), (?, ?) AS excluded ON DUPLICATE KEY UPDATE name = player.name")
                .sql(
                        "INSERT INTO player (name, `rank`) VALUES (?, ?), (?, ?) ON DUPLICATE KEY UPDATE name = player.name");
        db.engine().begin(c -> {
            c.execute(upsert);
            c.execute(nothing);
            assertThat(c.execute(select(rank).where(name.in("ann", "eve")).orderBy(name))
                            .all())
                    .containsExactly(10, 1);
            c.rollback();
        });
    }

    @Test
    void rowsOfAQueryAreUpserted(Database db) {
        var upsert = insert(player)
                .columns(name, rank)
                .select(select(name, rank.plus(10)).from(player).where(rank.isNotNull()))
                .onConflict(name)
                .doUpdate(x -> x.setExcluded(rank));
        db.expect(upsert)
                .sql(
                        "mysql",
                        "INSERT INTO player (name, `rank`) SELECT * FROM (SELECT player.name, player.`rank` + ? AS column_2 FROM player"
                                + " WHERE player.`rank` IS NOT NULL) AS excluded (name, `rank`)"
                                + " ON DUPLICATE KEY UPDATE `rank` = excluded.`rank`")
                .sql("INSERT INTO player (name, `rank`) SELECT player.name, player.`rank` + ? AS column_2 FROM player"
                        + " WHERE player.`rank` IS NOT NULL ON DUPLICATE KEY UPDATE `rank` = VALUES(`rank`)");
        db.engine().begin(c -> {
            c.execute(upsert);
            assertThat(c.execute(select(rank).orderBy(id)).all()).containsExactly(13, 12, null);
        });
    }

    /** The condition reads the old rank, so the rank is set last. */
    @Test
    void anUpsertOnlyChangesRowsThatMeetItsCondition(Database db) {
        var upsert = insert(player)
                .columns(name, rank, level)
                .row("ann", 5, 50)
                .row("Bob", 1, 10)
                .onConflict(name)
                .doUpdate(x -> x.setExcluded(rank, level).where(x.excluded(rank).gt(rank)));
        db.expect(upsert)
                .sql(
                        "mysql",
                        "INSERT INTO player (name, `rank`, level) VALUES (?, ?, ?), (?, ?, ?) AS excluded ON DUPLICATE KEY UPDATE"
                                + " level = IF(excluded.`rank` > player.`rank`, excluded.level, player.level),"
                                + " `rank` = IF(excluded.`rank` > player.`rank`, excluded.`rank`, player.`rank`)")
                .sql("INSERT INTO player (name, `rank`, level) VALUES (?, ?, ?), (?, ?, ?) ON DUPLICATE KEY UPDATE"
                        + " level = IF(VALUES(`rank`) > player.`rank`, VALUES(level), player.level),"
                        + " `rank` = IF(VALUES(`rank`) > player.`rank`, VALUES(`rank`), player.`rank`)");
        db.engine().begin(c -> {
            c.execute(upsert);
            assertThat(c.execute(select(rank, level).where(id.lt(3L)).orderBy(id))
                            .all())
                    .extracting(row -> row.values().toString())
                    .containsExactly("[5, 50]", "[2, 2]");
        });
        assertThatThrownBy(() -> db.engine()
                        .compile(insert(player)
                                .values(name, "x")
                                .onConflict(name)
                                .doUpdate(x -> x.setExcluded(rank, level).where(rank.lt(level)))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining(
                        "sets one column after the other, but rank and level need each other's old value: use two"
                                + " statements");
    }

    @Test
    void anUpdateReadsOldValues(Database db) {
        db.expect(update(player)
                        .set(rank, rank.plus(1))
                        .set(level, rank.times(10))
                        .where(id.eq(1L)))
                .sql("UPDATE player SET level = player.`rank` * ?, `rank` = player.`rank` + ? WHERE player.id = ?")
                .parameters(10, 1, 1L);
        db.engine().begin(c -> {
            c.execute(update(player)
                    .set(rank, rank.plus(1))
                    .set(level, rank.times(10))
                    .where(id.eq(1L)));
            assertThat(c.execute(select(rank, level).where(id.eq(1L))).one().values())
                    .isEqualTo(List.of(4, 30));
        });
        assertThatThrownBy(() ->
                        db.engine().compile(update(player).set(rank, level).set(level, rank)))
                .isInstanceOf(CompileException.class);
    }

    @Test
    void jsonIsComparedAsItIsKept(Database db) {
        db.engine().begin(c -> {
            c.execute(update(player).set(data, Json.parse("{\"a\": 1}")).where(id.eq(1L)));
            assertThat(c.execute(select(id).where(data.eq(Json.parse("{\"a\": 1}"))))
                            .all())
                    .containsExactly(1L);
        });
        db.expect(select(id).where(data.eq(Json.parse("[]"))))
                .sql("mysql", "SELECT player.id FROM player WHERE player.data = CAST(? AS JSON)")
                .sql("SELECT player.id FROM player WHERE player.data = ?");
    }

    @Test
    void setOperationsNest(Database db) {
        var first = select(id).orderBy(id).limit(1);
        var both = select(id).where(id.lt(3L)).except(select(id).where(id.eq(1L)));
        db.expect(first.union(both).orderBy(id.desc()))
                .sql("(SELECT player.id FROM player ORDER BY player.id LIMIT ?) UNION"
                        + " (SELECT player.id FROM player WHERE player.id < ? EXCEPT"
                        + " SELECT player.id FROM player WHERE player.id = ?) ORDER BY id DESC")
                .rows(2L, 1L);
        db.expect(select(id).intersect(select(id).where(id.gt(1L))).orderBy(id)).rows(2L, 3L);
    }

    @Test
    void rowsAreStreamed(Database db) {
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.stream(select(id).orderBy(id), 2).all()).containsExactly(1L, 2L, 3L);
            var open = connection.stream(select(id).orderBy(id), 2);
            assertThat(open.first()).contains(1L);
            assertThat(connection.execute(select(count()).from(player)).one()).isEqualTo(3);
        }
    }
}
