package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.range;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.sql.RangeOperations;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Range;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ranges: what lies between two values. */
@EveryDatabase
class RangeTest {
    private static final SqlType<Range<Integer>> INTEGERS = Types.range(Types.INTEGER);

    @Test
    @Requires(Capability.RANGES)
    void rangesComeBack(Database db) {
        RoundTrip trip = new RoundTrip(db.engine());
        trip.of(
                INTEGERS,
                Range.of(1, 5),
                Range.closed(Integer.MIN_VALUE, 9),
                Range.empty(),
                Range.all(),
                Range.atLeast(3));
        trip.of(Types.range(Types.BIGINT), Range.lessThan(Long.MAX_VALUE), Range.between(1L, false, 9L, true));
        trip.of(
                Types.range(Types.NUMERIC),
                Range.between(new BigDecimal("1.50"), false, new BigDecimal("2"), true),
                Range.closed(BigDecimal.ONE, BigDecimal.ONE));
        trip.of(
                Types.range(Types.DATE),
                Range.closed(LocalDate.of(1, 1, 1), LocalDate.of(9998, 12, 31)),
                Range.atLeast(LocalDate.of(2024, 2, 29)));
        trip.of(
                Types.range(Types.TIMESTAMP),
                Range.of(LocalDateTime.of(2024, 3, 31, 2, 30), LocalDateTime.of(2024, 3, 31, 2, 30, 0, 1_000)));
        trip.of(
                Types.range(Types.TIMESTAMPTZ),
                Range.closed(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.999999Z")),
                Range.lessThan(Instant.EPOCH));
        trip.of(Types.multirange(Types.INTEGER), List.of(Range.of(1, 3), Range.atLeast(7)), List.of());
    }

    /** The server and {@link Range} agree on each pair of these. */
    @Test
    @Requires(Capability.RANGES)
    @SuppressWarnings("try") // its closing undoes what failed
    void rangesAreComparedAsInJava(Database db) {
        List<Range<Integer>> all = List.of(
                Range.empty(),
                Range.all(),
                Range.of(1, 5),
                Range.of(5, 9),
                Range.closed(2, 3),
                Range.closed(4, 6),
                Range.atLeast(5),
                Range.lessThan(2),
                Range.between(3, false, 7, true));
        try (Connection connection = db.engine().connect()) {
            for (Range<Integer> one : all) {
                for (Range<Integer> other : all) {
                    RangeOperations<Integer> left = range(value(one, INTEGERS));
                    assertThat(connection
                                    .execute(select(
                                            left.contains(other),
                                            left.containedBy(other),
                                            left.overlaps(other),
                                            left.before(other),
                                            left.after(other),
                                            left.adjacent(other),
                                            left.intersection(other),
                                            left.isEmpty()))
                                    .one()
                                    .values())
                            .as("%s and %s", one, other)
                            .isEqualTo(List.of(
                                    one.contains(other),
                                    other.contains(one),
                                    one.overlaps(other),
                                    one.isBefore(other),
                                    other.isBefore(one),
                                    one.isAdjacent(other),
                                    one.intersection(other),
                                    one.isEmpty()));
                    List<Object> made = new ArrayList<>();
                    for (Expression<Range<Integer>> each : List.of(left.union(other), left.minus(other))) {
                        try (var savepoint = connection.beginNested()) {
                            made.add(connection.execute(select(each)).one());
                        } catch (dev.azoth.DatabaseException e) {
                            made.add("refused");
                        }
                    }
                    assertThat(made)
                            .as("%s with and without %s", one, other)
                            .isEqualTo(List.of(java(() -> one.union(other)), java(() -> one.minus(other))));
                }
            }
        }
    }

    private static Object java(java.util.function.Supplier<Range<Integer>> operation) {
        try {
            return operation.get();
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }

    @Test
    @Requires(Capability.RANGES)
    void rowsAreFoundByRanges(Database db) {
        MetaData metadata = new MetaData();
        Column<Integer> room = Column.of("room", Types.INTEGER).primaryKey();
        Column<Range<LocalDate>> days = Column.of("days", Types.range(Types.DATE));
        Table bookings = Table.of(metadata, "booking", room, days);
        LocalDate may = LocalDate.of(2024, 5, 1);
        var free = select(room).where(range(days).contains(may)).orderBy(room);
        metadata.createAll(db.engine());
        try (Connection connection = db.engine().connect()) {
            connection.execute(insert(bookings)
                    .columns(room, days)
                    .row(1, Range.of(may, may.plusDays(3)))
                    .row(2, Range.lessThan(may))
                    .row(3, null));
            db.expect(free)
                    .sql(
                            "SELECT booking.room FROM booking WHERE (booking.days @> CAST(? AS DATE)) ORDER BY booking.room");
            assertThat(connection.execute(free).all()).containsExactly(1);
            assertThat(connection
                            .execute(select(range(days).lower(), range(days).upper())
                                    .where(room.eq(1)))
                            .one()
                            .values())
                    .isEqualTo(List.of(may, may.plusDays(3)));
        }
        metadata.dropAll(db.engine());
    }

    @Test
    void aRangeHasOneForm(Database db) {
        assertThat(Range.closed(1, 5)).isEqualTo(Range.of(1, 6)).hasToString("[1,6)");
        assertThat(Range.of(3, 3)).isEqualTo(Range.<Integer>empty()).hasToString("empty");
        assertThat(Range.between(1, false, 2, false).isEmpty()).isTrue();
        assertThatThrownBy(() -> Range.of(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a range goes up, not from 2 to 1");
        assertThatThrownBy(() -> Types.range(Types.TEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there are no ranges of TEXT");
    }
}
