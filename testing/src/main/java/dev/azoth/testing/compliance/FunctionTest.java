package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.abs;
import static dev.azoth.sql.Sql.acos;
import static dev.azoth.sql.Sql.asin;
import static dev.azoth.sql.Sql.atan;
import static dev.azoth.sql.Sql.atan2;
import static dev.azoth.sql.Sql.ceil;
import static dev.azoth.sql.Sql.charLength;
import static dev.azoth.sql.Sql.character;
import static dev.azoth.sql.Sql.codePoint;
import static dev.azoth.sql.Sql.concat;
import static dev.azoth.sql.Sql.concatWs;
import static dev.azoth.sql.Sql.cos;
import static dev.azoth.sql.Sql.degrees;
import static dev.azoth.sql.Sql.exp;
import static dev.azoth.sql.Sql.floor;
import static dev.azoth.sql.Sql.greatest;
import static dev.azoth.sql.Sql.least;
import static dev.azoth.sql.Sql.left;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.ln;
import static dev.azoth.sql.Sql.log;
import static dev.azoth.sql.Sql.log10;
import static dev.azoth.sql.Sql.lpad;
import static dev.azoth.sql.Sql.ltrim;
import static dev.azoth.sql.Sql.nullValue;
import static dev.azoth.sql.Sql.octetLength;
import static dev.azoth.sql.Sql.overlay;
import static dev.azoth.sql.Sql.pi;
import static dev.azoth.sql.Sql.position;
import static dev.azoth.sql.Sql.power;
import static dev.azoth.sql.Sql.radians;
import static dev.azoth.sql.Sql.random;
import static dev.azoth.sql.Sql.repeat;
import static dev.azoth.sql.Sql.replace;
import static dev.azoth.sql.Sql.reverse;
import static dev.azoth.sql.Sql.right;
import static dev.azoth.sql.Sql.round;
import static dev.azoth.sql.Sql.rpad;
import static dev.azoth.sql.Sql.rtrim;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sign;
import static dev.azoth.sql.Sql.sin;
import static dev.azoth.sql.Sql.splitPart;
import static dev.azoth.sql.Sql.sqrt;
import static dev.azoth.sql.Sql.substring;
import static dev.azoth.sql.Sql.tan;
import static dev.azoth.sql.Sql.translate;
import static dev.azoth.sql.Sql.trim;
import static dev.azoth.sql.Sql.trunc;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.testing.compliance.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.azoth.sql.Expression;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions of texts and numbers, which are the same everywhere or are refused. */
@EveryDatabase
class FunctionTest {
    private static final Expression<String> name = customer.name;

    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    private static <T> T one(Database db, Expression<T> expression) {
        return db.all(select(expression).from(customer).where(customer.id.eq(1L)))
                .get(0);
    }

    @Test
    void textsAreTrimmedAndFilled(Database db) {
        Expression<String> padded = name.concat("xx");
        assertThat(one(db, ltrim(value("  a ")))).isEqualTo("a ");
        assertThat(one(db, rtrim(value("  a ")))).isEqualTo("  a");
        assertThat(one(db, trim(padded, 'x'))).isEqualTo("ann");
        assertThat(one(db, rtrim(padded, 'x'))).isEqualTo("ann");
        assertThat(one(db, ltrim(name, 'a'))).isEqualTo("nn");
        assertThat(one(db, lpad(name, 5, '-'))).isEqualTo("--ann");
        assertThat(one(db, rpad(name, 5, '-'))).isEqualTo("ann--");
        assertThat(one(db, lpad(name, 2, '-'))).isEqualTo("an");
        assertThat(one(db, rpad(name, 2, '-'))).isEqualTo("an");
    }

    @Test
    void textsAreCut(Database db) {
        assertThat(one(db, left(name, 2))).isEqualTo("an");
        assertThat(one(db, right(name, 2))).isEqualTo("nn");
        assertThat(one(db, right(name, 9))).isEqualTo("ann");
        assertThat(one(db, substring(name, value(2), literal(1)))).isEqualTo("n");
        assertThat(one(db, replace(name, "n", "%"))).isEqualTo("a%%");
        assertThat(one(db, overlay(value("abcdef"), "XX", 2, 3))).isEqualTo("aXXef");
        assertThat(one(db, repeat(name, 2))).isEqualTo("annann");
        assertThat(one(db, position("n", name))).isEqualTo(2);
        assertThat(one(db, position("x", name))).isZero();
    }

    @Test
    @Requires(Capability.OCTETS)
    void bytesAreCounted(Database db) {
        assertThat(one(db, octetLength(value("aäb😀")))).isEqualTo(8);
    }

