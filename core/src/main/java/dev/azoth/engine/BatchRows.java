package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a batch, of which one at a time gives the values: the one that is bound, or the one that failed. */
final class BatchRows implements NamedValues {
    private final List<String> names;
    private final List<@Nullable Object[]> rows;
    private int current = -1;

    BatchRows(List<String> names, List<@Nullable Object[]> rows) {
        this.names = names;
        this.rows = rows;
        for (@Nullable Object[] row : rows) {
            if (row.length != names.size()) {
                throw new InvalidRequestException(
                        "a row has " + row.length + " values for the " + names.size() + " names " + names);
            }
        }
    }

    List<@Nullable Object[]> rows() {
        return rows;
    }

    void start() {
        current = -1;
    }

    boolean next() {
        return ++current < rows.size();
    }

    int current() {
        return current;
    }

    void show(int row) {
        current = row;
    }

    /** Whether there are several rows and it is none of them in particular: all are sent, or which one failed is not known. */
    boolean isOfNoRow() {
        return rows.size() > 1 && (current < 0 || current >= rows.size());
    }

    /** Before the first row and after the last, the values of the nearest. */
    @Override
    public @Nullable Object value(String name, int ordinal) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new InvalidRequestException("the parameter " + name + " has no value; there are values for " + names);
        }
        return rows.get(Math.max(0, Math.min(current, rows.size() - 1)))[at];
    }
}
