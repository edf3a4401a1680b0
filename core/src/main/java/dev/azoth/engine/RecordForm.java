package dev.azoth.engine;

import dev.azoth.sql.RecordComponents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as records, whose components have the names of columns. */
record RecordForm(RecordComponents components) implements GivenRows.Form {
    @Override
    public List<String> names() {
        return components.names();
    }

    @Override
    public @Nullable Object[] values(Object row, int number) {
        if (row.getClass() != components.type()) {
            throw GivenRows.otherForm(row, number, "a " + components.type().getName());
        }
        return components.values(row);
    }
}
