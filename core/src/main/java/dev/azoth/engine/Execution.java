package dev.azoth.engine;

import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.ResultColumn;
import dev.azoth.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement about to be sent, with all that a message about it needs.
 *
 * @param columns    the columns of its result
 * @param values     what was gathered from it
 * @param named      what was given by name
 * @param sql        the text that is sent
 * @param rows       the rows of parameters that are sent with it
 * @param cached     whether its text was made by an earlier one
 * @param repeatable whether it does nothing that a lost connection would not undo
 */
@SuppressWarnings("ArrayRecordComponent") // carries values within this package and is never compared
record Execution(
        CompiledStatement statement,
        Statement<?> source,
        List<ResultColumn<?>> columns,
        @Nullable Object[] values,
        NamedValues named,
        String sql,
        int rows,
        boolean cached,
        boolean repeatable) {
    /** The same with the text that listeners make of its. */
    Execution sending(Observers observers) {
        String sent = observers.sending(sql);
        return sent.equals(sql)
                ? this
                : new Execution(statement, source, columns, values, named, sent, rows, cached, repeatable);
    }
}
