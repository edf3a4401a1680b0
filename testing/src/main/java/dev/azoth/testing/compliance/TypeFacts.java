package dev.azoth.testing.compliance;

/**
 * What the values of types come up against in a database, declared here and nowhere else.
 *
 * @param digits     the digits of an exact decimal
 * @param notFinite  whether floating-point numbers have NaN and infinities
 * @param characters whether the length of a text is counted in characters, and not in UTF-16 units
 * @param nul        whether a text may have a NUL
 * @param jsonDepth  how deep JSON may be
 * @param early      whether dates before the calendar's reform of 1582 are kept
 * @param arrays     whether arrays of every type are sent and read
 */
record TypeFacts(
        int digits, boolean notFinite, boolean characters, boolean nul, int jsonDepth, boolean early, boolean arrays) {
    private static final int DEEP = 1_000;

    static TypeFacts of(String dialect) {
        return switch (dialect) {
            case "postgresql" -> new TypeFacts(38, true, true, false, DEEP, true, true);
            case "h2" -> new TypeFacts(38, true, false, true, DEEP, true, true);
            case "duckdb" -> new TypeFacts(38, false, true, true, DEEP, true, false);
            case "sqlite" -> new TypeFacts(15, false, true, true, DEEP, true, false);
            case "mysql" -> new TypeFacts(38, false, true, true, 100, true, false);
            case "mariadb" -> new TypeFacts(38, false, true, true, 30, true, false);
            // what the least of them has, for a dialect of somebody else's
            default -> new TypeFacts(15, false, false, false, 30, false, false);
        };
    }
}
