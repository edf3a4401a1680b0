package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.List;

/** What a statement that changes rows returns of each. */
record Returning(List<? extends Selectable<?>> selection, Projection projection) {
    static final Returning NONE = new Returning(List.of(), new Projection.Rows());

    Returning {
        selection = List.copyOf(selection);
    }

    static Returning only(Selectable<?> selected) {
        return new Returning(List.of(selected), new Projection.Single());
    }

    static Returning rows(List<? extends Selectable<?>> selected) {
        return new Returning(selected, new Projection.Rows());
    }

    Returning as(Class<? extends Record> record) {
        if (selection.isEmpty()) {
            throw new InvalidRequestException("a record is made of what is returned: call returning(…) before as("
                    + record.getSimpleName() + ".class)");
        }
        return new Returning(selection, new Projection.Into(record));
    }

    Returning rewritten(Rewriter by) {
        return RecordParts.rewritten(this, by);
    }
}
