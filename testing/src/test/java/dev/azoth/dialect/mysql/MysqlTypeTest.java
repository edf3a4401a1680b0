package dev.azoth.dialect.mysql;

import static dev.azoth.sql.Sql.caseWhen;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.trueCondition;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DataException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.compliance.EveryType;
import dev.azoth.testing.compliance.RoundTrip;
import dev.azoth.type.Json;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnDatabase({"mysql", "mariadb"})
class MysqlTypeTest {
    private static Engine with(Database db, String parameters) {
        return Engine.create(db.url() + (db.url().contains("?") ? "&" : "?") + parameters);
    }

    private static <T> T read(Database db, Expression<T> expression) {
        return db.engine().transaction(c -> c.execute(select(expression)).one());
    }

    /** The drivers send and read text or binary values, depending on this setting. */
    @ParameterizedTest
    @ValueSource(strings = {"useServerPrepStmts=false", "useServerPrepStmts=true&cachePrepStmts=false"})
    void everyTypeComesBackInEveryFormatOfTheDriver(String format, Database db) {
        try (Engine engine = with(db, format)) {
            new EveryType(engine).numbers();
            new EveryType(engine).texts();
            new RoundTrip(engine)
                    .of(
                            Types.NUMERIC(65, 30),
                            new BigDecimal("9".repeat(35) + "." + "9".repeat(30)),
                            new BigDecimal("-1E-30"));
        }
    }

    /** Prepared by the server, the same text gives 0 for a text after it had a number. */
    @Test
    void theSameTextTakesValuesOfAnyType(Database db) {
        try (Connection connection = db.engine().connect()) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.execute(select(value(7))).one()).isEqualTo(7);
                assertThat(connection.execute(select(value(1.5))).one()).isEqualTo(1.5);
                assertThat(connection.execute(select(value("abc"))).one()).isEqualTo("abc");
                assertThat(connection
                                .execute(select(value(LocalDate.of(2024, 1, 1))))
                                .one())
                        .isEqualTo(LocalDate.of(2024, 1, 1));
                assertThat(connection
                                .execute(select(
                                        caseWhen(trueCondition(), value(2)).otherwise(3)))
                                .one())
                        .isEqualTo(2);
                assertThat(connection
                                .execute(select(
                                        caseWhen(trueCondition(), value("b")).otherwise("c")))
                                .one())
                        .isEqualTo("b");
            }
        }
    }

    @Test
    void textsAreEqualOnlyIfTheyAreTheSame(Database db) {
        MetaData metadata = new MetaData();
        Column<String> word = Column.of("word", Types.VARCHAR(10)).unique();
        Table table = Table.of(metadata, "words", word);
        metadata.createAll(db.engine());
        db.engine().begin(c -> {
            c.execute(insert(table).columns(word).row("a").row("A").row("a ").row("ä"));
            assertThat(c.execute(select(word).where(word.eq("a"))).all()).containsExactly("a");
            assertThat(c.execute(select(word).where(word.like("A"))).all()).containsExactly("A");
            assertThat(c.execute(select(word).where(word.ilike("Ä"))).all()).containsExactly("ä");
        });
        assertThat(read(db, value("a").eq(value("A")))).isFalse();
        assertThat(read(db, value(1).cast(Types.TEXT).eq("1"))).isTrue();
        assertThat(read(db, literal("x").concat("y").eq("XY"))).isFalse();
        metadata.dropAll(db.engine());
    }

    @Test
    void whatTheServerWouldChangeIsRefused(Database db) {
        assertThatThrownBy(() -> read(db, value(Double.NaN)))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("(?s)(MySQL|MariaDB) \\d+\\.\\d+ stores no NaN.*");
        assertThatThrownBy(() -> read(db, value(Float.NEGATIVE_INFINITY))).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> read(db, value("a\uD83Db"))).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> read(db, value(LocalDate.of(10_000, 1, 1)))).isInstanceOf(DataException.class);
        Json precise = Json.parse("{\"a\":[123456789012345678901]}");
        if (db.name().equals("mysql")) {
            assertThatThrownBy(() -> read(db, value(precise)))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(
                            "123456789012345678901 in JSON would become 1.2345678901234568E20, since MySQL"
                                    + " keeps 64 bits of it: write it as a JSON string, or give it fewer digits");
            assertThat(read(db, value(Json.parse("18446744073709551615"))))
                    .isEqualTo(Json.parse("18446744073709551615"));
        } else {
            assertThat(read(db, value(precise))).isEqualTo(precise);
        }
    }

    @Test
    void typesThatTheServerLacksAreRefusedWhenCompiled(Database db) {
        for (SqlType<?> type : List.of(Types.array(Types.INTEGER), Types.NUMERIC(66, 2), Types.NUMERIC(60, 39))) {
            MetaData metadata = new MetaData();
            Table.of(metadata, "not_made", Column.of("v", type));
            assertThatThrownBy(() -> metadata.createAll(db.engine())).isInstanceOf(CompileException.class);
        }
    }

    @Test
    void aPaddedTextEqualsItselfWithAndWithoutItsSpaces(Database db) {
        MetaData metadata = new MetaData();
        Column<String> code = Column.of("code", Types.CHAR(5));
        Table table = Table.of(metadata, "padded", code);
        metadata.createAll(db.engine());
        db.engine().begin(c -> {
            c.execute(insert(table).values(code, "ab"));
            assertThat(c.execute(select(code).where(code.eq("ab"), code.eq("ab   "), code.in("ab  ")))
                            .all())
                    .containsExactly("ab   ");
        });
        metadata.dropAll(db.engine());
    }

    @Test
    void aTableOfSomebodyElseIsReadWithItsOwnTypes(Database db) {
        db.engine().begin(c -> {
            c.execute(
                    text(
                            "CREATE TABLE theirs (f FLOAT, t TIMESTAMP(3) NULL, b BIT(1), u BIGINT UNSIGNED, e ENUM('x', 'y'))"));
            c.execute(text(
                    "INSERT INTO theirs VALUES (1.5, '2024-06-01 12:00:00.125', b'1', 18446744073709551615, 'y')"));
            Table theirs = c.reflect(new MetaData(), "theirs");
            assertThat(c.execute(select(theirs)).one().values())
                    .hasToString("[1.5, 2024-06-01T12:00:00.125, true, 18446744073709551615, y]");
        });
    }
}
