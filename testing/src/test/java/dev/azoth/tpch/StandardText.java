package dev.azoth.tpch;

/** Standard SQL in the words of the database that has others. */
final class StandardText {
    private StandardText() {}

    static String on(String database, String text) {
        return database.equals("sqlite") ? sqlite(text) : text;
    }

    /** A date in SQLite is text, and its functions have commas for words. */
    private static String sqlite(String text) {
        return text.replaceAll("DATE ('[^']+')", "$1")
                .replaceAll("('[^']+') ([-+]) INTERVAL '(\\d+)' (DAY|MONTH|YEAR)", "date($1, '$2$3 $4')")
                .replaceAll("EXTRACT\\(YEAR FROM (\\w+)\\)", "CAST(strftime('%Y', $1) AS INTEGER)")
                .replaceAll("SUBSTRING\\((\\w+) FROM (\\d+) FOR (\\d+)\\)", "substr($1, $2, $3)");
    }
}
