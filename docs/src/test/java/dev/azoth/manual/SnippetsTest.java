package dev.azoth.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The Java in the manual is that of the tests in this folder, of the adapters, of the examples and of the example of a dialect, which run it.
 *
 * <p>A block that begins with <code>```java name</code> is the region of that name: the lines between <code>// tag::name</code> and <code>// end::name</code>,
 * without their common indent. {@code mvn -pl docs -am test -Dazoth.snippets=write} puts the regions into the manual.
 */
class SnippetsTest {
    private static final List<Path> SOURCES = List.of(
            Path.of("src/test/java"),
            Path.of("../examples/src"),
            Path.of("../validation/src/test/java"),
            Path.of("../langchain4j/src/test/java"),
            Path.of("../spring-ai/src/test/java"),
            Path.of("../testing/src/test/java/org/example"));
    private static final Pattern BLOCK = Pattern.compile("^```java(.*)\\R((?s:.*?))^```$", Pattern.MULTILINE);

    @Test
    void javaInTheManualIsTestedJava() throws IOException {
        Map<String, String> regions = regions();
        TreeSet<String> unused = new TreeSet<>(regions.keySet());
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            StringBuilder written = new StringBuilder();
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                String name = block.group(1).strip();
                String region = regions.getOrDefault(name, "");
                unused.remove(name);
                if (!region.equals(block.group(2))) {
                    wrong.add(page + ": " + (region.isEmpty() ? "no test has the region " : "other than the region ")
                            + name);
                }
                String right = region.isEmpty() ? block.group(2) : region;
                block.appendReplacement(written, Matcher.quoteReplacement("```java " + name + "\n" + right + "```"));
            }
            block.appendTail(written);
            if ("write".equals(System.getProperty("azoth.snippets"))) {
                Files.writeString(page, written);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(unused).as("regions that no page shows").isEmpty();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("../README.md")));
        try (Stream<Path> files = Files.walk(Path.of("."))) {
            files.filter(file -> file.toString().endsWith(".md") && !file.startsWith("./target"))
                    .sorted()
                    .forEach(pages::add);
        }
        return pages;
    }

    private static Map<String, String> regions() throws IOException {
        Map<String, String> regions = new TreeMap<>();
        for (Path sources : SOURCES) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> collect(file, regions));
            }
        }
        return regions;
    }

    /** A region that begins again goes on: what is between is for the test alone. */
    private static void collect(Path file, Map<String, String> into) {
        Map<String, List<String>> found = new TreeMap<>();
        TreeSet<String> open = new TreeSet<>();
        for (String line : lines(file)) {
            String mark = line.strip();
            if (mark.startsWith("// tag::")) {
                open.add(mark.substring("// tag::".length()));
            } else if (mark.startsWith("// end::")) {
                assertThat(open.remove(mark.substring("// end::".length())))
                        .as("%s in %s", mark, file)
                        .isTrue();
            } else {
                open.forEach(name ->
                        found.computeIfAbsent(name, any -> new ArrayList<>()).add(line));
            }
        }
        assertThat(open).as("regions without an end in " + file).isEmpty();
        found.forEach((name, lines) -> assertThat(into.put(name, dedented(lines)))
                .as("another region " + name + " than in " + file)
                .isNull());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String dedented(Collection<String> lines) {
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        lines.forEach(line ->
                text.append(line.isBlank() ? "" : line.substring(indent)).append('\n'));
        return text.toString();
    }
}
