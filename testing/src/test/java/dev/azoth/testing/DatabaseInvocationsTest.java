package dev.azoth.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Which runs a test class gets. The classes tried are nested, static and private to the build: they are not tests of their own. */
class DatabaseInvocationsTest {
    @Test
    void runsOnTheDatabasesChosenOnly() {
        assertThat(runsOf(OnEvery.class, "h2, sqlite")).containsExactly("sqlite", "h2");
    }

    @Test
    void runsOnTheDatabasesNamedOnly() {
        assertThat(runsOf(OnH2.class, "sqlite,h2")).containsExactly("h2");
    }

    @Test
    void passesOverAClassForDatabasesThatAreNotChosen() {
        EngineExecutionResults results = run(OnH2.class, "sqlite");

        assertThat(results.testEvents().count()).isZero();
        assertThat(results.allEvents().failed().count()).isZero();
    }

    @Test
    void failsOnAChoiceThatNamesNoDatabase() {
        run(OnEvery.class, "sqlite,orcale")
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                message(text -> text.startsWith("azoth.databases names 'orcale'; there are ")
                                        && text.contains("sqlite, h2, duckdb, postgresql, mariadb, mysql")))));
    }

    @Test
    void failsOnAClassThatNamesNoDatabase() {
        run(OnUnknown.class, "sqlite")
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                instanceOf(IllegalArgumentException.class),
                                message(text -> text.startsWith("@OnDatabase on " + OnUnknown.class.getName())))));
    }

    private static List<String> runsOf(Class<?> test, String choice) {
        return run(test, choice)
                .testEvents()
                .succeeded()
                .map(run -> run.getTestDescriptor().getParent().orElseThrow().getDisplayName())
                .toList();
    }

    private static EngineExecutionResults run(Class<?> test, String choice) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .configurationParameter(DatabaseInvocations.CHOICE, choice)
                .execute();
    }

    @EveryDatabase
    static class OnEvery {
        @Test
        void runs(Database database) {
            assertThat(database.url()).contains(database.name());
        }
    }

    @OnDatabase("h2")
    static class OnH2 extends OnEvery {}

    @OnDatabase("orcale")
    static class OnUnknown extends OnEvery {}
}
