package dev.azoth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No code asks which dialect it has, but in a folder of that dialect's name: a text that is a dialect's name, or the beginning of its URLs, stands
 * nowhere else. Examples in messages may have one.
 */
class DialectNamesTest {
    private static final Pattern NAME = Pattern.compile(
            "\"(?:jdbc:)?(" + Dialects.all().stream().map(Dialect::name).collect(Collectors.joining("|")) + "):?\"");

    private static final List<Path> MODULES =
            Stream.of(".", "../orm", "../vector", "../cli").map(Path::of).toList();

    @Test
    void aDialectIsNamedInItsOwnFolderOnly() throws IOException {
        List<String> named = new ArrayList<>();
        for (Path module : MODULES) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> add(file, named));
            }
        }
        assertThat(named)
                .as("a method to override or a capability to declare is missing")
                .isEmpty();
    }

    private static void add(Path file, List<String> named) {
        try {
            Matcher name = NAME.matcher(Files.readString(file));
            while (name.find()) {
                if (!file.getParent().endsWith(name.group(1))) {
                    named.add(file + ": " + name.group());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
