package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.currentDate;
import static dev.azoth.sql.Sql.dateDiff;
import static dev.azoth.sql.Sql.dateTrunc;
import static dev.azoth.sql.Sql.epochSecond;
import static dev.azoth.sql.Sql.extract;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.localTime;
import static dev.azoth.sql.Sql.localTimestamp;
import static dev.azoth.sql.Sql.makeDate;
import static dev.azoth.sql.Sql.now;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Warehouse.METADATA;
import static dev.azoth.type.Types.DATE;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TIME;
import static dev.azoth.type.Types.TIMESTAMP;
import static dev.azoth.type.Types.TIMESTAMPTZ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.DatePart;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Expression;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts, differences and sums of dates and times, which are everywhere what Java says they are. */
@EveryDatabase
class DateFunctionTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private static final Column<LocalDate> day = Column.of("happened_on", DATE);
    private static final Column<LocalTime> time = Column.of("happened_by", TIME);
    private static final Column<LocalDateTime> clock = Column.of("clock", TIMESTAMP);
    private static final Column<Instant> instant = Column.of("instant", TIMESTAMPTZ);
    private static final Table event = Table.of(METADATA, "event", id, day, time, clock, instant);

    private static final List<LocalDateTime> TIMES = List.of(
            LocalDateTime.of(2024, 1, 31, 13, 45, 59, 123_456_000),
            LocalDateTime.of(2024, 2, 29, 0, 0, 0, 0),
            LocalDateTime.of(2021, 1, 3, 23, 59, 59, 999_999_000),
            LocalDateTime.of(2020, 12, 31, 7, 5, 9, 1_000),
            LocalDateTime.of(1969, 7, 20, 20, 17, 40, 0),
            LocalDateTime.of(1999, 3, 31, 6, 0, 0, 500_000_000));

    @PrepareDatabase
    static void fill(Database db) {
        METADATA.createAll(db.engine());
        db.engine().begin(connection -> {
            for (int i = 0; i < TIMES.size(); i++) {
                LocalDateTime at = TIMES.get(i);
                connection.execute(insert(event)
                        .values(id, i)
                        .values(day, at.toLocalDate())
                        .values(time, at.toLocalTime())
                        .values(clock, at)
                        .values(instant, at.toInstant(ZoneOffset.UTC)));
            }
        });
    }

    private static <T> List<T> column(Connection connection, Expression<T> expression) {
        return connection.execute(select(expression).from(event).orderBy(id)).all();
    }

    private static int part(DatePart part, LocalDateTime of) {
        return switch (part) {
            case YEAR -> of.getYear();
            case QUARTER -> of.get(IsoFields.QUARTER_OF_YEAR);
            case MONTH -> of.getMonthValue();
            case WEEK -> of.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case DAY -> of.getDayOfMonth();
            case DAY_OF_WEEK -> of.getDayOfWeek().getValue();
            case DAY_OF_YEAR -> of.getDayOfYear();
            case HOUR -> of.getHour();
            case MINUTE -> of.getMinute();
            case SECOND -> of.getSecond();
            case MICROSECOND -> of.getNano() / 1000;
        };
    }

    private static ChronoUnit chrono(DateUnit unit) {
        return switch (unit) {
            case MICROSECOND -> ChronoUnit.MICROS;
            case SECOND -> ChronoUnit.SECONDS;
            case MINUTE -> ChronoUnit.MINUTES;
            case HOUR -> ChronoUnit.HOURS;
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
            case QUARTER -> throw new IllegalArgumentException();
            case YEAR -> ChronoUnit.YEARS;
        };
    }

    private static LocalDateTime plus(LocalDateTime to, int amount, DateUnit unit) {
        return unit == DateUnit.QUARTER ? to.plusMonths(3L * amount) : to.plus(amount, chrono(unit));
    }

    private static LocalDateTime cut(LocalDateTime time, DateUnit unit) {
        return switch (unit) {
            case YEAR -> time.toLocalDate().withDayOfYear(1).atStartOfDay();
            case QUARTER ->
                LocalDate.of(time.getYear(), (time.getMonthValue() - 1) / 3 * 3 + 1, 1)
                        .atStartOfDay();
            case MONTH -> time.toLocalDate().withDayOfMonth(1).atStartOfDay();
            case WEEK ->
                time.toLocalDate()
                        .minusDays(time.getDayOfWeek().getValue() - 1L)
                        .atStartOfDay();
            default -> time.truncatedTo(chrono(unit));
        };
    }

    @Test
    @Requires(Capability.DATE_UNITS)
    void eachPartIsExtracted(Database db) {
        try (Connection connection = db.engine().connect()) {
            for (DatePart part : DatePart.values()) {
                List<Integer> expected =
                        TIMES.stream().map(each -> part(part, each)).toList();
                assertThat(column(connection, extract(part, clock)))
                        .as("%s", part)
                        .isEqualTo(expected);
                assertThat(column(connection, extract(part, instant)))
                        .as("%s", part)
                        .isEqualTo(expected);
                if (part.compareTo(DatePart.HOUR) >= 0) {
                    assertThat(column(connection, extract(part, time)))
                            .as("%s", part)
                            .isEqualTo(expected);
                } else {
                    assertThat(column(connection, extract(part, day)))
                            .as("%s", part)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void theYearIsExtracted(Database db) {
        db.expect(select(extract(DatePart.YEAR, day)).from(event).where(id.eq(0)))
                .sql(
                        "postgresql",
                        "SELECT CAST(EXTRACT(YEAR FROM event.happened_on) AS integer) FROM event WHERE event.id = ?")
                .sql("sqlite", "SELECT CAST(substr(event.happened_on, 1, 4) AS INTEGER) FROM event WHERE event.id = ?")
                .sql("SELECT EXTRACT(YEAR FROM event.happened_on) FROM event WHERE event.id = ?")
                .parameters(0)
                .rows(2024);
    }

    @Test
    @Requires(Capability.DATE_UNITS)
    void aTimeIsCutToTheBeginningOfItsUnit(Database db) {
        try (Connection connection = db.engine().connect()) {
            for (DateUnit unit : DateUnit.values()) {
                if (unit == DateUnit.MICROSECOND) {
                    continue;
                }
                List<LocalDateTime> expected =
                        TIMES.stream().map(each -> cut(each, unit)).toList();
                assertThat(column(connection, dateTrunc(unit, clock)))
                        .as("%s", unit)
                        .isEqualTo(expected);
                assertThat(column(connection, dateTrunc(unit, instant)))
                        .as("%s", unit)
                        .isEqualTo(expected.stream()
                                .map(each -> each.toInstant(ZoneOffset.UTC))
                                .toList());
                if (unit.compareTo(DateUnit.DAY) >= 0) {
                    assertThat(column(connection, dateTrunc(unit, day)))
                            .as("%s", unit)
                            .isEqualTo(expected.stream()
                                    .map(LocalDateTime::toLocalDate)
                                    .toList());
                }
            }
        }
    }

    /** What is cut is a value like those stored, which a comparison finds. */
    @Test
    @Requires(Capability.DATE_UNITS)
    void whatIsCutCompares(Database db) {
        db.expect(select(id)
                        .from(event)
                        .where(dateTrunc(DateUnit.MONTH, clock).eq(LocalDateTime.of(2024, 2, 1, 0, 0)))
                        .orderBy(id))
                .rows(1);
        db.expect(select(id)
                        .from(event)
                        .where(dateTrunc(DateUnit.DAY, clock).eq(clock))
                        .orderBy(id))
                .rows(1);
        db.expect(select(id).from(event).where(instant.plus(1, DateUnit.DAY).eq(Instant.parse("2024-03-01T00:00:00Z"))))
                .rows(1);
    }

    @Test
    @Requires(Capability.DATE_UNITS)
    void unitsAreAdded(Database db) {
        try (Connection connection = db.engine().connect()) {
            for (DateUnit unit : DateUnit.values()) {
                for (int amount : new int[] {1, -1, 13, 100, -700}) {
                    List<LocalDateTime> expected =
                            TIMES.stream().map(each -> plus(each, amount, unit)).toList();
                    assertThat(column(connection, clock.plus(amount, unit)))
                            .as("%s %s", amount, unit)
                            .isEqualTo(expected);
                    assertThat(column(connection, instant.minus(-amount, unit)))
                            .as("%s %s", amount, unit)
                            .isEqualTo(expected.stream()
                                    .map(each -> each.toInstant(ZoneOffset.UTC))
                                    .toList());
                    if (unit.compareTo(DateUnit.DAY) >= 0) {
                        assertThat(column(connection, day.plus(value(amount), unit)))
                                .as("%s %s", amount, unit)
                                .isEqualTo(expected.stream()
                                        .map(LocalDateTime::toLocalDate)
                                        .toList());
                    }
                }
            }
        }
    }

    @Test
    @Requires(Capability.DATE_UNITS)
    void unitsBetweenAreCounted(Database db) {
        List<LocalDateTime> others = new ArrayList<>(TIMES);
        others.add(LocalDateTime.of(2024, 2, 29, 13, 45, 59, 123_455_000));
        others.add(LocalDateTime.of(2023, 2, 28, 0, 0));
        others.add(LocalDateTime.of(2024, 3, 31, 13, 45, 59, 123_457_000));
        try (Connection connection = db.engine().connect()) {
            for (DateUnit unit : DateUnit.values()) {
                for (LocalDateTime other : others) {
                    List<Long> expected = TIMES.stream()
                            .map(each -> unit == DateUnit.QUARTER
                                    ? ChronoUnit.MONTHS.between(each, other) / 3
                                    : chrono(unit).between(each, other))
                            .toList();
                    assertThat(column(connection, dateDiff(unit, clock, value(other))))
                            .as("%s to %s", unit, other)
                            .isEqualTo(expected);
                    assertThat(column(connection, dateDiff(unit, instant, value(other.toInstant(ZoneOffset.UTC)))))
                            .as("%s to %s", unit, other)
                            .isEqualTo(expected);
                    if (unit.compareTo(DateUnit.DAY) >= 0) {
                        assertThat(column(connection, dateDiff(unit, day, value(other.toLocalDate()))))
                                .as("%s to %s", unit, other)
                                .isEqualTo(TIMES.stream()
                                        .map(LocalDateTime::toLocalDate)
                                        .map(each -> unit == DateUnit.QUARTER
                                                ? ChronoUnit.MONTHS.between(each, other.toLocalDate()) / 3
                                                : chrono(unit).between(each, other.toLocalDate()))
                                        .toList());
                    }
                }
            }
        }
    }

    @Test
    @Requires(Capability.DATE_UNITS)
    void secondsOfTheEpoch(Database db) {
        try (Connection connection = db.engine().connect()) {
            List<Long> expected = TIMES.stream()
                    .map(each -> each.toEpochSecond(ZoneOffset.UTC))
                    .toList();
            assertThat(column(connection, epochSecond(clock))).isEqualTo(expected);
            assertThat(column(connection, epochSecond(instant))).isEqualTo(expected);
        }
    }

    @Test
    @Requires(Capability.DATE_UNITS)
    void aDateIsMadeOfNumbers(Database db) {
        db.expect(select(makeDate(value(2024), literal(2), extract(DatePart.DAY, day)))
                        .from(event)
                        .where(id.eq(1)))
                .rows(LocalDate.of(2024, 2, 29));
    }

    @Test
    @Requires(Capability.DATE_UNITS)
    void nowIsNow(Database db) {
        try (Connection connection = db.engine().connect()) {
            var row = connection
                    .execute(select(
                            now(), localTimestamp(), localTime(), currentDate(), dateTrunc(DateUnit.YEAR, now())))
                    .one();
            assertThat(Duration.between(((Instant) row.get(0)), Instant.now()).abs())
                    .isLessThan(Duration.ofMinutes(1));
            LocalDateTime local = (LocalDateTime) row.get(1);
            assertThat(Duration.between(local.toLocalTime(), ((LocalTime) row.get(2)))
                            .abs())
                    .isLessThan(Duration.ofMinutes(1));
            assertThat(local.toLocalDate()).isEqualTo(((LocalDate) row.get(3)));
        }
    }

    @Test
    void aDateHasNoHours() {
        assertThatThrownBy(() -> extract(DatePart.HOUR, day))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a DATE has no HOUR");
        assertThatThrownBy(() -> day.plus(1, DateUnit.HOUR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a DATE has no HOUR: cast it to a TIMESTAMP");
        assertThatThrownBy(() -> dateDiff(DateUnit.DAY, day, clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cast one of them: from a DATE to a TIMESTAMP is no count of DAY");
        assertThatThrownBy(() -> extract(DatePart.YEAR, id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a date or time, but of type INTEGER");
    }
}
