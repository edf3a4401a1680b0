package dev.azoth.proof;

import static dev.azoth.sql.Sql.avg;
import static dev.azoth.sql.Sql.caseOf;
import static dev.azoth.sql.Sql.caseWhen;
import static dev.azoth.sql.Sql.ceil;
import static dev.azoth.sql.Sql.coalesce;
import static dev.azoth.sql.Sql.concatWs;
import static dev.azoth.sql.Sql.dateTrunc;
import static dev.azoth.sql.Sql.floor;
import static dev.azoth.sql.Sql.greatest;
import static dev.azoth.sql.Sql.makeDate;
import static dev.azoth.sql.Sql.nullif;
import static dev.azoth.sql.Sql.overlay;
import static dev.azoth.sql.Sql.repeat;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sign;
import static dev.azoth.sql.Sql.trim;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.sql.Sql.values;
import static dev.azoth.type.Types.BOOLEAN;
import static dev.azoth.type.Types.DATE;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.NUMERIC;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.azoth.engine.Connection;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Row;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bugs that statements by chance have found: each an expression that one database had another value for, or refused. */
@EveryDatabase
class FoundByChanceTest {
    private static final Sample t = Sample.first;
    private static final LocalDateTime MORNING = LocalDateTime.parse("2021-03-28T02:30");

    @PrepareDatabase
    static void create(Database db) {
        Sample.METADATA.createAll(db.engine());
        List<@Nullable Object> one = Arrays.asList(1, 2L, new BigDecimal("-1"), "é", true, null, MORNING);
        List<@Nullable Object> nothing = new ArrayList<>(Arrays.asList(null, null, null, null, null, null, null));
        db.engine().begin(connection -> new Trial<>(List.of(one, nothing), List.of(), t).insert(connection));
    }

    private static void check(Database db, Expression<?> expression, @Nullable Object first, @Nullable Object second) {
        try (Connection connection = db.engine().connect()) {
            List<@Nullable Object> found = connection
                    .execute(select(t.id, expression).from(t).orderBy(t.id))
                    .map((Row row) -> row.get(1))
                    .all();
            assertThat(Values.areRead(Arrays.asList(first, second), found))
                    .as("%s instead of %s, %s", found, first, second)
                    .isTrue();
        }
    }

    @Test
    void ofANullThereIsNoDate(Database db) {
        check(db, dateTrunc(DateUnit.QUARTER, t.time), LocalDateTime.parse("2021-01-01T00:00"), null);
        check(db, makeDate(value(2020), t.whole, value(28)), LocalDate.parse("2020-01-28"), null);
        check(db, dateTrunc(DateUnit.MONTH, caseWhen(value(null, TEXT).like("a"), t.time)), null, null);
    }

    @Test
    void aBoundDateStaysADate(Database db) {
        Expression<LocalDate> date = value(LocalDate.parse("1970-01-01"));
        check(db, date.plus(1, DateUnit.YEAR).cast(TEXT), "1971-01-01", "1971-01-01");
        check(
                db,
                nullif(date, t.date).plus(1, DateUnit.DAY),
                LocalDate.parse("1970-01-02"),
                LocalDate.parse("1970-01-02"));
        check(
                db,
                greatest(value(LocalDateTime.parse("2020-02-29T23:59:59.999999")), t.time)
                        .in(List.of(MORNING)),
                true,
                null);
    }

    @Test
    void aTextIsOverlaidAlsoBehindItsEnd(Database db) {
        check(db, overlay(t.text, "ab", 2, 0), "éab", null);
        check(db, overlay(value(""), "ab", 2, 5), "ab", "ab");
    }

    @Test
    void spacesAreThoseOfTheKeyboard(Database db) {
        check(db, trim(t.text.concat("\u00a0 ")), "é\u00a0", null);
    }

    @Test
    void textsWithinSeparatedTextsKeepTheirOwnSeparator(Database db) {
        check(db, concatWs("-", t.text, concatWs("+", t.text, t.text)), "é-é+é", "");
        check(db, Sql.position("a", repeat(value(null, TEXT), 2)), null, null);
    }

    @Test
    void valuesTellTheirTypeAlsoAlone(Database db) {
        Expression<BigDecimal> half = value(new BigDecimal("0.5"), NUMERIC(10, 2));
        check(db, ceil(half), BigDecimal.ONE, BigDecimal.ONE);
        check(db, half.modulo(half), BigDecimal.ZERO, BigDecimal.ZERO);
        check(db, coalesce(value(true), value(false)).eq(true), true, true);
        check(
                db,
                caseOf(t.whole).when(value(1), half).otherwise(half).negate(),
                new BigDecimal("-0.5"),
                new BigDecimal("-0.5"));
        check(
                db,
                value(3).negate().dividedBy(value(true, BOOLEAN).cast(INTEGER)).cast(TEXT),
                "-3",
                "-3");
        check(db, value(null, DATE).isNull().cast(INTEGER), 1, 1);
    }

    @Test
    void decimalsKeepTheirDigitsBesideThoseWithout(Database db) {
        Expression<BigDecimal> number = value(new BigDecimal("-0.5"), NUMERIC(10, 2));
        check(db, greatest(number, floor(t.decimal)), new BigDecimal("-0.5"), null);
        check(db, ceil(t.decimal.modulo(value(new BigDecimal("10"), NUMERIC(10, 2)))), new BigDecimal("-1"), null);
        check(
                db,
                caseWhen(t.flag, t.decimal.dividedBy(new BigDecimal("2")))
                        .otherwise(t.decimal)
                        .cast(INTEGER),
                -1,
                null);
    }

    @Test
    void aSignIsAWholeNumber(Database db) {
        check(db, value(3).dividedBy(sign(t.decimal).times(2)).cast(TEXT), "-1", null);
    }

    @Test
    void meansHaveAllTheirDigits(Database db) {
        try (Connection connection = db.engine().connect()) {
            var three = values("v", t.id).row(1).row(0).row(0);
            assertThat(connection
                            .execute(select(avg(three.get(t.id))).from(three))
                            .one())
                    .isCloseTo(1 / 3.0, within(1e-12));
        }
    }

    @Test
    void groupsMayBeOfNullsAndOfEmptyLists(Database db) {
        Expression<Integer> chosen =
                caseOf(value(null, INTEGER)).when(value(3), t.whole).otherwise(value(4));
        try (Connection connection = db.engine().connect()) {
            assertThat(connection
                            .execute(select(chosen).from(t).groupBy(chosen))
                            .all())
                    .containsExactly(4);
            if (!Fact.EMPTY_LISTS.holdsOn(db.name())) {
                Expression<Boolean> none = t.large.in(List.of());
                assertThat(connection
                                .execute(select(none).from(t).groupBy(none))
                                .all())
                        .containsExactly(false);
            }
        }
    }
}
