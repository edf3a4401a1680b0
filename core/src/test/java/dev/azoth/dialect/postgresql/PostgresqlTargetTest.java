package dev.azoth.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlTargetTest {
    private static JdbcTarget target(String url) {
        PostgresqlDialect dialect = new PostgresqlDialect();
        assertThat(dialect.accepts(DatabaseUrl.parse(url))).isTrue();
        return dialect.target(DatabaseUrl.parse(url));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://localhost/app, jdbc:postgresql://localhost/app",
        "postgresql+psycopg://u:p@127.0.0.1:5433/app, jdbc:postgresql://127.0.0.1:5433/app",
        "postgres:///, jdbc:postgresql://localhost/",
        "postgresql://[::1]:5432/a%20b%2Fc, jdbc:postgresql://[::1]:5432/a+b%2Fc",
        "jdbc:postgresql:app, jdbc:postgresql:app",
        "jdbc:postgresql://localhost/app?user=u&sslmode=disable, jdbc:postgresql://localhost/app?user=u&sslmode=disable"
    })
    void everyFormOfUrlBecomesOneOfTheDriver(String url, String jdbc) {
        assertThat(target(url).jdbcUrl()).isEqualTo(jdbc);
    }

    @Test
    void userPasswordAndParametersAreProperties() {
        assertThat(target(
                                "postgresql://us%40er:p%2Fw@localhost/app?currentSchema=a&application_name=mine&connect_timeout=3"
                                        + "&target_session_attrs=read-write")
                        .properties())
                .isEqualTo(Map.of(
                        "user",
                        "us@er",
                        "password",
                        "p/w",
                        "currentSchema",
                        "a",
                        "ApplicationName",
                        "mine",
                        "connectTimeout",
                        "3",
                        "targetServerType",
                        "primary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://db.example/app",
                "postgres://10.0.0.1:5432/app",
                "postgresql://127.evil.example/app",
                "jdbc:postgresql://db.example/app",
                "jdbc:postgresql://localhost,db.example:5432/app?user=x"
            })
    void anotherMachineNeedsTls(String url) {
        assertThat(target(url).properties()).containsEntry("sslmode", "require");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://localhost/app",
                "postgresql://127.0.0.2/app",
                "postgresql://[::1]/app",
                "jdbc:postgresql:app",
                "jdbc:postgresql://localhost:5433/app",
                "jdbc:postgresql://db.example/app?sslmode=disable",
                "jdbc:postgresql://db.example/app?ssl=true"
            })
    void noTlsIsAskedForOnThisMachineOrAgainstTheUrl(String url) {
        assertThat(target(url).properties()).doesNotContainKey("sslmode");
    }

    @Test
    void theUrlHasTheLastWordOnTls() {
        assertThat(target("postgresql://db.example/app?sslmode=verify-full").properties())
                .containsEntry("sslmode", "verify-full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u.x:p@aws-0-eu.pooler.supabase.com:6543/postgres",
                "postgresql://u.x:p@aws-0-eu.pooler.supabase.com:6544/postgres",
                "jdbc:postgresql://aws-0-eu.pooler.supabase.com:6543/postgres?user=u.x",
                "postgresql://localhost:6543/app",
                "jdbc:postgresql://db.example:6543/app"
            })
    void behindATransactionPoolerNothingIsPreparedOnTheServer(String url) {
        assertThat(target(url).properties()).containsEntry("prepareThreshold", "0");
    }

    @Test
    void elsewhereTheDriverPreparesAsItLikes() {
        assertThat(target("postgresql://db.example/app").properties()).doesNotContainKey("prepareThreshold");
        // Supabase's pooler of sessions
        assertThat(target("postgresql://u.x:p@aws-0-eu.pooler.supabase.com:5432/postgres")
                        .properties())
                .doesNotContainKey("prepareThreshold");
        assertThat(target("postgresql://u.x:p@aws-0-eu.pooler.supabase.com/postgres")
                        .properties())
                .doesNotContainKey("prepareThreshold");
        assertThat(target("postgresql://localhost:6543/app?prepareThreshold=5").properties())
                .containsEntry("prepareThreshold", "5");
    }

    @Test
    void theApplicationHasAName() {
        assertThat(target("postgresql://localhost/app").properties()).containsEntry("ApplicationName", "Azoth");
        assertThat(target("jdbc:postgresql://localhost/app?ApplicationName=mine")
                        .properties())
                .doesNotContainKey("ApplicationName");
    }
}
