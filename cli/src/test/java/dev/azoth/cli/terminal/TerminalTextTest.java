package dev.azoth.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
    @Test
    void paragraphsAreJoinedAndBrokenBetweenWords() {
        assertThat(WrappedText.of("one two\nthree four five\n\nsix", 13))
                .containsExactly("one two three", "four five", "", "six");
    }

    @Test
    void listsAndCodeKeepTheirLines() {
        assertThat(WrappedText.of("- one\n- two\n\n```java\nint  x;\n```", 40))
                .containsExactly("- one", "- two", "", "  int  x;");
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(DisplayWidth.of("a漢🦊é")).isEqualTo(6);
        assertThat(DisplayWidth.cut("漢漢漢", 5)).isEqualTo("漢漢…");
    }

    @Test
    void tablesAreCutWhereTheyAreWidest() {
        StringWriter out = new StringWriter();
        Terminal terminal = Terminal.plain(out, out);
        new TextTable("name", "size").row("x".repeat(200), 5).row("short", 12).print(terminal, "");
        terminal.flush();

        assertThat(out.toString().lines())
                .allMatch(line -> line.length() <= 100)
                .anyMatch(line -> line.endsWith("…     5"));
    }

    @Test
    void longListsOfPlaceholdersAreCutShort() {
        assertThat(SqlText.lines("INSERT INTO t (a, b) VALUES (?, ?), (?, ?), (?, ?), (?, ?)", 100))
                .containsExactly("INSERT INTO t (a, b) VALUES (?, ?), … 4 rows");
        assertThat(SqlText.lines("SELECT a FROM t WHERE a IN (?, ?, ?, ?, ?, ?, ?, ?, ?)", 100))
                .containsExactly("SELECT a FROM t WHERE a IN (?, ?, … 9 values)");
    }

    @Test
    void longStatementsHaveALineForEachClause() {
        List<String> lines =
                SqlText.lines("DELETE FROM some_table WHERE some_column = ? RETURNING some_table.some_column", 40);

        assertThat(lines)
                .containsExactly(
                        "DELETE FROM some_table", "  WHERE some_column = ?", "  RETURNING some_table.some_column");
    }
}
