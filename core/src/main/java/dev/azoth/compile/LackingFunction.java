package dev.azoth.compile;

import dev.azoth.sql.FunctionCall;
import java.util.Optional;

/** A function that a dialect lacks. */
record LackingFunction(Optional<String> construct) implements FunctionForm {
    @Override
    public void write(FunctionCall<?> call, SqlWriter out) {
        throw out.unsupported(construct.orElse("function " + call.function()));
    }
}
