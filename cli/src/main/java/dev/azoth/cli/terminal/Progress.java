package dev.azoth.cli.terminal;

import java.util.Locale;

/**
 * How far a piece of work has come: a bar that is drawn over and over on a terminal, a line for each step elsewhere.
 *
 * <pre>{@code
 * try (Progress progress = new Progress(terminal, files.size())) {
 *     progress.step("docs/core/select.md", "9 chunks");
 * }
 * }</pre>
 */
public final class Progress implements AutoCloseable {
    private static final int BAR = 24;
    private static final String CLEAR = "\r\u001B[2K";

    private final Terminal terminal;
    private final int total;
    private int done;

    /** Work of so many steps. */
    public Progress(Terminal terminal, int total) {
        this.terminal = terminal;
        this.total = total;
    }

    /** Says what is being done; seen on a terminal only. */
    public void working(String what) {
        if (terminal.isInteractive()) {
            draw(what);
        }
    }

    /** A step is done. */
    public void step(String what, String outcome) {
        done++;
        if (terminal.isInteractive()) {
            draw(what);
        } else {
            terminal.line(String.format(Locale.ROOT, "[%d/%d] %s: %s", done, total, what, outcome));
            terminal.out().flush();
        }
    }

    /** A step failed: this stays to be read. */
    public void failed(String what, String why) {
        done++;
        clear();
        terminal.complain(what + ": " + why);
    }

    private void draw(String what) {
        int filled = total == 0 ? BAR : BAR * done / total;
        String bar =
                terminal.style(Style.GREEN, "█".repeat(filled)) + terminal.style(Style.DIM, "░".repeat(BAR - filled));
        String numbers = String.format(Locale.ROOT, " %d/%d ", done, total);
        String text = DisplayWidth.cut(what, terminal.width() - BAR - numbers.length() - 1);
        terminal.out().print(CLEAR + bar + numbers + text);
        terminal.out().flush();
    }

    private void clear() {
        if (terminal.isInteractive()) {
            terminal.out().print(CLEAR);
            terminal.out().flush();
        }
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        clear();
    }
}
