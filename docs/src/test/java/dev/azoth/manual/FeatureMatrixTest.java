package dev.azoth.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The feature matrix names tests that there are; they run in the same build as this. */
class FeatureMatrixTest {
    private static final Path MATRIX = Path.of("feature-matrix.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");
    private static final List<String> TESTS = List.of("@Test", "@ParameterizedTest", "@Property");
    private static final Set<String> DATABASES = Set.of("sqlite", "h2", "postgresql", "mariadb", "mysql", "duckdb");

    @Test
    void everyRowNamesATestOrAReason() throws IOException {
        Map<String, String> tests = tests();
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(MATRIX)) {
            if (line.startsWith("| ") && !line.startsWith("| Feature ")) {
                rows++;
                wrong.addAll(check(line, tests));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).isGreaterThan(50);
    }

    private static List<String> check(String line, Map<String, String> tests) {
        String[] cells = line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1);
        if (cells.length != 5) {
            return List.of("not five cells: " + line);
        }
        String here = cells[2].strip();
        if (here.startsWith("declined")) {
            return here.length() < "declined: because".length()
                    ? List.of("declined without a reason: " + line)
                    : List.of();
        }
        List<String> wrong = new ArrayList<>();
        Matcher named = NAMED.matcher(cells[3]);
        boolean any = false;
        while (named.find()) {
            any = true;
            String source = tests.getOrDefault(named.group(1), "");
            String method = named.group(2) == null ? "" : "void " + named.group(2) + "(";
            boolean runs = TESTS.stream().anyMatch(source::contains) && !source.contains("@Disabled");
            if (!runs || !source.contains(method)) {
                wrong.add("no test " + named.group() + ": " + line);
            }
        }
        if (!any) {
            wrong.add("no test: " + line);
        }
        String databases = cells[4].toLowerCase(Locale.ROOT);
        if (!databases.contains("all") && DATABASES.stream().noneMatch(databases::contains)) {
            wrong.add("no databases are \"" + cells[4].strip() + "\": " + line);
        }
        return wrong;
    }

    /** The sources of all test classes, by name; of two of one name both. The compliance suite's are no test code of its module. */
    private static Map<String, String> tests() throws IOException {
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
        return tests;
    }
}
