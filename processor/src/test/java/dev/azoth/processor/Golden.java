package dev.azoth.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts kept in files, with which results are compared; {@code -Dazoth.golden=write} writes them anew. */
final class Golden {
    private Golden() {}

    static void compare(String file, String actual) throws IOException {
        Path expected = Compilation.resources().resolve(file);
        if ("write".equals(System.getProperty("azoth.golden"))) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, actual);
        }
        assertThat(actual).as(file).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }
}
