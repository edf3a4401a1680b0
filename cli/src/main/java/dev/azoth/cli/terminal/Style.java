package dev.azoth.cli.terminal;

/** How a piece of text looks on a terminal that has colours. */
public enum Style {
    /** For headings. */
    BOLD("1"),
    /** For what matters less. */
    DIM("2"),
    /** For keywords and names. */
    CYAN("36"),
    /** For what went well. */
    GREEN("32"),
    /** For numbers worth a look. */
    YELLOW("33"),
    /** For what went wrong. */
    RED("31");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String apply(String text) {
        return text.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
