package dev.azoth.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.testing.DatabaseUnavailableException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ServerSearchTest {
    private static final ServerAddress ADDRESS = new ServerAddress("scott", "tiger", "127.0.0.1", 5432, "app", "");

    @Test
    void takesTheFirstWayThatWorks() {
        var search = new ServerSearch(
                "postgresql",
                List.of(
                        () -> new Attempt.Refused("AZOTH_TEST_POSTGRESQL_URL", "is not set"),
                        () -> new Attempt.Found("Docker", ADDRESS),
                        () -> {
                            throw new AssertionError("not needed");
                        }));

        assertThat(search.find()).isEqualTo(new Attempt.Found("Docker", ADDRESS));
    }

    @Test
    void saysWhatWasTriedAndTheWayOut() {
        List<Supplier<Attempt>> ways = List.of(
                () -> new Attempt.Refused("AZOTH_TEST_MYSQL_URL", "is not set"),
                () -> new Attempt.Refused("Docker", "does not answer"),
                () -> new Attempt.Refused("servers.sh", "says\n    databases: this needs root"));

        assertThatThrownBy(new ServerSearch("mysql", ways)::find)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage("""
                        There is no mysql to test on.
                          AZOTH_TEST_MYSQL_URL is not set
                          Docker does not answer
                          servers.sh says
                            databases: this needs root
                        One of these has to work. To test without mysql, name the databases to test on: -Dazoth.databases=sqlite,h2""");
    }

    @Test
    void aServerThatTheScriptDoesNotKnowIsRefusedByIt() {
        assertThat(ScriptedServer.find("oracle"))
                .isEqualTo(new Attempt.Refused(
                        "servers.sh",
                        "says\n    databases: there is no 'oracle' here; there are postgresql mariadb mysql"));
    }
}
