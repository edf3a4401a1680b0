package dev.azoth.testing;

import static dev.azoth.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A test that sends more statements than it may fails. The classes tried are no tests of their own. */
class StatementLimitTest {
    @Test
    void whoSendsMoreThanTheLimitFailsWithWhatWasSent() {
        assertThat(failures(Limited.class)).containsExactly("""
                2 statements at the most expected, but there were 3:
                  1. SELECT 1
                  2. SELECT 1
                  3. SELECT 1""", """
                1 statements at the most expected, but there were 2:
                  1. SELECT 1
                  2. SELECT 1""");
    }

    private static List<String> failures(Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .configurationParameter(DatabaseInvocations.CHOICE, "sqlite")
                .execute()
                .testEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    private static void send(Database database, int statements) {
        for (int i = 0; i < statements; i++) {
            assertThat(database.all(text("SELECT 1"))).hasSize(1);
        }
    }

    @EveryDatabase
    @StatementLimit(1)
    static class Limited {
        @PrepareDatabase
        static void prepare(Database database) {
            send(database, 5);
        }

        @Test
        void one(Database database) {
            send(database, 1);
        }

        @Test
        void twoOfOne(Database database) {
            send(database, 2);
        }

        @Test
        @StatementLimit(2)
        void threeOfTwo(Database database) {
            send(database, 3);
        }

        @Test
        @StatementLimit(3)
        void threeOfThree(Database database) {
            send(database, 3);
        }
    }
}
