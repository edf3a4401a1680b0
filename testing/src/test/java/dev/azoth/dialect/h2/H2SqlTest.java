package dev.azoth.dialect.h2;

import static dev.azoth.sql.Sql.currentDate;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.now;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.compile.StatementWalk;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Insert;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnDatabase("h2")
class H2SqlTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Long> id = Column.of("id", Types.BIGINT).primaryKey().identity();
    static final Column<String> name =
            Column.of("name", Types.VARCHAR(20)).notNull().unique();
    static final Column<Double> score = Column.of("score", Types.DOUBLE);
    static final Column<Integer> level = Column.of("level", Types.INTEGER).serverDefault(1);
    static final Column<Json> data = Column.of("data", Types.JSON);
    static final Table player = Table.of(METADATA, "player", id, name, score, level, data);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
        db.engine().begin(c -> c.execute(text("ALTER TABLE player ALTER COLUMN id RESTART WITH 100")));
    }

    @BeforeEach
    void fill(Database db) {
        db.engine().begin(c -> {
            c.execute(delete(player));
            c.execute(insert(player)
                    .columns(id, name, score, data)
                    .row(1L, "ann", 2.345, Json.parse("{\"a\": 1}"))
                    .row(2L, "Bob", null, null)
                    .row(3L, "c\\d%", -1.0, null));
        });
    }

    @Test
    void aListIsOneArray(Database db) {
        db.expect(select(id).where(name.in("ann", "Bob")).orderBy(id))
                .sql("SELECT player.id FROM player WHERE player.name = ANY(?) ORDER BY player.id")
                .parameters(List.of("ann", "Bob"))
                .rows(1L, 2L);
        db.expect(select(id).where(name.notIn(List.of()), id.notIn(List.of(3L))).orderBy(id))
                .sql(
                        "SELECT player.id FROM player WHERE player.name <> ALL(?) AND player.id <> ALL(?) ORDER BY player.id")
                .rows(1L, 2L);
        db.expect(select(id).where(data.in(Json.parse("{\"a\":1}"))))
                .sql("SELECT player.id FROM player WHERE player.data = ANY(CAST(? AS JSON ARRAY))")
                .rows(1L);
    }

    @Test
    void patternsHaveNoEscapeUnlessSaid(Database db) {
        db.expect(select(id).where(name.ilike("A%")))
                .sql("SELECT player.id FROM player WHERE player.name ILIKE ? ESCAPE ''")
                .rows(1L);
        db.expect(select(id).where(name.like("c\\d_")))
                .sql("SELECT player.id FROM player WHERE player.name LIKE ? ESCAPE ''")
                .rows(3L);
        db.expect(select(id).where(name.contains("\\d%")))
                .sql("SELECT player.id FROM player WHERE player.name LIKE ? ESCAPE '/'")
                .rows(3L);
    }

    @Test
    void timeAndLocks(Database db) {
        db.expect(select(value(1)).where(currentDate().isNotNull(), now().isNotNull()))
                .sql("SELECT CAST(? AS INTEGER) WHERE CURRENT_DATE IS NOT NULL AND CURRENT_TIMESTAMP IS NOT NULL")
                .rows(1);
        db.expect(select(id).where(id.eq(1L)).forUpdate())
                .sql("SELECT player.id FROM player WHERE player.id = ? FOR UPDATE")
                .rows(1L);
        assertThatThrownBy(() -> db.engine().compile(select(id).forShare()))
                .isInstanceOf(CompileException.class)
                .hasMessage("H2 2.5.252 has no FOR SHARE");
    }

    @Test
    void writesReturn(Database db) {
        db.expect(insert(player)
                        .values(name, "dan")
                        .values(data, Json.parse("[1]"))
                        .returning(level, data))
                .sql("SELECT level, data FROM FINAL TABLE (INSERT INTO player (name, data) VALUES (?, ? FORMAT JSON))")
                .rows(List.of(1, Json.parse("[1]")));
        db.expect(update(player)
                        .set(level, level.plus(1))
                        .where(id.in(1L, 2L))
                        .returning(level.times(2).as("double")))
                .sql("SELECT level * ? AS double FROM FINAL TABLE (UPDATE player SET level = player.level + ?"
                        + " WHERE player.id = ANY(?))")
                .rows(4, 4);
        db.expect(delete(player).where(id.eq(3L)).returning(name))
                .sql("SELECT name FROM OLD TABLE (DELETE FROM player WHERE player.id = ?)")
                .rows("c\\d%");
    }

    @Test
    void commonTablesStandWhereTheyMay(Database db) {
        CommonTableExpression best =
                select(id.as("best"), name.as("called")).where(id.eq(1L)).cte("b");
        db.expect(insert(player)
                        .columns(name)
                        .select(select(best.get("called", String.class).concat("2"))
                                .from(best))
                        .returning(name))
                .sql("SELECT name FROM FINAL TABLE (INSERT INTO player (name) WITH b AS"
                        + " (SELECT player.id AS best, player.name AS called FROM player WHERE player.id = ?)"
                        + " SELECT b.called || ? AS column_1 FROM b)")
                .rows("ann2");
        db.expect(update(player)
                        .set(level, 9)
                        .where(id.in(select(best.get("best", Long.class)).from(best)))
                        .returning(id))
                .rows(1L);
        db.expect(delete(player)
                        .where(id.in(select(best.get("best", Long.class)).from(best))))
                .sql("DELETE FROM player WHERE player.id IN (WITH b AS (SELECT player.id AS best, player.name AS called"
                        + " FROM player WHERE player.id = ?) SELECT b.best FROM b)");
    }

    @Test
    void upsertsAreMerges(Database db) {
        db.expect(insert(player)
                        .values(name, "ann")
                        .values(score, 7.0)
                        .values(data, Json.parse("[]"))
                        .onConflict(name)
                        .doUpdate(x -> x.set(score, x.excluded(score))
                                .where(score.lt(7.0).or(score.isNull())))
                        .returning(id, score))
                .sql("SELECT id, score FROM FINAL TABLE (MERGE INTO player USING (VALUES (CAST(? AS VARCHAR(20)),"
                        + " CAST(? AS DOUBLE PRECISION), CAST(? FORMAT JSON AS JSON))) AS excluded (name, score, data)"
                        + " ON player.name = excluded.name"
                        + " WHEN MATCHED AND (player.score < ? OR player.score IS NULL) THEN UPDATE SET score = excluded.score"
                        + " WHEN NOT MATCHED THEN INSERT (name, score, data)"
                        + " VALUES (excluded.name, excluded.score, excluded.data))")
                .rows(List.of(1L, 7.0));
        db.expect(insert(player).values(name, "ann").onConflict().doNothing().returning(id))
                .sql(
                        "SELECT id FROM FINAL TABLE (MERGE INTO player USING (VALUES (CAST(? AS VARCHAR(20)))) AS excluded (name)"
                                + " ON player.name = excluded.name"
                                + " WHEN NOT MATCHED THEN INSERT (name) VALUES (excluded.name))")
                .rows();
        db.expect(insert(player)
                        .values(name, "new")
                        .onConflict(name)
                        .doUpdate(x -> x.set(level, level.plus(1)))
                        .returning(name, score, level))
                .rows(Arrays.asList("new", null, 1));
        assertThatThrownBy(() -> db.engine()
                        .compile(insert(player).values(name, "x").onConflict(id).doNothing()))
                .isInstanceOf(CompileException.class)
                .hasMessage("H2 2.5.252 has no ON CONFLICT on columns that are not inserted");
    }

    /** The key of the second row is not there yet when the statement looks for it. */
    @Test
    void aKeyThatComesTwiceIsInsertedOnce(Database db) {
        Insert<?> twice = insert(player)
                .columns(name, score)
                .row("dan", 1.0)
                .row("dan", 2.0)
                .onConflict(name)
                .doNothing();
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.execute(twice).rowCount()).isEqualTo(1);
            assertThat(connection.execute(select(score).where(name.eq("dan"))).one())
                    .isEqualTo(1.0);
            connection.execute(
                    insert(player).onConflict(name).doNothing(),
                    List.of(Map.of(name, "eve"), Map.of(name, "eve"), Map.of(name, "dan")));
            assertThat(connection
                            .execute(select(name).where(name.in("dan", "eve")).orderBy(name))
                            .all())
                    .containsExactly("dan", "eve");
        }
    }

    @Test
    void manyRowsAreArrays(Database db) {
        SqlLanguage language = new H2Dialect().language(db.engine().server());
        Insert<?> plain = insert(player).returning(id).parameters(List.of(name, data));
        CompiledStatement arrays = language.statements().compileArrays(plain, StatementWalk.of(plain), language);
        assertThat(arrays.sql())
                .isEqualTo("SELECT id FROM FINAL TABLE (INSERT INTO player (name, data) SELECT u.c1, u.c2"
                        + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS JSON ARRAY)) WITH ORDINALITY AS u(c1, c2, n)"
                        + " ORDER BY u.n)");

        Insert<?> upsert = insert(player).onConflict(name).doNothing().parameters(List.of(name, score));
        assertThat(language.statements()
                        .compileArrays(upsert, StatementWalk.of(upsert), language)
                        .sql())
                .isEqualTo("MERGE INTO player USING (SELECT DISTINCT ON (name) * FROM (SELECT u.c1, u.c2"
                        + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS DOUBLE PRECISION ARRAY)) WITH ORDINALITY"
                        + " AS u(c1, c2, n) ORDER BY u.n) AS rows_ (name, score)) AS excluded (name, score)"
                        + " ON player.name = excluded.name"
                        + " WHEN NOT MATCHED THEN INSERT (name, score) VALUES (excluded.name, excluded.score)");
    }

    @Test
    void manyRowsKeepTheirOrderAndAreUpserted(Database db) {
        try (Connection connection = db.engine().connect()) {
            List<Map<Column<?>, Object>> rows = IntStream.range(0, 5_000)
                    .mapToObj(i -> Map.<Column<?>, Object>of(name, "n" + i, score, (double) i))
                    .toList();
            List<Long> ids =
                    connection.execute(insert(player).returning(id), rows).all();
            assertThat(ids).hasSize(5_000).isSorted().doesNotHaveDuplicates();
            assertThat(connection
                            .execute(select(name).where(id.eq(ids.get(4_321))))
                            .one())
                    .isEqualTo("n4321");
            long changed = connection
                    .execute(
                            insert(player).onConflict(name).doUpdate(x -> x.set(score, score.plus(x.excluded(score)))),
                            rows)
                    .rowCount();
            assertThat(changed).isEqualTo(5_000);
            assertThat(connection.execute(select(score).where(name.eq("n7"))).one())
                    .isEqualTo(14.0);
        }
    }

    @Test
    void aRowOfDefaultsIsReturned(Database db) {
        MetaData metadata = new MetaData();
        Column<Integer> number = Column.of("number", Types.INTEGER).primaryKey().identity();
        Table ticket = Table.of(metadata, "ticket", number);
        metadata.createAll(db.engine());
        db.expect(insert(ticket).returning(number))
                .sql("SELECT number FROM FINAL TABLE (INSERT INTO ticket DEFAULT VALUES)")
                .rows(1);
    }
}
