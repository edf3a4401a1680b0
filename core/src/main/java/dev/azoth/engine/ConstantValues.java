package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Insert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that are given to an insert, each with the values behind it that the insert has itself. */
final class ConstantValues {
    private final ParameterRows given;
    private final @Nullable Object[] constants;

    private ConstantValues(ParameterRows given, @Nullable Object[] constants) {
        this.given = given;
        this.constants = constants;
    }

    static ParameterRows of(Insert<?> insert, ParameterRows given) {
        Map<ColumnReference<?>, @Nullable Object> constants = insert.constants();
        List<String> names = new ArrayList<>(given.names());
        for (ColumnReference<?> each : constants.keySet()) {
            if (names.contains(each.name())) {
                throw new InvalidRequestException(
                        "the insert into " + insert.table().name() + " has a value for " + each.name()
                                + ", and so have the rows given to execute: leave one of them out");
            }
            names.add(each.name());
        }
        ConstantValues values = new ConstantValues(given, constants.values().toArray());
        return new ParameterRows(names, () -> values.whole(given.rows().iterator()));
    }

    private Iterator<@Nullable Object[]> whole(Iterator<@Nullable Object[]> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public @Nullable Object[] next() {
                return whole(rows.next());
            }
        };
    }

    private @Nullable Object[] whole(@Nullable Object[] row) {
        int width = given.names().size();
        if (row.length != width) {
            throw new InvalidRequestException(
                    "a row has " + row.length + " values for the " + width + " names " + given.names());
        }
        @Nullable Object[] whole = Arrays.copyOf(row, width + constants.length);
        System.arraycopy(constants, 0, whole, width, constants.length);
        return whole;
    }
}
