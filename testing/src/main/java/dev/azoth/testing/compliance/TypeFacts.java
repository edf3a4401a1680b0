package dev.azoth.testing.compliance;

/**
 * What the values of types come up against in a database, declared here and nowhere else.
 *
 * @param digits     the digits of an exact decimal
 * @param infinite   whether floating-point numbers have infinities
 * @param notANumber whether they have NaN
 * @param characters whether the length of a text is counted in characters, and not in UTF-16 units
 * @param nul        whether a text may have a NUL
 * @param jsonDepth  how deep JSON may be
 * @param early      whether dates before the calendar's reform of 1582 are kept
 * @param arrays     whether arrays of every type are sent and read
 * @param largest    the bytes of the largest value that is tried
 */
record TypeFacts(
        int digits,
        boolean infinite,
        boolean notANumber,
        boolean characters,
        boolean nul,
        int jsonDepth,
        boolean early,
        boolean arrays,
        int largest) {
    private static final int DEEP = 1_000;
    private static final int MEGABYTE = 1 << 20;

    static TypeFacts of(String dialect) {
        return switch (dialect) {
            case "postgresql" -> new TypeFacts(38, true, true, true, false, DEEP, true, true, 16 * MEGABYTE);
            case "h2" -> new TypeFacts(38, true, true, false, true, DEEP, true, true, 16 * MEGABYTE);
            case "duckdb" -> new TypeFacts(38, true, true, true, true, DEEP, true, true, 16 * MEGABYTE);
            case "sqlite" -> new TypeFacts(15, true, false, true, true, DEEP, true, false, 16 * MEGABYTE);
            case "mysql" -> new TypeFacts(38, false, false, true, true, 100, true, false, 16 * MEGABYTE);
            // a statement has 16 MB there, unless the server's max_allowed_packet is raised
            case "mariadb" -> new TypeFacts(38, false, false, true, true, 30, true, false, 15 * MEGABYTE);
            // what the least of them has, for a dialect of somebody else's
            default -> new TypeFacts(15, false, false, false, false, 30, false, false, 4 * MEGABYTE);
        };
    }
}
