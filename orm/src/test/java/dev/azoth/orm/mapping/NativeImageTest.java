package dev.azoth.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The annotations whose values the mapping reads are known to {@code native-image}. {@code -Dazoth.golden=write} writes the file anew; what the processor
 * writes for a program's own classes is tested there.
 */
class NativeImageTest {
    private static final Path FILE =
            Path.of("src/main/resources/META-INF/native-image/dev.azoth/azoth-orm/reachability-metadata.json");

    private static List<String> annotations() throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(Path.of(Entity.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toFile())) {
            jar.stream()
                    .map(each -> each.getName())
                    .filter(each -> each.matches("jakarta/persistence/\\w+\\.class"))
                    .forEach(names::add);
        }
        Path own = Path.of("target/classes/dev/azoth/orm/annotation");
        try (Stream<Path> files = Files.list(own)) {
            files.forEach(each -> names.add("dev/azoth/orm/annotation/" + each.getFileName()));
        }
        return names.stream()
                .map(each -> each.replace('/', '.').replace(".class", ""))
                .filter(each -> load(each).isAnnotation())
                .sorted()
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, NativeImageTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Test
    void annotationsAreReadableInAnImage() throws IOException {
        String expected = annotations().stream()
                .map(each -> "    {\"type\": \"" + each + "\", \"allDeclaredMethods\": true}")
                .collect(Collectors.joining(",\n", "{\n  \"reflection\": [\n", "\n  ]\n}\n"));
        if ("write".equals(System.getProperty("azoth.golden"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, expected);
        }
        assertThat(Files.readString(FILE)).isEqualTo(expected);
    }
}
