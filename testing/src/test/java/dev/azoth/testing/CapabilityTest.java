package dev.azoth.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.azoth.CompileException;
import dev.azoth.testing.database.SqliteFile;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What is declared to be lacking is shown to be lacking, and nothing else is. */
class CapabilityTest {
    private static final String SUITE = "dev.azoth.testing.compliance";

    @Test
    void eachIsRequiredByATestOfTheSuite() {
        Set<Capability> required = EnumSet.noneOf(Capability.class);
        for (Class<?> test : ReflectionSupport.findAllClassesInPackage(SUITE, type -> true, name -> true)) {
            for (Method method : test.getDeclaredMethods()) {
                Requires requires = method.getAnnotation(Requires.class);
                if (requires != null) {
                    required.addAll(List.of(requires.value()));
                }
            }
        }
        assertThat(Capability.values()).filteredOn(Capability::isRefused).containsExactlyInAnyOrderElementsOf(required);
    }

    @Test
    void whatIsLackingIsRefusedByItsName() {
        assertThat(failures(Refusing.class)).isEmpty();
    }

    @Test
    void whatIsDeclaredToBeLackingIsNotThere() {
        assertThat(failures(Doing.class))
                .containsExactly("sqlite is declared to lack [MERGE], but has refused nothing");
    }

    @Test
    void aRefusalNamesConstructAndDialect() {
        assertThat(failures(Mumbling.class))
                .containsExactly(
                        "sqlite lacks [MERGE], and should say so with the construct and its own name, but said:"
                                + " there is no such thing");
    }

    @Test
    void whatIsNotLackingIsNotRefused() {
        assertThat(failures(RefusingMore.class)).containsExactly("SQLite 3 has no FULL JOIN");
    }

    @Test
    void aTestMayAskWhatThereIs() {
        try (Database sqlite = new SqliteFile().create()) {
            assertThat(sqlite.has(Capability.MERGE)).isFalse();
            assertThat(sqlite.has(Capability.FULL_JOIN)).isTrue();
        }
    }

    private static List<String> failures(Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .configurationParameter(DatabaseInvocations.CHOICE, "sqlite")
                .execute()
                .testEvents()
                .failed()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }

    @EveryDatabase
    static class Refusing {
        @Test
        @Requires({Capability.MERGE, Capability.FULL_JOIN})
        void merges() {
            throw new CompileException("SQLite 3 has no MERGE");
        }
    }

    @EveryDatabase
    static class Doing {
        @Test
        @Requires(Capability.MERGE)
        void merges() {}
    }

    @EveryDatabase
    static class Mumbling {
        @Test
        @Requires(Capability.MERGE)
        void merges() {
            throw new CompileException("there is no such thing");
        }
    }

    @EveryDatabase
    static class RefusingMore {
        @Test
        @Requires(Capability.FULL_JOIN)
        void joins() {
            throw new CompileException("SQLite 3 has no FULL JOIN");
        }
    }
}
