package dev.azoth.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import dev.azoth.dialect.JdbcTarget.Sharing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTargetTest {
    private static JdbcTarget target(String url) {
        return new SqliteDialect().target(DatabaseUrl.parse(url));
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite:///app.db, jdbc:sqlite:app.db",
        "sqlite:////tmp/app.db, jdbc:sqlite:/tmp/app.db",
        "sqlite+pysqlite:////tmp/a%20b.db, jdbc:sqlite:/tmp/a b.db",
        "sqlite:////tmp/app.db?mode=ro&cache=private, jdbc:sqlite:file:/tmp/app.db?mode=ro&cache=private",
        "sqlite:///file:app.db?immutable=1, jdbc:sqlite:file:app.db?immutable=1",
        "jdbc:sqlite:/nowhere/app.db, jdbc:sqlite:/nowhere/app.db",
    })
    void aFileIsUsedByManyConnections(String url, String jdbc) {
        assertThat(target(url).jdbcUrl()).isEqualTo(jdbc);
        assertThat(target(url).sharing()).isEqualTo(Sharing.POOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite://", "sqlite:///:memory:", "jdbc:sqlite::memory:", "jdbc:sqlite:"})
    void memoryIsOfOneEngine(String url) {
        assertThat(target(url).jdbcUrl())
                .matches("jdbc:sqlite:file:/azoth-[-0-9a-f]{36}\\?vfs=memdb")
                .isNotEqualTo(target(url).jdbcUrl());
        assertThat(target(url).sharing()).isEqualTo(Sharing.KEPT_ALIVE_POOL);
    }

    @Test
    void parametersAreTheDriversProperties() {
        assertThat(target("sqlite:////tmp/app.db?journal_mode=DELETE").properties())
                .containsEntry("journal_mode", "DELETE")
                .containsEntry("foreign_keys", "true");
        assertThat(target("sqlite:////tmp/app.db?mode=ro").properties())
                .doesNotContainKey("journal_mode")
                .doesNotContainKey("mode");
    }

    @Test
    void aHostIsAFileThatLacksASlash() {
        assertThatThrownBy(() -> target("sqlite://app.db"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("sqlite://app.db names a host, which SQLite has none of: a file is sqlite:///relative.db or"
                        + " sqlite:////absolute.db");
    }
}
