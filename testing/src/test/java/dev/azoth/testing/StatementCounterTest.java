package dev.azoth.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.event.StatementEvent;
import org.junit.jupiter.api.Test;

class StatementCounterTest {
    private final StatementCounter counter = new StatementCounter();

    @Test
    void tellsWhatWasSentDuringSomeWork() {
        send("SELECT 1");

        assertThat(counter.during(() -> send("SELECT 2"))).containsExactly("SELECT 2");
        assertThat(counter.sql()).containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void forgetsWhenTold() {
        send("SELECT 1");
        counter.clear();

        assertThat(counter.count()).isZero();
    }

    @Test
    void saysWhichStatementsAreTooMany() {
        assertThatThrownBy(() -> counter.expect(1, () -> {
                    send("SELECT 1");
                    send("SELECT 2");
                }))
                .hasMessage("1 statement expected, but there were 2:\n  1. SELECT 1\n  2. SELECT 2");
    }

    private void send(String sql) {
        counter.statement(new StatementEvent(null, sql, () -> "", 1, false, 0, null));
    }
}
