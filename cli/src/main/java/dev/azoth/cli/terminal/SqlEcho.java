package dev.azoth.cli.terminal;

import dev.azoth.event.EngineListener;
import dev.azoth.event.StatementEvent;
import dev.azoth.event.TransactionEvent;
import java.util.List;
import java.util.Locale;

/** Shows each statement as it ran: its text, its parameters, how long the database took, and whether the text came out of the cache. */
public final class SqlEcho implements EngineListener {
    private static final String BAR = "  │ ";
    private static final double SLOW = 100;

    private final Terminal terminal;
    private boolean muted;
    private boolean begun;
    private long statements;

    /** An echo on a terminal. */
    public SqlEcho(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Shows nothing while some work is done. */
    public synchronized void mute(boolean on) {
        muted = on;
    }

    /** The statements so far, shown or not. */
    public synchronized long statements() {
        return statements;
    }

    @Override
    public synchronized void statement(StatementEvent event) {
        statements++;
        if (muted) {
            return;
        }
        if (begun) {
            begun = false;
            print(terminal.style(Style.DIM, "BEGIN"));
        }
        int columns = terminal.width() - BAR.length();
        List<String> lines = SqlText.lines(event.sql(), columns);
        for (String line : lines.subList(0, lines.size() - 1)) {
            print(SqlText.coloured(line, terminal));
        }
        String last = lines.get(lines.size() - 1);
        String facts = facts(event);
        boolean slow = event.nanoseconds() / 1e6 > SLOW || event.failure().isPresent();
        String marked = terminal.style(slow ? Style.YELLOW : Style.DIM, facts);
        String parameters = event.parameters().replaceAll("\\s+", " ");
        if (parameters.isEmpty() && DisplayWidth.of(last) + 2 + facts.length() <= columns) {
            print(SqlText.coloured(last, terminal) + "  " + marked);
            return;
        }
        print(SqlText.coloured(last, terminal));
        if (!parameters.isEmpty()) {
            parameters = DisplayWidth.cut(parameters, columns - facts.length() - 2) + "  ";
        }
        print(terminal.style(Style.DIM, parameters) + marked);
    }

    private static String facts(StatementEvent event) {
        return "-- " + String.format(Locale.ROOT, "%.2f ms", event.nanoseconds() / 1e6)
                + (event.cached() ? ", cached" : "")
                + (event.rows() > 1 ? ", " + event.rows() + " rows at once" : "")
                + (event.failure().isPresent() ? ", failed" : "");
    }

    /** Shows where a transaction begins and ends, if anything was done in it. Savepoints are statements, and shown as such. */
    @Override
    public synchronized void transaction(TransactionEvent event) {
        if (muted) {
            return;
        }
        if (event == TransactionEvent.BEGIN) {
            begun = true;
        } else if (event == TransactionEvent.COMMIT || event == TransactionEvent.ROLLBACK) {
            if (!begun) {
                print(terminal.style(Style.DIM, event.name()));
            }
            begun = false;
        }
    }

    private void print(String text) {
        terminal.line((terminal.style(Style.DIM, BAR) + text).stripTrailing());
        terminal.out().flush();
    }
}
