package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Literal;
import dev.azoth.type.Types;
import java.util.Optional;

/** How a dialect writes the calls of one function. */
@FunctionalInterface
public interface FunctionForm {
    /**
     * Writes a call.
     *
     * @throws CompileException if the dialect cannot do what is called
     */
    void write(FunctionCall<?> call, SqlWriter out);

    /** A function of another name. */
    static FunctionForm named(String name) {
        return (call, out) -> out.call(name, call);
    }

    /** Nothing but this text, whatever the arguments: {@code current_date}. */
    static FunctionForm text(String sql) {
        return (call, out) -> out.sql(sql);
    }

    /**
     * A text with the arguments in their places: {@code strpos({1}, {0})}. {@code {0}} stands where a function's argument may; {@code {(0)}}
     * is in parentheses where it needs them beside an operator; {@code {<0>}} is cast to its type if it is
     * a bound value; {@code {*}} are all of them with commas, {@code {1*}} all from one on.
     *
     * <p>The whole must need no parentheses itself, and is no aggregate's: nothing is written of DISTINCT, FILTER and windows.
     */
    static FunctionForm template(String template) {
        return Template.parse(template);
    }

    /** A function of a text, in which the name that the argument is stands as it is written in SQL, behind the schema that the second one is: {@code nextval('"numbers"')}. */
    static FunctionForm ofName(String function) {
        return (call, out) -> {
            String name = StandardFunctions.nameInSchema(call, SqlWriter.literal(out.language()))
                    .text();
            out.sql(function + "(").argument(new Literal<>(Types.TEXT, name)).sql(")");
        };
    }

    /** A name, which the argument is, behind words, and behind the schema that the second one is: {@code NEXT VALUE FOR numbers}. */
    static FunctionForm beforeName(String words) {
        return (call, out) -> StandardFunctions.nameInSchema(call, out.sql(words + " "));
    }

    /** A function that the dialect lacks, and cannot be written in another way. */
    static FunctionForm unsupported() {
        return new LackingFunction(Optional.empty());
    }

    /** A construct that the dialect lacks, by the name that its users know. */
    static FunctionForm unsupported(String construct) {
        return new LackingFunction(Optional.of(construct));
    }
}
