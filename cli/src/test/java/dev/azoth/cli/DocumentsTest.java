package dev.azoth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ingesting and searching with the real model. */
class DocumentsTest {
    private static final String SAVEPOINTS = """
            # Guide

            ## Savepoints

            A part of a transaction can be undone alone. The rest goes on.

            ## Bread

            Knead the dough with water, salt and yeast, and bake it in the oven.
            """;

    @TempDir
    private Path home;

    private Path notes;
    private Command azoth;

    @BeforeEach
    void start() throws IOException {
        azoth = new Command(home);
        notes = Files.createDirectories(home.resolve("notes"));
        Files.writeString(notes.resolve("guide.md"), SAVEPOINTS);
    }

    @Test
    void whatIsIngestedIsFoundByMeaning() throws IOException {
        Files.writeString(notes.resolve("katze.de.txt"), "Die Katze schläft auf dem Sofa und träumt von Mäusen.");

        var ingested = azoth.run("ingest", notes.toString());
        assertThat(ingested.err()).isEmpty();
        assertThat(ingested.out())
                .isEqualTo(
                        "[1/2] notes/guide.md: 2 passages\n[2/2] notes/katze.de.txt: 1 passage\nfiles: 2 new; 3 passages stored\n");

        var found = azoth.run("search", "how do I roll back some of my changes?", "--top", "1");
        assertThat(found.code()).isZero();
        assertThat(found.out())
                .startsWith("1. notes/guide.md  0.")
                .contains("   Guide › Savepoints\n   A part of a transaction can be undone alone.");

        var german = azoth.run("search", "animals", "--where", "lang=de", "--where", "position<1", "--echo");
        assertThat(german.out())
                .contains("1. notes/katze.de.txt")
                .doesNotContain("2. ")
                .contains("SELECT");

        var nothing = azoth.run("search", "animals", "--where", "lang=fr");
        assertThat(nothing.code()).isZero();
        assertThat(nothing.out()).isEqualTo("Nothing meets the conditions.\n");

        assertThat(azoth.run("inspect", "documents").out()).contains("embedding", "unique (id)");
    }

    @Test
    void filtersWordsPagesAndVarietyCanBeAskedFor() throws IOException {
        Files.writeString(notes.resolve("codes.en.txt"), "The lamp XK4711 needs a bulb of sixty watts.");
        Files.writeString(notes.resolve("katze.de.txt"), "Die Katze schläft auf dem Sofa und träumt von Mäusen.");
        azoth.run("ingest", notes.toString());

        String question = "how do I undo something?";
        assertThat(azoth.run("search", question, "--top", "1", "--hybrid=XK4711")
                        .out())
                .isNotEqualTo(azoth.run("search", question, "--top", "1").out())
                .startsWith("1. notes/codes.en.txt");
        assertThat(azoth.run("search", "XK4711", "--top", "1", "--hybrid").out())
                .startsWith("1. notes/codes.en.txt");

        assertThat(azoth.run("search", "animals", "--filter", "lang = 'de' AND position < 1")
                        .out())
                .contains("1. notes/katze.de.txt")
                .doesNotContain("2. ");
        assertThat(azoth.run("search", "animals", "-f", "{\"lang\": {\"$in\": [\"de\", \"fr\"]}}")
                        .out())
                .contains("1. notes/katze.de.txt")
                .doesNotContain("2. ");

        String all = azoth.run("search", question, "--top", "4").out();
        String second =
                azoth.run("search", question, "--top", "1", "--skip", "1").out();
        assertThat(all).contains(second.substring("1. ".length(), second.indexOf('\n')));
        assertThat(azoth.run("search", question, "--skip", "100").out()).isEqualTo("Nothing meets the conditions.\n");
        assertThat(azoth.run("search", question, "--top", "4", "--diverse", "0.2")
                        .out())
                .contains("4. ");

        for (String[] wrong : new String[][] {
            {"--filter", "lang = en", "the filter is wrong at character 8"},
            {"--filter", "{\"lang\": {\"$is\": 1}}", "the filter is wrong at $.lang.$is"},
            {"--filter", "{\"lang\"", "JSON"},
            {"--diverse", "2", "the relevance is from 0 to 1"},
            {"--skip", "-1", "skips no -1 documents"}
        }) {
            var refused = azoth.run("search", question, wrong[0], wrong[1]);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains(wrong[2]);
        }
        assertThat(azoth.run("search", question, "--hybrid", "--diverse", "0.5").err())
                .contains("not both");
    }

