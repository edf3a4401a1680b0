package dev.azoth.testing.compliance;

import static dev.azoth.sql.Bound.currentRow;
import static dev.azoth.sql.Bound.following;
import static dev.azoth.sql.Bound.preceding;
import static dev.azoth.sql.Bound.unboundedFollowing;
import static dev.azoth.sql.Bound.unboundedPreceding;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.cumeDist;
import static dev.azoth.sql.Sql.denseRank;
import static dev.azoth.sql.Sql.firstValue;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.lag;
import static dev.azoth.sql.Sql.lastValue;
import static dev.azoth.sql.Sql.lead;
import static dev.azoth.sql.Sql.nthValue;
import static dev.azoth.sql.Sql.ntile;
import static dev.azoth.sql.Sql.percentRank;
import static dev.azoth.sql.Sql.rank;
import static dev.azoth.sql.Sql.rowNumber;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.sql.Sql.window;
import static dev.azoth.type.Types.DATE;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Frame;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Window;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions over windows: who is first, sums so far, neighbours. */
@EveryDatabase
class WindowTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private static final Column<String> team = Column.of("team", VARCHAR(10)).notNull();
    private static final Column<Integer> points = Column.of("points", INTEGER);
    private static final Column<LocalDate> day = Column.of("played", DATE).notNull();
    private static final Table game = Table.of(METADATA, "game", id, team, points, day);

    @PrepareDatabase
    static void fill(Database db) {
        METADATA.createAll(db.engine());
        db.engine()
                .begin(connection -> connection.execute(insert(game)
                        .columns(id, team, points, day)
                        .row(1, "a", 10, LocalDate.of(2024, 1, 1))
                        .row(2, "a", 20, LocalDate.of(2024, 1, 3))
                        .row(3, "a", 20, LocalDate.of(2024, 1, 4))
                        .row(4, "b", 5, LocalDate.of(2024, 1, 20))
                        .row(5, "b", null, LocalDate.of(2024, 2, 1))));
    }

    @Test
    @Requires(Capability.WINDOWS)
    void aSumStandsBesideEachRow(Database db) {
        db.expect(select(id, sum(points).over(w -> w.partitionBy(team)), count().over())
                        .orderBy(id))
                .sql("SELECT game.id, sum(game.points) OVER (PARTITION BY game.team), count(*) OVER () FROM game"
                        + " ORDER BY game.id")
                .parameters()
                .rows(List.of(1, 50, 5L), List.of(2, 50, 5L), List.of(3, 50, 5L), List.of(4, 5, 5L), List.of(5, 5, 5L));
    }

    @Test
    @Requires(Capability.WINDOWS)
    void rowsAreNumberedAndRanked(Database db) {
        Window best = window().partitionBy(team).orderBy(points.desc().nullsLast());
        db.expect(select(
                                id,
                                rowNumber().over(w -> w.orderBy(id)),
                                rank().over(best),
                                denseRank().over(best),
                                ntile(2).over(w -> w.orderBy(id)))
                        .orderBy(id))
                .rows(
                        List.of(1, 1L, 3L, 2L, 1),
                        List.of(2, 2L, 1L, 1L, 1),
                        List.of(3, 3L, 1L, 1L, 1),
                        List.of(4, 4L, 1L, 1L, 2),
                        List.of(5, 5L, 2L, 2L, 2));
    }

    @Test
    void nullsOfAWindowsOrderComeWhereTheyShould(Database db) {
        db.expect(select(rank().over(w -> w.orderBy(points.asc().nullsLast()))))
                .sql("mysql", "SELECT rank() OVER (ORDER BY game.points IS NULL, game.points) FROM game")
                .sql("mariadb", "SELECT rank() OVER (ORDER BY game.points IS NULL, game.points) FROM game")
                .sql("SELECT rank() OVER (ORDER BY game.points NULLS LAST) FROM game");
    }

    @Test
    @Requires(Capability.WINDOWS)
    void ranksAreSharesToo(Database db) {
        Window byPoints = window().orderBy(points);
        db.expect(select(id, percentRank().over(byPoints))
                        .where(points.isNotNull(), id.in(1, 2, 4))
                        .orderBy(id))
                .rows(List.of(1, 0.5), List.of(2, 1d), List.of(4, 0d));
    }

    @Test
    @Requires(Capability.WINDOWS)
    void aRowIsAShareOfThoseUpToIt(Database db) {
        db.expect(select(cumeDist().over(w -> w.orderBy(points)))
                        .where(points.isNotNull())
                        .orderBy(id))
                .rows(0.5, 1d, 1d, 0.25);
    }

    @Test
    @Requires(Capability.WINDOWS)
    void neighboursAreSeen(Database db) {
        Window inTeam = window().partitionBy(team).orderBy(id);
        db.expect(select(
                                id,
                                lag(points).over(inTeam),
                                lag(points, 2).over(inTeam),
                                lead(points, 1, -1).over(inTeam),
                                lead(id).over(inTeam))
                        .orderBy(id))
                .parameters(-1)
                .rows(
                        Arrays.asList(1, null, null, 20, 2),
                        Arrays.asList(2, 10, null, 20, 3),
                        Arrays.asList(3, 20, 10, -1, null),
                        Arrays.asList(4, null, null, null, 5),
                        Arrays.asList(5, 5, null, -1, null));
    }

    @Test
    @Requires(Capability.WINDOWS)
    void aFrameMovesWithTheRow(Database db) {
        Window near = window().orderBy(id).rows(preceding(1), following(1));
        db.expect(select(
                                id,
                                sum(id).over(near),
                                firstValue(id).over(near),
                                lastValue(id).over(near),
                                nthValue(id, 2).over(near))
                        .orderBy(id))
                .sql("SELECT game.id,"
                        + " sum(game.id) OVER (ORDER BY game.id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING),"
                        + " first_value(game.id) OVER (ORDER BY game.id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING),"
                        + " last_value(game.id) OVER (ORDER BY game.id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING),"
                        + " nth_value(game.id, 2) OVER (ORDER BY game.id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)"
                        + " FROM game ORDER BY game.id")
                .rows(
                        List.of(1, 3, 1, 2, 2),
                        List.of(2, 6, 1, 3, 2),
                        List.of(3, 9, 2, 4, 3),
                        List.of(4, 12, 3, 5, 4),
                        List.of(5, 9, 4, 5, 5));
    }

    @Test
    @Requires(Capability.WINDOWS)
    void aFrameMayCountDistanceAndReachTheEnds(Database db) {
        db.expect(select(
                                id,
                                sum(id).over(w -> w.orderBy(points).range(preceding(10), currentRow())),
                                sum(id).over(w -> w.orderBy(id).rows(unboundedPreceding(), currentRow())),
                                sum(id).over(w -> w.orderBy(id).rows(currentRow(), unboundedFollowing())))
                        .where(points.isNotNull())
                        .orderBy(id))
                .rows(List.of(1, 5, 1, 10), List.of(2, 6, 3, 9), List.of(3, 6, 6, 7), List.of(4, 4, 10, 4));
    }

    @Test
    @Requires({Capability.RANGE_OF_TIME, Capability.WINDOWS})
    void aFrameMayCountTime(Database db) {
        var query = select(sum(id).over(w -> w.orderBy(day).range(preceding(1, DateUnit.WEEK), currentRow())))
                .orderBy(id);
        db.expect(query)
                .sql(
                        "mysql",
                        "SELECT sum(game.id) OVER (ORDER BY game.played"
                                + " RANGE BETWEEN INTERVAL 1 WEEK PRECEDING AND CURRENT ROW) FROM game ORDER BY game.id")
                .sql("SELECT sum(game.id) OVER (ORDER BY game.played"
                        + " RANGE BETWEEN INTERVAL '7' DAY PRECEDING AND CURRENT ROW) FROM game ORDER BY game.id")
                .rows(1, 3, 6, 4, 5);
    }

    @Test
    @Requires({Capability.GROUPS_FRAME, Capability.WINDOWS})
    void aFrameMayCountGroups(Database db) {
        db.expect(select(sum(id).over(w -> w.orderBy(points)
                                .groups(preceding(1), currentRow())
                                .exclude(Frame.Exclusion.TIES)))
                        .where(points.isNotNull())
                        .orderBy(id))
                .rows(5, 3, 4, 4);
    }

    @Test
    @Requires({Capability.EXCLUDE_FRAME, Capability.WINDOWS})
    void aFrameMayLeaveRowsOut(Database db) {
        db.expect(select(sum(id).over(w -> w.orderBy(id)
                                .rows(unboundedPreceding(), unboundedFollowing())
                                .exclude(Frame.Exclusion.CURRENT_ROW)))
                        .orderBy(id))
                .sql(
                        "SELECT sum(game.id) OVER (ORDER BY game.id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"
                                + " EXCLUDE CURRENT ROW) FROM game ORDER BY game.id")
                .rows(14, 13, 12, 11, 10);
    }

    @Test
    @Requires(Capability.WINDOWS)
    void someRowsOfAWindow(Database db) {
        Select<Row> query = select(
                        id,
                        count().filter(team.eq("a")).over(),
                        sum(points).filter(id.gt(value(1))).over(w -> w.partitionBy(team)))
                .orderBy(id);
        db.expect(query)
                .parameters("a", 1)
                .rows(List.of(1, 3L, 40), List.of(2, 3L, 40), List.of(3, 3L, 40), List.of(4, 3L, 5), List.of(5, 3L, 5));
    }

    @Test
    @Requires({Capability.IGNORE_NULLS, Capability.WINDOWS})
    void nullsArePassedOver(Database db) {
        var query = select(lastValue(points)
                        .ignoreNulls()
                        .over(w -> w.orderBy(id).rows(unboundedPreceding(), currentRow())))
                .orderBy(id);
        db.expect(query).rows(10, 20, 20, 5, 5);
    }

    @Test
    @Requires({Capability.DISTINCT_WINDOW, Capability.WINDOWS})
    void eachValueOnceInAWindow(Database db) {
        var query =
                select(sum(points).distinct().over(w -> w.partitionBy(team))).orderBy(id);
        db.expect(query).rows(30, 30, 30, 5, 5);
    }

    @Test
    void aFrameHasRows(Database db) {
        assertThatThrownBy(() -> window().rows(following(1), preceding(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a frame from FOLLOWING to PRECEDING has no rows");
        assertThatThrownBy(() -> preceding(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the distance of a frame's bound must be zero or more, not -1");
        assertThatThrownBy(() -> window().exclude(Frame.Exclusion.TIES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nothing to exclude from: say rows(…), range(…) or groups(…) first");
    }
}
