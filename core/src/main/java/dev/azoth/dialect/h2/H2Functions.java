package dev.azoth.dialect.h2;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;

/** The functions that H2 writes in its own way. */
final class H2Functions {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            // H2's NOW() is a timestamp without a time zone
            .with("now", FunctionForm.text("CURRENT_TIMESTAMP"))
            .with("current_date", FunctionForm.text("CURRENT_DATE"));

    private H2Functions() {}
}
