package dev.azoth.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.cli.embedding.MiniLm;
import dev.azoth.cli.terminal.SqlEcho;
import dev.azoth.cli.terminal.Terminal;
import dev.azoth.engine.Engine;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EveryDatabase
class DemoTest {
    @Test
    void playsTwice(Database database, @TempDir Path folder) throws IOException {
        Path manual = Files.createDirectories(folder.resolve("docs"));
        Files.writeString(
                manual.resolve("upsert.md"),
                "# Writes\n\n## Upsert\n\nThe row is changed if it is there, else inserted.\n");

        String first = played(database, folder, manual);
        assertThat(first)
                .containsPattern("CREATE TABLE .*azoth_demo_author")
                .contains("  ✓ 4 authors and 9 books added")
                .contains("UPDATE Book#4 (published)")
                .contains("Ficciones                  Jorge Luis Borges        2    5.0")
                .contains("1. docs/upsert.md")
                .doesNotContain("Ten Thousand Blank Pages  ");

        String second = played(database, folder, manual);
        assertThat(second).contains("files: 1 unchanged").contains("Ficciones");
    }

    @Test
    void aFileThatIsGoneIsFoundNoLonger(Database database, @TempDir Path folder) throws IOException {
        Path manual = Files.createDirectories(folder.resolve("docs"));
        String text = "# Writes\n\n## Upsert\n\nThe row is changed if it is there, else inserted.\n";
        Files.writeString(manual.resolve("old.md"), text);
        assertThat(played(database, folder, manual)).contains(". docs/old.md");

        Files.move(manual.resolve("old.md"), manual.resolve("new.md"));
        assertThat(played(database, folder, manual)).contains(". docs/new.md").doesNotContain("docs/old.md");
    }

    private static String played(Database database, Path folder, Path manual) {
        StringWriter out = new StringWriter();
        Terminal terminal = Terminal.plain(out, out);
        SqlEcho echo = new SqlEcho(terminal);
        try (Engine engine = Engine.create(database.url(), options -> options.listener(echo));
                MiniLm model = new MiniLm(folder.resolve("native"))) {
            assertThat(new Demo(terminal, engine, database.name(), echo, model, manual).play())
                    .isTrue();
        }
        terminal.flush();
        return out.toString();
    }
}
