package dev.azoth.dialect.postgresql;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.currentDate;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.function;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.now;
import static dev.azoth.sql.Sql.round;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnDatabase("postgresql")
class PostgresqlSqlTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Long> id = Column.of("id", Types.BIGINT).primaryKey().identity();
    static final Column<String> name =
            Column.of("name", Types.VARCHAR(20)).notNull().unique();
    static final Column<Double> score = Column.of("score", Types.DOUBLE);
    static final Column<Integer> level = Column.of("level", Types.INTEGER).serverDefault(1);
    static final Column<Json> data = Column.of("data", Types.JSON);
    static final Column<Instant> azothN = Column.of("azoth_n", Types.TIMESTAMPTZ);
    static final Table player = Table.of(METADATA, "player", id, name, score, level, data, azothN);

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
        db.expect(select(id).where(data.in(Json.parse("{\"a\":1.0}"))))
                .sql("SELECT player.id FROM player WHERE player.data = ANY(CAST(? AS jsonb[]))")
                .rows(1L);
    }

    @Test
    void aListOfAHundredThousandIsOneArrayToo(Database db) {
        List<Long> many = new ArrayList<>(
                IntStream.range(0, 100_000).mapToObj(i -> (long) i).toList());
        db.expect(select(count()).from(player).where(id.in(many))).rows(3L);
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
        db.expect(select(id).where(name.ilike("a%").not()).orderBy(id))
                .sql("SELECT player.id FROM player WHERE player.name NOT ILIKE ? ESCAPE '' ORDER BY player.id")
                .rows(2L, 3L);
    }

    @Test
    void functionsAndOperators(Database db) {
        db.expect(select(round(score, 2)).where(id.eq(1L)))
                .sql(
                        "SELECT CAST(round(CAST(player.score AS NUMERIC), ?) AS DOUBLE PRECISION) FROM player WHERE player.id = ?")
                .rows(2.35);
        db.expect(select(id.modulo(2L)).where(id.eq(3L)))
                .sql("SELECT player.id % ? FROM player WHERE player.id = ?")
                .rows(1L);
        db.expect(select(id).where(data.operator("?", value("a"), Types.BOOLEAN)))
                .sql("SELECT player.id FROM player WHERE player.data ?? ?")
                .rows(1L);
        db.expect(select(value(1)).where(currentDate().isNotNull(), now().isNotNull()))
                .sql("SELECT ? WHERE current_date IS NOT NULL AND now() IS NOT NULL")
                .rows(1);
    }

    @Test
    void locks(Database db) {
        db.expect(select(id).where(id.eq(1L)).forUpdate())
                .sql("SELECT player.id FROM player WHERE player.id = ? FOR UPDATE")
                .rows(1L);
        db.expect(select(id).where(id.eq(1L)).forShare())
                .sql("SELECT player.id FROM player WHERE player.id = ? FOR SHARE")
                .rows(1L);
    }

    @Test
    void writesReturn(Database db) {
        db.expect(insert(player)
                        .values(name, "dan")
                        .values(data, Json.parse("[1]"))
                        .returning(level, data))
                .sql("INSERT INTO player (name, data) VALUES (?, CAST(? AS jsonb)) RETURNING level, data")
                .rows(List.of(1, Json.parse("[1]")));
        db.expect(update(player)
                        .set(level, level.plus(1))
                        .where(id.in(1L, 2L))
                        .returning(level.times(2).as("double")))
                .sql(
                        "UPDATE player SET level = player.level + ? WHERE player.id = ANY(?) RETURNING level * ? AS double")
                .rows(4, 4);
        db.expect(delete(player).where(id.eq(3L)).returning(name))
                .sql("DELETE FROM player WHERE player.id = ? RETURNING name")
                .rows("c\\d%");
        db.expect(insert(player).values(name, value("eve")).returning(id, name))
                .sql("INSERT INTO player (name) VALUES (?) RETURNING id, name");
    }

    @Test
    void commonTablesStandBeforeWrites(Database db) {
        CommonTableExpression best = select(id.as("best")).where(id.eq(1L)).cte("b");
        db.expect(update(player)
                        .set(level, 9)
                        .where(id.in(select(best.get("best", Long.class)).from(best)))
                        .returning(id))
                .sql("WITH b AS (SELECT player.id AS best FROM player WHERE player.id = ?)"
                        + " UPDATE player SET level = ? WHERE player.id IN (SELECT b.best FROM b) RETURNING id")
                .rows(1L);
    }

    @Test
    void upserts(Database db) {
        db.expect(insert(player)
                        .values(name, "ann")
                        .values(score, 7.0)
                        .onConflict(name)
                        .doUpdate(x -> x.set(score, x.excluded(score)).where(score.lt(7.0)))
                        .returning(id, score))
                .sql("INSERT INTO player (name, score) VALUES (?, ?) ON CONFLICT (name)"
                        + " DO UPDATE SET score = excluded.score WHERE player.score < ? RETURNING id, score")
                .rows(List.of(1L, 7.0));
        db.expect(insert(player).values(name, "ann").onConflict().doNothing().returning(id))
                .sql("INSERT INTO player (name) VALUES (?) ON CONFLICT DO NOTHING RETURNING id")
                .rows();
    }

    @Test
    void manyRowsAreArrays(Database db) {
        Insert<?> insert = insert(player)
                .onConflict(name)
                .doUpdate(x -> x.set(score, x.excluded(score)))
                .returning(id)
                .parameters(List.of(name, score, data, azothN));
        SqlLanguage language = new PostgresqlDialect().language(db.engine().server());
        CompiledStatement arrays = language.statements().compileArrays(insert, StatementWalk.of(insert), language);

        assertThat(arrays.sql())
                .isEqualTo("INSERT INTO player (name, score, data, azoth_n) SELECT u.name, u.score, u.data, u.azoth_n"
                        + " FROM (SELECT unnest(v.name) AS name, unnest(v.score) AS score, unnest(v.data) AS data,"
                        + " unnest(v.azoth_n) AS azoth_n, generate_subscripts(v.name, 1) AS azoth_n_"
                        + " FROM (SELECT CAST(? AS text[]) AS name, CAST(? AS float8[]) AS score, CAST(? AS jsonb[]) AS data,"
                        + " CAST(? AS timestamptz[]) AS azoth_n) AS v) AS u ORDER BY u.azoth_n_"
                        + " ON CONFLICT (name) DO UPDATE SET score = excluded.score RETURNING id");
    }

    @Test
    void manyRowsKeepTheirOrderAndAreUpserted(Database db) {
        try (Connection connection = db.engine().connect()) {
            List<Map<Column<?>, Object>> rows = IntStream.range(0, 25_000)
                    .mapToObj(i -> Map.<Column<?>, Object>of(name, "n" + i, score, (double) i))
                    .toList();
            List<Long> ids =
                    connection.execute(insert(player).returning(id), rows).all();
            assertThat(ids).hasSize(25_000).isSorted().doesNotHaveDuplicates();
            assertThat(connection
                            .execute(select(name).where(id.eq(ids.get(24_321))))
                            .one())
                    .isEqualTo("n24321");

            long changed = connection
                    .execute(
                            insert(player).onConflict(name).doUpdate(x -> x.set(score, score.plus(x.excluded(score)))),
                            rows.subList(0, 10))
                    .rowCount();
            assertThat(changed).isEqualTo(10);
            assertThat(connection.execute(select(score).where(name.eq("n7"))).one())
                    .isEqualTo(14.0);
            assertThat(connection
                            .execute(insert(player).onConflict(name).doNothing().returning(id), rows.subList(0, 10))
                            .all())
                    .isEmpty();
        }
    }

    /** A bug: names after colons in the body of a function were taken for parameters. */
    @Test
    void theBodyOfAFunctionHasNoParameters(Database db) {
        String body = "CREATE FUNCTION told(n integer) RETURNS text LANGUAGE plpgsql AS $body$"
                + " BEGIN RETURN 'it''s :n ' || $$:more $$ || n; END $body$";
        db.engine().begin(c -> c.execute(text(body)));

        Object told = db.engine()
                .transaction(c ->
                        c.execute(text("SELECT told(:n)").bind("n", 7)).one().get(0));
        assertThat(told).isEqualTo("it's :n :more 7");
    }

    @Test
    void aFunctionOfASchemaIsTheConditionOfAJoin(Database db) {
        var other = player.as("other");
        db.expect(select(name)
                        .from(player)
                        .join(
                                other,
                                function("pg_catalog.starts_with", Types.BOOLEAN, name, other.get(name))
                                        .isNotDistinctFrom(true))
                        .where(id.eq(1L)))
                .sql("SELECT player.name FROM player JOIN player AS other ON pg_catalog.starts_with(player.name,"
                        + " other.name) IS NOT DISTINCT FROM ? WHERE player.id = ?")
                .rows("ann");
        db.expect(select(count())
                        .from(player)
                        .join(other, function("pg_catalog.starts_with", Types.BOOLEAN, name, other.get(name))))
                .rows(3L);
    }
}
