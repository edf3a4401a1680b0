package dev.azoth.type;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.compile.StatementWalk;
import java.math.BigInteger;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeEqualityTest {
    private record Code(String text) {}

    private static final class Prefixed extends TypeDecorator<Code, String> {
        private final String prefix;

        Prefixed(String prefix) {
            super(Code.class);
            this.prefix = prefix;
        }

        @Override
        protected SqlType<String> base(ServerInfo server) {
            return Types.TEXT;
        }

        @Override
        protected String write(Code value) {
            return prefix + value.text();
        }

        @Override
        protected Code read(String stored) {
            return new Code(stored.substring(prefix.length()));
        }

        @Override
        protected List<?> arguments() {
            return List.of(prefix);
        }
    }

    @Test
    void aDecoratorMadeAnewIsTheSameTypeToTheCache() {
        assertThat(key(new Prefixed("a"))).isEqualTo(key(new Prefixed("a"))).isNotEqualTo(key(new Prefixed("b")));
    }

    private static Object key(SqlType<Code> type) {
        return StatementWalk.of(select(value(new Code("x"), type))).key();
    }

    @Test
    void aVariantIsAnotherTypeThanItsBase() {
        SqlType<Integer> small = Types.INTEGER.on("one", Types.INTEGER);

        assertThat(small)
                .isEqualTo(Types.INTEGER.on("one", Types.INTEGER))
                .isNotEqualTo(Types.INTEGER)
                .isNotEqualTo(Types.INTEGER.on("two", Types.INTEGER));
        assertThat(small.on("two", Types.INTEGER))
                .isEqualTo(Types.INTEGER.on("two", Types.INTEGER).on("one", Types.INTEGER));
    }

    @Test
    void valuesTellTheirTypes() {
        assertThat(Types.ofValue(Duration.ZERO)).isEqualTo(Types.INTERVAL);
        assertThat(Types.ofValue(BigInteger.ONE)).isEqualTo(Types.BIGINTEGER);
        assertThat(Types.ofValue((byte) 1)).isEqualTo(Types.TINYINT);
        assertThat(Types.ofValue(ZonedDateTime.parse("2026-11-22T00:00:00Z"))).isEqualTo(Types.TIMESTAMPTZ_ZONED);
    }

    @Test
    void labelsAndChoicesAreDifferent() {
        assertThatThrownBy(() -> Types.choice("a", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a choice is of one or more different texts, not of [a, a]");
        assertThatThrownBy(() -> Types.choice("a", "b", "a")).isInstanceOf(IllegalArgumentException.class);
    }
}
