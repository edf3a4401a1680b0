package dev.azoth.compile;

/** What an index may be beyond columns, which not every database has. */
public enum IndexFeature {
    /** It has some rows only. */
    CONDITION("index of some rows"),
    /** It has columns that are only read. */
    INCLUDED_COLUMNS("INCLUDE in an index"),
    /** It is kept in a way that is named. */
    METHOD("methods of indexes"),
    /** Values of a column are compared in a way that is named. */
    OPERATOR_CLASS("operator classes of indexes"),
    /** Its method is told something. */
    PARAMETERS("parameters of indexes"),
    /** A column is kept from its largest value on. */
    DESCENDING("DESC in an index"),
    /** Nulls have a place. */
    NULLS("NULLS FIRST or LAST in an index");

    private final String description;

    IndexFeature(String description) {
        this.description = description;
    }

    /** What it is, in words of messages. */
    String description() {
        return description;
    }
}
