package dev.azoth.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.testing.DatabaseUnavailableException;
import org.junit.jupiter.api.Test;

class NamedServerTest {
    @Test
    void isRefusedWithoutTheVariable() {
        assertThat(new NamedServer("AZOTH_TEST_DB_URL", null).find(address -> ""))
                .isEqualTo(new Attempt.Refused("AZOTH_TEST_DB_URL", "is not set"));
    }

    @Test
    void isNamedByTheProduct() {
        assertThat(NamedServer.of("my-db").variable()).isEqualTo("AZOTH_TEST_MY_DB_URL");
    }

    @Test
    void failsRatherThanPassOnIfTheUrlIsWrong() {
        assertThatThrownBy(() -> new NamedServer("AZOTH_TEST_DB_URL", "db://somewhere").find(address -> ""))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage("AZOTH_TEST_DB_URL is not of the form scheme://user:password@host:port/database");
    }

    @Test
    void failsRatherThanPassOnIfTheServerDoesNotLetUsIn() {
        var server = new NamedServer("AZOTH_TEST_H2_URL", "h2://sa:secret@localhost:1/app");

        assertThatThrownBy(() -> server.find(address -> "jdbc:h2:mem:;IFEXISTS=TRUE;UNKNOWN=1"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("AZOTH_TEST_H2_URL leads to sa@localhost:1/app, which does not let us in: ");
    }
}
