package dev.azoth.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The feature matrix names tests that there are; they run in the same build as this. */
class FeatureMatrixTest {
    private static final Path MATRIX = Path.of("feature-matrix.md");
    private static final Set<String> DATABASES = Set.of("sqlite", "h2", "postgresql", "mariadb", "mysql", "duckdb");

    @Test
    void everyRowNamesATestOrAReason() throws IOException {
        NamedTests tests = NamedTests.ofAllModules();
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

    private static List<String> check(String line, NamedTests tests) {
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
        List<String> wrong = new ArrayList<>(tests.wrong(cells[3], line));
        String databases = cells[4].toLowerCase(Locale.ROOT);
        if (!databases.contains("all") && DATABASES.stream().noneMatch(databases::contains)) {
            wrong.add("no databases are \"" + cells[4].strip() + "\": " + line);
        }
        return wrong;
    }
}
