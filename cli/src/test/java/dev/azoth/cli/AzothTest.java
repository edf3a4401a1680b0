package dev.azoth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzothTest {
    @TempDir
    private Path home;

    private Command azoth;

    @BeforeEach
    void start() {
        azoth = new Command(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "ingest", "search", "inspect"})
    void everyCommandHasHelp(String command) {
        var help = azoth.run(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: azoth " + command).contains("--url", "--echo", "--stacktrace");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void helpNamesTheCommands() {
        assertThat(azoth.run("--help").out()).contains("demo", "ingest", "search", "inspect");
        assertThat(azoth.run("--version").out()).startsWith("azoth ");
    }

    @Test
    void nothingToDoIsAMistake() {
        var nothing = azoth.run();

        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err())
                .isEqualTo("azoth: Say what to do: demo, ingest, search or inspect\nTry 'azoth --help'.\n");
    }

    @Test
    void aMistypedCommandIsToldTheNearest() {
        var mistyped = azoth.run("serch");

        assertThat(mistyped.code()).isEqualTo(2);
        assertThat(mistyped.err()).contains("'serch'").contains("search");
    }

    @Test
    void withoutUrlThereIsAFileInTheDataFolder() {
        var inspected = azoth.run("inspect");

        assertThat(inspected.code()).isZero();
        assertThat(inspected.out()).startsWith("SQLite ").contains("0 tables");
        assertThat(home.resolve(".local/share/azoth/azoth.db")).exists();
    }

    @Test
    void aFolderWithOddCharactersIsAFolder() {
        var inspected = new Command(home.resolve("100% #odd ümlaut")).run("inspect");

        assertThat(inspected.err()).isEmpty();
        assertThat(home.resolve("100% #odd ümlaut/.local/share/azoth/azoth.db")).exists();
    }

    @Test
    void whatIsNoUrlIsAMistake() {
        var inspected = azoth.run("inspect", "--url", "nonsense");

        assertThat(inspected.code()).isEqualTo(2);
        assertThat(inspected.err()).startsWith("azoth inspect: not a database URL: it needs dialect://");
    }

    @Test
    void aDatabaseThatNobodySpeaksIsNamed() {
        var inspected = azoth.run("inspect", "--url", "oracle://scott:tiger@host/x");

        assertThat(inspected.code()).isEqualTo(1);
        assertThat(inspected.err()).contains("there is no dialect for oracle").doesNotContain("tiger");
    }

    @Test
    void anUnknownHostIsOneLineWithoutThePassword() {
        var inspected = azoth.run("inspect", "--url", "postgresql://scott:tiger@nowhere.invalid/app");

        assertThat(inspected.code()).isEqualTo(1);
        assertThat(inspected.err())
                .startsWith("azoth inspect: cannot use postgresql://scott:***@nowhere.invalid/app: ")
                .contains("nowhere.invalid")
                .doesNotContain("tiger")
                .hasLineCount(1);
    }

    @Test
    void theStackTraceHasNoPasswordEither() {
        var inspected = azoth.run(
                "inspect", "--stacktrace", "--url", "jdbc:postgresql://localhost:1/app?user=scott&password=tiger");

        assertThat(inspected.code()).isEqualTo(1);
        assertThat(inspected.err()).contains("\tat dev.azoth.").doesNotContain("tiger");
    }

    @Test
    void aMissingFolderOfAFileIsNamed() {
        var inspected = azoth.run("inspect", "--url", "sqlite:///" + home.resolve("none/x.db"));

        assertThat(inspected.code()).isEqualTo(1);
        assertThat(inspected.err()).contains("does not exist: create " + home.resolve("none"));
    }

    @Test
    void aFileThatIsNoDatabaseIsNone() throws java.io.IOException {
        Path file =
                java.nio.file.Files.writeString(home.resolve("notes.txt"), "these are notes, no database".repeat(100));

        var inspected = azoth.run("inspect", "--url", "sqlite:///" + file);

        assertThat(inspected.code()).isEqualTo(1);
        assertThat(inspected.err()).contains("not a database").hasLineCount(1);
    }

    @Test
    void anUnknownTableIsNamed() {
        var inspected = azoth.run("inspect", "nope");

        assertThat(inspected.code()).isEqualTo(1);
        assertThat(inspected.err()).contains("there is no table nope");
    }
}
