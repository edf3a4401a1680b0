package dev.azoth.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is answered to complaints is tested; what is not done has a reason. */
class AnswersTest {
    @Test
    void everyAnswerNamesATestOrAReason() throws IOException {
        NamedTests tests = NamedTests.ofAllModules();
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(Path.of("orm/answers.md"))) {
            if (line.startsWith("| ") && !line.startsWith("| Complaint ")) {
                rows++;
                wrong.addAll(check(line, tests));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).isGreaterThan(40);
    }

    private static List<String> check(String line, NamedTests tests) {
        String[] cells = line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1);
        if (cells.length != 3) {
            return List.of("not three cells: " + line);
        }
        String here = cells[1].strip();
        if (here.startsWith("declined: ")) {
            return here.length() < "declined: because".length() ? List.of("no reason: " + line) : List.of();
        }
        return tests.wrong(cells[2], line);
    }
}
