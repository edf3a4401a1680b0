package dev.azoth.dialect;

import java.sql.BatchUpdateException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What drivers tell of the row for which a batch failed. */
public final class FailedBatch {
    private static final Pattern FIRST_NUMBER = Pattern.compile("^\\D*(\\d{1,9})");

    private FailedBatch() {}

    /** The row after those that have a count, or the first that is marked; none where all are marked, as being undone. */
    static OptionalInt byCounts(int[] counts) {
        if (counts.length > 1 && Arrays.stream(counts).allMatch(count -> count == Statement.EXECUTE_FAILED)) {
            return OptionalInt.empty();
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == Statement.EXECUTE_FAILED) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.of(counts.length);
    }

    /** The row that the driver's message tells with its first number: "Batch entry 7 …". */
    public static OptionalInt byMessage(BatchUpdateException exception) {
        Matcher number = FIRST_NUMBER.matcher(String.valueOf(exception.getMessage()));
        return number.find() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
    }
}