    @Test
    void textsAreCounted(Database db) {
        assertThat(one(db, charLength(value("aäb")))).isEqualTo(3);
        assertThat(one(db, codePoint(value("ä")))).isEqualTo(228);
        assertThat(one(db, character(value(228)))).isEqualTo("ä");
    }

    @Test
    void nullsAreLeftOutOfARowOfTexts(Database db) {
        Expression<String> none = nullValue(Types.TEXT);
        assertThat(one(db, concat(name, none, name))).isEqualTo("annann");
        assertThat(one(db, concatWs("-", name, none, name))).isEqualTo("ann-ann");
        assertThat(one(db, name.concat(none))).isNull();
    }

    @Test
    @Requires(Capability.REVERSE)
    void aTextIsReversed(Database db) {
        assertThat(one(db, reverse(value("abc")))).isEqualTo("cba");
    }

    @Test
    @Requires(Capability.SPLIT)
    void aTextIsSplit(Database db) {
        assertThat(one(db, splitPart(value("c-cba-x"), "-", 2))).isEqualTo("cba");
        assertThat(one(db, splitPart(value("a-b"), "-", 3))).isEmpty();
        assertThat(one(db, splitPart(value("a-b"), "-", 2))).isEqualTo("b");
    }

    @Test
    @Requires(Capability.TRANSLATE)
    void aTextIsTranslated(Database db) {
        assertThat(one(db, translate(value("xyz"), "xyz", "cba"))).isEqualTo("cba");
    }

    @Test
    void numbersAreRoundedAndCut(Database db) {
        db.expect(select(order.id)
                        .from(order)
                        .where(
                                floor(order.total.negate()).eq(new BigDecimal("-11")),
                                ceil(order.total).eq(new BigDecimal("11"))))
                .rows(1L);
        assertThat(one(db, trunc(value(-2.567), 1))).isEqualTo(-2.5);
        assertThat(one(db, round(value(2.567), 1))).isEqualTo(2.6);
        assertThat(one(db, sign(value(-2.5)))).isEqualTo(-1);
        assertThat(one(db, abs(value(-2)))).isEqualTo(2);
    }

    @Test
    void numbersAreRaised(Database db) {
        assertThat(one(db, power(value(2), 10))).isEqualTo(1024);
        assertThat(one(db, sqrt(value(9)))).isEqualTo(3);
        assertThat(one(db, exp(value(0)))).isEqualTo(1);
        assertThat(one(db, ln(exp(value(2))))).isCloseTo(2, within(1e-12));
        assertThat(one(db, log10(value(1000)))).isCloseTo(3, within(1e-12));
        assertThat(one(db, log(2, value(8)))).isCloseTo(3, within(1e-12));
    }

    @Test
    void anglesAreMeasured(Database db) {
        assertThat(one(db, pi())).isCloseTo(Math.PI, within(1e-5));
        assertThat(one(db, degrees(value(Math.PI)))).isCloseTo(180, within(1e-12));
        assertThat(one(db, radians(value(180)))).isCloseTo(Math.PI, within(1e-12));
        assertThat(one(db, sin(value(1)))).isCloseTo(Math.sin(1), within(1e-12));
        assertThat(one(db, cos(value(1)))).isCloseTo(Math.cos(1), within(1e-12));
        assertThat(one(db, tan(value(1)))).isCloseTo(Math.tan(1), within(1e-12));
        assertThat(one(db, asin(value(0.5)))).isCloseTo(Math.asin(0.5), within(1e-12));
        assertThat(one(db, acos(value(0.5)))).isCloseTo(Math.acos(0.5), within(1e-12));
        assertThat(one(db, atan(value(1)))).isCloseTo(Math.atan(1), within(1e-12));
        assertThat(one(db, atan2(value(1), value(2)))).isCloseTo(Math.atan2(1, 2), within(1e-12));
    }

    @Test
    void aNumberByChance(Database db) {
        assertThat(one(db, random())).isBetween(0d, 1d);
    }

    @Test
    void theGreatestAndTheLeast(Database db) {
        db.expect(select(
                                greatest(order.pieces, value(3)),
                                least(order.pieces, value(3), literal(9)),
                                greatest(order.pieces, nullValue(Types.INTEGER)))
                        .from(order)
                        .where(order.id.eq(1L)))
                .rows(Arrays.asList(7, 3, null));
    }

    @Test
    void aRatioIsNoWholeNumber(Database db) {
        db.expect(select(order.pieces.ratio(value(2)), order.pieces.dividedBy(2), order.pieces.modulo(value(4)))
                        .from(order)
                        .where(order.id.eq(1L)))
                .rows(List.of(3.5, 3, 3));
    }
}
