package dev.azoth.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Distances are computed by vector instructions where the JVM was started with their module, and are the same without it. */
class SimdArithmeticTest {
    private static String place(Class<?> of) {
        try {
            return Path.of(of.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String run(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(Stream.of(SimdProgram.class, Metric.class, LoggerFactory.class)
                .map(SimdArithmeticTest::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(SimdProgram.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.strip();
    }

    @Test
    void theInstructionsAreUsedWhereTheirModuleIs() throws Exception {
        assertThat(Metric.class.getResource("SimdArithmetic.class"))
                .as("what needs a module of the incubator is compiled by Maven: mvn -pl vector -am process-classes")
                .isNotNull();
        assertThat(run("--add-modules", "jdk.incubator.vector")).isEqualTo("SimdArithmetic agrees");
    }

    @Test
    void withoutTheModuleItIsPlain() throws Exception {
        assertThat(run()).isEqualTo("PlainArithmetic agrees");
    }
}
