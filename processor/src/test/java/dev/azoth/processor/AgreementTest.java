package dev.azoth.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.mapping.rules.MappingRules;
import dev.azoth.orm.mapping.view.ReflectedClasses;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules give the same model and the same problems whether they see a class by reflection or by the compiler's model. */
class AgreementTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"shop", "mistakes"})
    void reflectionAndCompilerAgree(String sources) throws ClassNotFoundException {
        OutcomeCollector collector = new OutcomeCollector();
        Compilation compilation = Compilation.of(folder, Compilation.sources(sources), collector);
        assertThat(compilation.messages()).isEmpty();

        assertThat(collector.outcomes()).isNotEmpty();
        for (String name : collector.outcomes().keySet()) {
            MappingRules.Outcome reflected =
                    MappingRules.apply(ReflectedClasses.of(Class.forName(name, false, compilation.loader())));
            MappingRules.Outcome compiled = collector.outcomes().get(name);
            assertThat(reflected.problems()).as(name).isEqualTo(compiled.problems());
            assertThat(reflected.draft()).as(name).isEqualTo(compiled.draft());
        }
    }
}
