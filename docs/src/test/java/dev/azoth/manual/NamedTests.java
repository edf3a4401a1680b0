package dev.azoth.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests of all modules, which pages name; they run in the same build. */
final class NamedTests {
    private static final Pattern NAMED = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");
    private static final List<String> TESTS = List.of("@Test", "@ParameterizedTest", "@Property");

    private final Map<String, String> sources;

    private NamedTests(Map<String, String> sources) {
        this.sources = sources;
    }

    /** What is wrong with the tests that a cell of a table names. */
    List<String> wrong(String cell, String line) {
        List<String> wrong = new ArrayList<>();
        Matcher named = NAMED.matcher(cell);
        boolean any = false;
        while (named.find()) {
            any = true;
            String source = sources.getOrDefault(named.group(1), "");
            String method = named.group(2) == null ? "" : "void " + named.group(2) + "(";
            boolean runs = TESTS.stream().anyMatch(source::contains) && !source.contains("@Disabled");
            if (!runs || !source.contains(method)) {
                wrong.add("no test " + named.group() + ": " + line);
            }
        }
        if (!any) {
            wrong.add("no test: " + line);
        }
        return wrong;
    }

    /** The sources of all test classes, by name; of two of one name both. The compliance suite's are no test code of its module. */
    static NamedTests ofAllModules() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : Stream.concat(
                            modules.map(each -> each.resolve("src/test/java")),
                            Stream.of(Path.of("../testing/src/main/java")))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(module)) {
                    for (Path file : files.filter(each -> each.toString().endsWith("Test.java"))
                            .toList()) {
                        String name = file.getFileName().toString().replace(".java", "");
                        tests.merge(name, Files.readString(file), String::concat);
                    }
                }
            }
        }
        return new NamedTests(tests);
    }
}
