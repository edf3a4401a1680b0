package dev.azoth.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where the command writes: for a person at a terminal with colours and a width, or plainly into a file or a pipe.
 *
 * <p>Not safe for more than one thread, but for {@link #out} and {@link #err} themselves.
 */
public final class Terminal {
    /** The widest text that is still read with ease. */
    private static final int WIDEST = 100;

    private static final int NARROWEST = 40;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean interactive;
    private final boolean coloured;
    private final int width;

    private Terminal(Writer out, Writer err, boolean interactive, boolean coloured, int width) {
        this.out = new PrintWriter(out, false);
        this.err = new PrintWriter(err, true);
        this.interactive = interactive;
        this.coloured = coloured;
        this.width = Math.max(NARROWEST, Math.min(WIDEST, width));
    }

    /**
     * The terminal that the command was started from. The {@code azoth} script tells in {@code azoth.columns} how wide it is; without that, there is
     * none: not every Java can tell.
     */
    public static Terminal ofSystem() {
        int columns = Integer.getInteger("azoth.columns", 0);
        boolean interactive = columns > 0;
        boolean coloured = interactive && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        int width = interactive ? columns : WIDEST;
        return new Terminal(writer(FileDescriptor.out), writer(FileDescriptor.err), interactive, coloured, width);
    }

    /** A terminal without colours that writes into these. */
    public static Terminal plain(Writer out, Writer err) {
        return new Terminal(out, err, false, false, WIDEST);
    }

    private static Writer writer(FileDescriptor target) {
        Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        // a locale that was never set says ASCII, and terminals have understood UTF-8 for long
        boolean unset = charset.equals(StandardCharsets.US_ASCII);
        return new OutputStreamWriter(new FileOutputStream(target), unset ? StandardCharsets.UTF_8 : charset);
    }

    /** For results; flushed at the end, and before anything is written to {@link #err} by way of this class. */
    public PrintWriter out() {
        return out;
    }

    /** For complaints. */
    public PrintWriter err() {
        return err;
    }

    /** Whether a person is looking, so that lines may be overwritten. */
    public boolean isInteractive() {
        return interactive;
    }

    /** Whether it has colours. */
    public boolean isColoured() {
        return coloured;
    }

    /** The columns of a line. */
    public int width() {
        return width;
    }

    /** The text in a style, where there are colours. */
    public String style(Style style, String text) {
        return coloured ? style.apply(text) : text;
    }

    /** Writes a line. */
    public void line(String text) {
        out.println(text);
    }

    /** Writes an empty line. */
    public void line() {
        out.println();
    }

    /** Writes text broken into lines, each after an indent. */
    public void wrapped(String text, String indent) {
        WrappedText.of(text, width - DisplayWidth.of(indent)).forEach(line -> line((indent + line).stripTrailing()));
    }

    /** Writes a title with a line under it. */
    public void title(String text) {
        line(style(Style.BOLD, text));
        line(style(Style.DIM, "─".repeat(DisplayWidth.of(text))));
    }

    /** Writes lines. */
    public void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** Writes a complaint, after all results so far. */
    public void complain(String text) {
        out.flush();
        err.println(style(Style.RED, text));
        err.flush();
    }

    /** Makes sure that everything is written. */
    public void flush() {
        out.flush();
        err.flush();
    }
}
