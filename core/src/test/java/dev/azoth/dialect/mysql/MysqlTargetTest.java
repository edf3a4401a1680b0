package dev.azoth.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlTargetTest {
    private static JdbcTarget target(String url) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        assertThat(new MysqlDialect().accepts(parsed)).isTrue();
        return new MysqlDialect().target(parsed);
    }

    @ParameterizedTest
    @CsvSource({
        "mysql://u:p@db.example:3307/shop, jdbc:mysql://db.example:3307/shop",
        "mysql+pymysql://u@db.example/shop, jdbc:mysql://db.example/shop",
        "mysql:///shop, jdbc:mysql://localhost/shop",
        "mysql://[::1]:3306/a%20b, jdbc:mysql://[::1]:3306/a%20b",
        "jdbc:mysql://h/d?useSSL=true, jdbc:mysql://h/d?useSSL=true",
    })
    void everyFormOfUrlBecomesOneOfTheDriver(String url, String jdbc) {
        assertThat(target(url).jdbcUrl()).isEqualTo(jdbc);
    }

    @Test
    void userAndPasswordAreProperties() {
        assertThat(target("mysql://u%40x:p%2F1@h/d?charset=utf8mb4&connectTimeout=5")
                        .properties())
                .containsAllEntriesOf(Map.of("user", "u@x", "password", "p/1", "connectTimeout", "5"))
                .doesNotContainKey("charset");
    }

    @ParameterizedTest
    @CsvSource({
        "mysql://h/d, REQUIRED",
        "mysql://127.0.0.1/d, DISABLED",
        "mysql://localhost/d, DISABLED",
        "mysql://h/d?sslMode=VERIFY_CA, VERIFY_CA",
        "mysql://h/d?useSSL=false,",
        "jdbc:mysql://h:3306/d, REQUIRED",
        "jdbc:mysql://u:p@127.0.0.1:3306/d, DISABLED",
        "'jdbc:mysql://localhost,h/d', REQUIRED",
        "jdbc:mysql://h/d?SSLMODE=PREFERRED,",
        "jdbc:mysql://address=(host=localhost)(port=1)/d, REQUIRED",
    })
    void offThisMachineTheConnectionIsEncrypted(String url, String mode) {
        assertThat(target(url).properties().get("sslMode")).isEqualTo(mode);
    }

    @Test
    void theKeyOfTheServerIsOnlyAskedForOnThisMachine() {
        assertThat(target("mysql://localhost/d").properties()).containsEntry("allowPublicKeyRetrieval", "true");
        assertThat(target("mysql://h/d").properties()).doesNotContainKey("allowPublicKeyRetrieval");
    }

    @Test
    void whatAUrlOfTheDriverSaysIsNotSaidAgain() {
        assertThat(target("jdbc:mysql://h/d?useserverprepstmts=true").properties())
                .doesNotContainKey("useServerPrepStmts")
                .containsEntry("connectionTimeZone", "UTC");
    }

    @Test
    void theDriverIsRecognizedWithItsProduct() {
        MysqlDialect dialect = new MysqlDialect();
        assertThat(dialect.recognizes("MySQL", "MySQL Connector/J")).isTrue();
        assertThat(dialect.recognizes("MySQL", "MariaDB Connector/J")).isFalse();
        assertThat(dialect.recognizes("MariaDB", "MySQL Connector/J")).isFalse();
        assertThat(dialect.accepts(DatabaseUrl.parse("mariadb://h/d"))).isFalse();
    }
}
