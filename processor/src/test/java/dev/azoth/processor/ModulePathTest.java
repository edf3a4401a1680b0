package dev.azoth.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is a module of its own, on a module path with Azoth's modules. */
class ModulePathTest {
    private static final String ENTITY = """
            package app;
            import jakarta.persistence.*;
            @Entity
            class Team {
                @Id private int id;
                String name;
                private Team() {}
            }
            """;

    private static final String MAIN = """
            package app;
            public class Main {
                public static String run() {
                    return dev.azoth.orm.Entities.metadata(Team.class).tables().toString();
                }
            }
            """;

    @TempDir
    Path folder;

    private static List<Path> modules() {
        List<Path> found = new ArrayList<>();
        Stream.of(
                        "dev.azoth.orm.EntityPath",
                        "dev.azoth.schema.Table",
                        "jakarta.persistence.Entity",
                        "org.jspecify.annotations.NullMarked",
                        "org.slf4j.Logger")
                .map(ModulePathTest::type)
                .map(each -> Path.of(
                        each.getProtectionDomain().getCodeSource().getLocation().getPath()))
                .forEach(found::add);
        // Modules that Azoth's core needs, which no class of this test names
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> each.contains("HikariCP"))
                .map(Path::of)
                .forEach(found::add);
        return found;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private Compilation compile(String opens, Processor processor) {
        return Compilation.of(
                folder.resolve("out"),
                List.of(
                        Compilation.source(
                                folder,
                                "module-info",
                                "module app { exports app; requires dev.azoth.orm; " + opens + " }"),
                        Compilation.source(folder, "app.Team", ENTITY),
                        Compilation.source(folder, "app.Main", MAIN)),
                processor,
                "--module-path",
                modules().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }

    private Object run() throws ReflectiveOperationException {
        List<Path> all = new ArrayList<>(modules());
        all.add(folder.resolve("out"));
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(all.toArray(Path[]::new)), ModuleFinder.of(), Set.of("app"));
        ModuleLayer layer = ModuleLayer.boot().defineModulesWithOneLoader(configuration, null);
        return layer.findLoader("app").loadClass("app.Main").getMethod("run").invoke(null);
    }

    @Test
    void generatedCodeNeedsNothingElseOfAModule() {
        Compilation compilation = compile("opens app;", new AzothProcessor());

        assertThat(compilation.messages()).noneMatch(each -> each.contains("error: "));
        assertThat(compilation.generated().get("Team_.java")).doesNotContain("@Generated");
    }

    @Test
    void packageThatIsOpenIsMapped() throws ReflectiveOperationException {
        compile("opens app to dev.azoth.orm;", new AzothProcessor());
        assertThat(run()).isEqualTo("[team]");
    }

    @Test
    void packageThatIsOpenIsMappedWithoutTheProcessor() throws ReflectiveOperationException {
        compile("opens app to dev.azoth.orm;", new OutcomeCollector());
        assertThat(run()).isEqualTo("[team]");
    }

    @Test
    void packageThatIsClosedIsNamed() {
        compile("", new OutcomeCollector());
        assertThatThrownBy(this::run)
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .hasMessageContaining(
                        "app.Team is not open to the mapper: add \"opens app to dev.azoth.orm;\" to the module app");
    }
}
