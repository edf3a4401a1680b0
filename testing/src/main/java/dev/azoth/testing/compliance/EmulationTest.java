package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.coalesce;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.cube;
import static dev.azoth.sql.Sql.grouping;
import static dev.azoth.sql.Sql.groupingSets;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.rollup;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sumLong;
import static dev.azoth.sql.Sql.unnest;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Select;
import dev.azoth.sql.TableAlias;
import dev.azoth.sql.TableFunction;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What some databases lack is written in another way there; the rows are those of the databases that have it, nulls and repetitions too. */
@EveryDatabase
class EmulationTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> a = Column.of("a", INTEGER);
    private static final Column<String> b = Column.of("b", VARCHAR(10));
    private static final Table one = Table.of(METADATA, "one", a, b);
    private static final Column<Integer> c = Column.of("a", INTEGER);
    private static final Column<String> d = Column.of("d", VARCHAR(10));
    private static final Table two = Table.of(METADATA, "two", c, d);
    private static final Column<Integer> nothing = Column.of("a", INTEGER);
    private static final Table empty = Table.of(METADATA, "nothing", nothing);

    private static final List<String> HOSTILE = List.of("a", "' \\ ? :x \" -- ", "", "null", "[1, {", "😀\n");

    @PrepareDatabase
    static void fill(Database db) {
        METADATA.createAll(db.engine());
        db.engine().begin(connection -> {
            connection.execute(insert(one)
                    .columns(a, b)
                    .row(1, "x")
                    .row(1, "x")
                    .row(2, null)
                    .row(null, "n")
                    .row(null, null));
            connection.execute(insert(two)
                    .columns(c, d)
                    .row(1, "y")
                    .row(3, null)
                    .row(null, "m")
                    .row(null, null));
        });
    }

    @Test
    void aFullJoinKeepsTheRowsOfBothSides(Database db) {
        Select<?> both = select(a, b, c, d).from(one).fullJoin(two, c.eq(a));
        String union = "SELECT anon_1.a, anon_1.b, anon_1.a_1, anon_1.d FROM (SELECT one.a, one.b, two.a AS a_1, two.d"
                + " FROM one LEFT JOIN two ON two.a = one.a UNION ALL SELECT %s, %s, two.a, two.d FROM two"
                + " WHERE NOT EXISTS (SELECT 1 FROM one WHERE two.a = one.a)) AS anon_1";
        db.expect(both)
                .sql("h2", union.formatted("CAST(NULL AS INTEGER)", "CAST(NULL AS VARCHAR(10))"))
                .sql("mysql", union.formatted("NULL", "NULL"))
                .sql("mariadb", union.formatted("NULL", "NULL"))
                .sql("SELECT one.a, one.b, two.a AS a_1, two.d FROM one FULL JOIN two ON two.a = one.a")
                .rowsInAnyOrder(
                        asList(1, "x", 1, "y"),
                        asList(1, "x", 1, "y"),
                        asList(2, null, null, null),
                        asList(null, "n", null, null),
                        asList(null, null, null, null),
                        asList(null, null, 3, null),
                        asList(null, null, null, "m"),
                        asList(null, null, null, null));
    }

    /** What is around a full join reads its columns, also in queries inside, unless those read the same table themselves. */
    @Test
    void clausesReadTheColumnsOfAFullJoin(Database db) {
        TableAlias other = two.as("other");
        Select<?> some = select(d.as("label"), a.plus(10).as("more"), count())
                .from(one)
                .fullJoin(two, c.eq(a).and(b.in(List.of("x", "z"))))
                .leftJoin(other, other.get(c).eq(c))
                .where(
                        a.isNull().or(a.lt(9)),
                        select(literal(1)).from(two).where(c.eq(3)).exists(),
                        select(literal(1)).from(other).where(other.get(d).eq(d)).exists())
                .groupBy(d, a.plus(10))
                .having(count().gt(0L))
                .orderBy(d);
        db.expect(some).rows(asList("m", null, 1L), asList("y", 11, 2L));
        db.expect(select(some.subquery("s").get("more"))).rowsInAnyOrder(11, null);
        db.expect(select(count()).from(one).fullJoin(two, c.eq(a))).rows(8L);
    }

    @Test
    void fullJoinsStandInFullJoins(Database db) {
        TableAlias third = one.as("third");
        db.expect(select(a, d, third.get(b))
                        .from(one)
                        .fullJoin(two, c.eq(a))
                        .fullJoin(third, third.get(a).eq(c).and(third.get(b).eq("x")))
                        .where(third.get(b).isNotNull()))
                .rowsInAnyOrder(
                        asList(1, "y", "x"),
                        asList(1, "y", "x"),
                        asList(1, "y", "x"),
                        asList(1, "y", "x"),
                        asList(null, null, "n"));
    }

    @Test
    void repeatedRowsAreCountedInSetOperations(Database db) {
        String number = "row_number() OVER (PARTITION BY anon_%1$d.a, anon_%1$d.b) AS azoth_number";
        String numbered = "SELECT anon_1.a, anon_1.b FROM (SELECT anon_2.a, anon_2.b, " + number.formatted(2)
                + " FROM (SELECT one.a, one.b FROM one UNION ALL SELECT one.a, one.b FROM one) AS anon_2"
                + " INTERSECT SELECT anon_3.a, anon_3.b, " + number.formatted(3)
                + " FROM (SELECT one.a, one.b FROM one WHERE one.a IS NOT NULL) AS anon_3) AS anon_1 ORDER BY anon_1.a DESC LIMIT ?";
        var left = select(a, b).from(one).unionAll(select(a, b).from(one));
        db.expect(left.exceptAll(select(a, b).from(one)))
                .rowsInAnyOrder(asList(1, "x"), asList(1, "x"), asList(2, null), asList(null, "n"), asList(null, null));
        db.expect(left.intersectAll(select(a, b).from(one).where(a.isNotNull()))
                        .orderBy(a.desc())
                        .limit(3))
                .sql("h2", numbered)
                .sql("sqlite", numbered)
                .sql("(SELECT one.a, one.b FROM one UNION ALL SELECT one.a, one.b FROM one) INTERSECT ALL"
                        + " SELECT one.a, one.b FROM one WHERE one.a IS NOT NULL ORDER BY a DESC LIMIT ?")
                .rows(asList(2, null), asList(1, "x"), asList(1, "x"));
        db.expect(select(a).from(one).exceptAll(select(c).from(two))).rowsInAnyOrder(1, 2);
        db.expect(select(select(a)
                        .from(one)
                        .intersectAll(select(c).from(two))
                        .subquery("s")
                        .get("a", Integer.class)))
                .rowsInAnyOrder(1, null, null);
    }

    @Test
    void groupingsAreUnited(Database db) {
        Select<?> sums = select(a, coalesce(b, literal("-")), count(), sumLong(a), grouping(a, b))
                .from(one)
                .groupBy(groupingSets(List.of(List.of(a), List.of(a, b), List.of())));
        db.expect(sums)
                .sql("postgresql", grouped())
                .sql("duckdb", grouped())
                .rowsInAnyOrder(
                        asList(1, "-", 2L, 2L, 1),
                        asList(2, "-", 1L, 2L, 1),
                        asList(null, "-", 2L, null, 1),
                        asList(1, "x", 2L, 2L, 0),
                        asList(2, "-", 1L, 2L, 0),
                        asList(null, "n", 1L, null, 0),
                        asList(null, "-", 1L, null, 0),
                        asList(null, "-", 5L, 4L, 3));
        db.expect(select(a, count()).from(one).groupBy(b).groupBy(rollup(a)).having(count().gt(1L)))
                .rowsInAnyOrder(asList(1, 2L), asList(null, 2L), asList(null, 2L));
        db.expect(select(a.plus(1), count(), grouping(a.plus(1)))
                        .from(one)
                        .groupBy(cube(a.plus(1)))
                        .orderBy(grouping(a.plus(1)).asc(), a.plus(1).asc().nullsLast())
                        .limit(3))
                .rows(asList(2, 2L, 0), asList(3, 1L, 0), asList(null, 2L, 0));
    }

    private static String grouped() {
        return "SELECT one.a, coalesce(one.b, '-'), count(*), sum(one.a), grouping(one.a, one.b) FROM one"
                + " GROUP BY GROUPING SETS ((one.a), (one.a, one.b), ())";
    }

    /** Also the group of no rows has a row, and of rows without an aggregate it has one. */
    @Test
    void theGroupOfAllRowsIsOneRow(Database db) {
        db.expect(select(nothing, count()).from(empty).groupBy(rollup(nothing))).rows(asList(null, 0L));
        db.expect(select(a).from(one).groupBy(rollup(a))).rowsInAnyOrder(1, 2, null, null);
        db.expect(select(a).from(one).groupBy(rollup(a)).distinct()).rowsInAnyOrder(1, 2, null);
        db.expect(select(a.as("k")).from(one).groupBy(rollup(a)).having(count().ge(2L)))
                .rowsInAnyOrder(1, null, null);
    }

    @Test
    @Requires(Capability.TABLE_FUNCTIONS)
    void aListIsATableOfItsType(Database db) {
        TableFunction numbers =
                unnest(value(asList(3, null, -1), Types.array(INTEGER))).named("numbers");
        db.expect(select(numbers.get("value", Integer.class), one.as("o").get(b))
                        .from(numbers)
                        .leftJoin(
                                one.as("o"),
                                one.as("o")
                                        .get(a)
                                        .eq(numbers.get("value", Integer.class).plus(3))))
                .sql(
                        "mysql",
                        "SELECT numbers.value, o.b FROM JSON_TABLE(?, '$[*]' COLUMNS (value INT PATH '$' ERROR ON ERROR))"
                                + " AS numbers LEFT JOIN one AS o ON o.a = numbers.value + ?")
                .sql(
                        "mariadb",
                        "SELECT numbers.value, o.b FROM JSON_TABLE(?, '$[*]' COLUMNS (value INT PATH '$' ERROR ON ERROR))"
                                + " AS numbers LEFT JOIN one AS o ON o.a = numbers.value + ?")
                .sql(
                        "sqlite",
                        "SELECT numbers.value, o.b FROM (SELECT value AS value FROM json_each(?)) AS numbers"
                                + " LEFT JOIN one AS o ON o.a = numbers.value + ?")
                .parameters(asList(3, null, -1), 3)
                .rowsInAnyOrder(asList(3, null), asList(null, null), asList(-1, null));
        TableFunction texts = unnest(value(HOSTILE, Types.array(Types.TEXT))).withOrdinality("n");
        db.expect(select(texts.get("value", String.class)).from(texts).orderBy(texts.get("n")))
                .rows(HOSTILE.toArray());
        TableFunction flags = unnest(value(asList(true, false, null), Types.array(Types.BOOLEAN)))
                .withOrdinality("n");
        db.expect(select(flags.get("value", Boolean.class)).from(flags).orderBy(flags.get("n")))
                .rows(true, false, null);
        TableFunction real = unnest(value(List.of(0.1, 1e300), Types.array(Types.DOUBLE)));
        db.expect(select(real.get("value", Double.class)).from(real)).rowsInAnyOrder(0.1, 1e300);
        TableFunction large = unnest(value(List.of(Long.MAX_VALUE), Types.array(Types.BIGINT)));
        db.expect(select(large.get("value", Long.class)).from(large)).rows(Long.MAX_VALUE);
        TableFunction none = unnest(value(List.of(), Types.array(Types.TEXT)));
        db.expect(select(none.get("value", String.class)).from(none)).rows();
    }

    @Test
    @Requires(Capability.TABLE_FUNCTIONS)
    void digitsOfAListAreKeptOrRefused(Database db) {
        BigDecimal exact = new BigDecimal("12345678901234567890.123456789");
        TableFunction numbers = unnest(value(List.of(exact), Types.array(Types.NUMERIC(38, 9))));
        var query = select(numbers.get("value", BigDecimal.class)).from(numbers);
        if (db.has(Capability.TABLE_FUNCTIONS) && TypeFacts.of(db.name()).digits() < exact.precision()) {
            assertThatThrownBy(() -> db.engine().compile(query))
                    .isInstanceOf(CompileException.class)
                    .hasMessageEndingWith(" has no unnest of a list of exact numbers");
        } else {
            db.expect(query).rows(exact);
        }
    }
}
