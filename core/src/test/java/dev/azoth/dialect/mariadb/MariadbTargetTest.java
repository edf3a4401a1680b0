package dev.azoth.dialect.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MariadbTargetTest {
    private static JdbcTarget target(String url) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        assertThat(new MariadbDialect().accepts(parsed)).isTrue();
        return new MariadbDialect().target(parsed);
    }

    @ParameterizedTest
    @CsvSource({
        "mariadb://u:p@db.example:3307/shop, jdbc:mariadb://db.example:3307/shop",
        "mariadb+mariadbconnector://u@db.example/shop, jdbc:mariadb://db.example/shop",
        "mariadb:///shop, jdbc:mariadb://localhost/shop",
        "jdbc:mariadb://h/d?sslMode=trust, jdbc:mariadb://h/d?sslMode=trust",
    })
    void everyFormOfUrlBecomesOneOfTheDriver(String url, String jdbc) {
        assertThat(target(url).jdbcUrl()).isEqualTo(jdbc);
    }

    @ParameterizedTest
    @CsvSource({
        "mariadb://h/d, trust",
        "mariadb://127.0.0.1/d,",
        "mariadb://h/d?sslMode=disable, disable",
        "jdbc:mariadb://h:3306/d, trust",
        "jdbc:mariadb://h/d?useSSL=false,",
    })
    void offThisMachineTheConnectionIsEncrypted(String url, String mode) {
        assertThat(target(url).properties().get("sslMode")).isEqualTo(mode);
    }

    @Test
    void theProductIsRecognizedWithAnyDriver() {
        assertThat(new MariadbDialect().recognizes("MariaDB", "MariaDB Connector/J"))
                .isTrue();
        assertThat(new MariadbDialect().recognizes("MySQL", "MariaDB Connector/J"))
                .isFalse();
    }
}
