package dev.azoth.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under headings, in columns as wide as they need to be; when they do not all fit, the widest give way. Columns of numbers are set to the right. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int LEAST = 6;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table without rows yet. */
    public TextTable(String... headings) {
        this.headings = Arrays.asList(headings);
    }

    /** Adds a row with a cell for each heading. */
    public TextTable row(Object... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> String.valueOf(cell).replaceAll("\\s+", " "))
                .toList());
        return this;
    }

    /** Writes it, each line after an indent; nothing but a dash when it has no rows. */
    public void print(Terminal terminal, String indent) {
        if (rows.isEmpty()) {
            terminal.line(indent + "–");
            return;
        }
        int[] widths = widths(terminal.width() - indent.length());
        terminal.line(indent + terminal.style(Style.BOLD, line(headings, widths)));
        terminal.line(indent + terminal.style(Style.DIM, rule(widths)));
        rows.forEach(row -> terminal.line(indent + line(row, widths)));
    }

    private int[] widths(int available) {
        int[] widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = DisplayWidth.of(headings.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        int room = available - GAP.length() * (widths.length - 1);
        while (Arrays.stream(widths).sum() > room) {
            int widest = widest(widths);
            if (widths[widest] <= LEAST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : GAP)
                    .append(DisplayWidth.padded(DisplayWidth.cut(cells.get(i), widths[i]), widths[i], isNumeric(i)));
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        return String.join(GAP, Arrays.stream(widths).mapToObj("─"::repeat).toList());
    }

    private boolean isNumeric(int column) {
        return rows.stream().allMatch(row -> row.get(column).matches("-?[0-9][0-9.,]*( ?(ms|%))?"));
    }
}
