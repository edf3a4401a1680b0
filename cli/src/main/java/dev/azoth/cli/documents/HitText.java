package dev.azoth.cli.documents;

import dev.azoth.cli.terminal.Style;
import dev.azoth.cli.terminal.Terminal;
import dev.azoth.cli.terminal.WrappedText;
import dev.azoth.vector.document.Hit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what a search found: for each hit where it is from, how like it is, the headings above it, and the passage. */
public final class HitText {
    private static final String INDENT = "   ";

    private final Terminal terminal;
    private final int mostLines;

    /**
     * For a terminal.
     *
     * @param mostLines how many lines of a passage are shown
     */
    public HitText(Terminal terminal, int mostLines) {
        this.terminal = terminal;
        this.mostLines = mostLines;
    }

    /** Writes hits, numbered from 1. */
    public void print(List<Hit> hits) {
        for (int i = 0; i < hits.size(); i++) {
            if (i > 0) {
                terminal.line();
            }
            print(i + 1, hits.get(i));
        }
    }

    private void print(int number, Hit hit) {
        String source = metadata(hit, "source");
        terminal.line(number + ". "
                + terminal.style(Style.BOLD, source.isEmpty() ? hit.document().id() : source) + "  "
                + terminal.style(Style.GREEN, String.format(Locale.ROOT, "%.3f", hit.similarity())));
        String headings = metadata(hit, "headings");
        if (!headings.isEmpty()) {
            WrappedText.words(headings, terminal.width() - INDENT.length())
                    .forEach(line -> terminal.line(INDENT + terminal.style(Style.CYAN, line)));
        }
        List<String> lines = WrappedText.of(hit.document().text(), terminal.width() - INDENT.length());
        boolean cut = lines.size() > mostLines + 1;
        (cut ? lines.subList(0, mostLines) : lines).forEach(line -> terminal.line((INDENT + line).stripTrailing()));
        if (cut) {
            terminal.line(INDENT + terminal.style(Style.DIM, "…"));
        }
    }

    private static String metadata(Hit hit, String name) {
        @Nullable Object value = hit.document().metadata().get(name);
        return value == null ? "" : value.toString();
    }
}