    @Test
    void whatChangedIsReplacedAndTheRestIsSkipped() throws IOException {
        azoth.run("ingest", notes.toString());
        assertThat(azoth.run("ingest", notes.toString()).out()).contains("guide.md: unchanged", "files: 1 unchanged");

        Files.writeString(notes.resolve("guide.md"), "# Guide\n\nAll about lighthouses.\n");
        assertThat(azoth.run("ingest", notes.toString()).out()).contains("guide.md: changed, 1 passage");
        assertThat(azoth.run("search", "savepoints").out())
                .contains("lighthouses")
                .doesNotContain("2. ");

        Files.writeString(notes.resolve("guide.md"), "");
        assertThat(azoth.run("ingest", notes.toString()).out()).contains("guide.md: empty");
        assertThat(azoth.run("search", "savepoints").out()).isEqualTo("The collection is empty.\n");
    }

    @Test
    void whatFailsIsNamedAndTheRestGoesOn() throws IOException {
        Files.write(notes.resolve("binary.md"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xFF});
        Files.writeString(notes.resolve("nul.txt"), "a\0b");
        Files.writeString(notes.resolve("empty.md"), "");
        Files.write(notes.resolve("latin1.txt"), new byte[] {'G', 'r', (byte) 0xFC, (byte) 0xDF, 'e'});

        var ingested = azoth.run(
                "ingest",
                notes.toString(),
                home.resolve("nowhere").toString(),
                home.resolve("x.pdf").toString());

        assertThat(ingested.code()).isEqualTo(1);
        assertThat(ingested.err())
                .contains("nowhere: there is no such file or folder")
                .contains("notes/binary.md: is not text in UTF-8")
                .contains("notes/nul.txt: is not text: it has NUL characters")
                .contains("notes/latin1.txt: is not text in UTF-8");
        assertThat(ingested.out()).contains("guide.md: 2 passages", "1 new, 1 empty, 5 failed; 2 passages stored");
    }

    @Test
    void oddTextsAreKeptAsTheyAre() throws IOException {
        Files.writeString(
                notes.resolve("odd'; DROP TABLE documents; --.md"),
                "# \"Quotes\" & 'more'\n\n🦊 says \\ % _ ; -- ? :name ${x}\n");

        assertThat(azoth.run("ingest", notes.toString()).err()).isEmpty();

        var found = azoth.run("search", "fox", "-w", "source=notes/odd'; DROP TABLE documents; --.md");
        assertThat(found.out()).contains("\"Quotes\" & 'more'", "🦊 says \\ % _ ; -- ? :name ${x}");
    }

    @Test
    void aFolderWithNothingToReadFails() throws IOException {
        Path empty = Files.createDirectories(home.resolve("empty"));

        var ingested = azoth.run("ingest", empty.toString());

        assertThat(ingested.code()).isEqualTo(1);
        assertThat(ingested.err()).isEqualTo(empty + ": has no .md or .txt files\n");
    }

    @Test
    void anUnknownCollectionIsAnError() {
        assertThat(azoth.run("search", "x", "-c", "nope").err())
                .isEqualTo(
                        "azoth search: there is no collection nope in this database; it has none yet: make one with azoth ingest\n");

        azoth.run("ingest", notes.toString(), "-c", "cellar");
        var searched = azoth.run("search", "x", "-c", "nope");
        assertThat(searched.code()).isEqualTo(1);
        assertThat(searched.err())
                .isEqualTo("azoth search: there is no collection nope in this database; there are: cellar\n");
    }

    @Test
    void aBadConditionIsAMistake() {
        var searched = azoth.run("search", "x", "--where", "lang");

        assertThat(searched.code()).isEqualTo(2);
        assertThat(searched.err())
                .startsWith(
                        "azoth search: 'lang' is no condition: it needs a name, one of = != > >= < <=, and a value");
        assertThat(azoth.run("search", "x", "--top", "0").code()).isEqualTo(2);
        assertThat(azoth.run("search", " ").code()).isEqualTo(2);
    }
}
