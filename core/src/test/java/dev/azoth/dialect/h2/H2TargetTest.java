package dev.azoth.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.dialect.JdbcTarget;
import dev.azoth.dialect.JdbcTarget.Sharing;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2TargetTest {
    private static JdbcTarget target(String url) {
        return new H2Dialect().target(DatabaseUrl.parse(url));
    }

    @ParameterizedTest
    @CsvSource({
        "h2:mem:shop, jdbc:h2:mem:shop;DATABASE_TO_LOWER=TRUE, KEPT_ALIVE_POOL",
        "h2:./shop, jdbc:h2:./shop;DATABASE_TO_LOWER=TRUE, POOL",
        "h2:///var/shop, jdbc:h2:/var/shop;DATABASE_TO_LOWER=TRUE, POOL",
        "h2://./shop, jdbc:h2:./shop;DATABASE_TO_LOWER=TRUE, POOL",
        "h2://~/shop;LOCK_TIMEOUT=5, jdbc:h2:~/shop;DATABASE_TO_LOWER=TRUE;LOCK_TIMEOUT=5, POOL",
        "h2:tcp://host:9092/~/shop, jdbc:h2:tcp://host:9092/~/shop;DATABASE_TO_LOWER=TRUE, POOL",
        "h2:file:./shop;LOCK_TIMEOUT=5, jdbc:h2:file:./shop;DATABASE_TO_LOWER=TRUE;LOCK_TIMEOUT=5, POOL",
        "jdbc:h2:mem:shop, jdbc:h2:mem:shop;DATABASE_TO_LOWER=TRUE, KEPT_ALIVE_POOL",
        "jdbc:h2:mem:shop;database_to_upper=true, jdbc:h2:mem:shop;database_to_upper=true, KEPT_ALIVE_POOL",
        "h2:mem:shop;DATABASE_TO_LOWER=FALSE, jdbc:h2:mem:shop;DATABASE_TO_LOWER=FALSE, KEPT_ALIVE_POOL"
    })
    void everyFormOfUrlBecomesOneOfTheDriver(String url, String jdbc, Sharing sharing) {
        assertThat(target(url).jdbcUrl()).isEqualTo(jdbc);
        assertThat(target(url).sharing()).isEqualTo(sharing);
    }

    @Test
    void userAndPasswordLeaveTheUrl() {
        JdbcTarget target = target("h2:./shop;USER=sa;PASSWORD=se=cret;TRACE_LEVEL_FILE=0");
        assertThat(target.jdbcUrl()).isEqualTo("jdbc:h2:./shop;DATABASE_TO_LOWER=TRUE;TRACE_LEVEL_FILE=0");
        assertThat(target.properties()).isEqualTo(Map.of("user", "sa", "password", "se=cret"));
        assertThat(DatabaseUrl.parse("h2:./shop;USER=sa;PASSWORD=se=cret;X=1"))
                .hasToString("h2:./shop;USER=sa;PASSWORD=***;X=1");
    }

    @Test
    void aDatabaseWithoutANameIsOneForTheWholePool() {
        assertThat(target("h2:mem:").jdbcUrl())
                .matches("jdbc:h2:mem:[-0-9a-f]{36};DATABASE_TO_LOWER=TRUE")
                .isNotEqualTo(target("h2:mem:").jdbcUrl());
        assertThat(target("h2://").jdbcUrl()).matches("jdbc:h2:mem:[-0-9a-f]{36};DATABASE_TO_LOWER=TRUE");
    }

    @Test
    void aServerIsNamedInH2sOwnWay() {
        assertThatThrownBy(() -> target("h2://sa:secret@host:9092/shop"))
                .hasMessage("a server of H2 is h2:tcp://host:9092/shop;USER=…;PASSWORD=…");
    }
}
