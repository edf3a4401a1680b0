package dev.azoth.dialect.sqlite;

import dev.azoth.compile.FunctionForm;
import dev.azoth.compile.FunctionTable;

/** The functions that SQLite writes in its own way. */
final class SqliteFunctions {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .renamed("char_length", "length")
            // %f has milliseconds, the finest that SQLite knows
            .with("now", FunctionForm.text("strftime('%Y-%m-%d %H:%M:%f000Z', 'now')"))
            .with("current_date", FunctionForm.text("date('now')"));

    private SqliteFunctions() {}
}
