package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a dialect writes the calls of one function. */
@FunctionalInterface
public interface FunctionForm {
    /**
     * Writes a call.
     *
     * @throws CompileException if the dialect cannot do what is called
     */
    void write(FunctionCall<?> call, SqlWriter out);

    /** Nothing but this text, whatever the arguments: {@code current_date}. */
    static FunctionForm text(String sql) {
        return (call, out) -> out.sql(sql);
    }

    /**
     * A text with the arguments in their places: {@code strpos({1}, {0})}. Each stands where a function's argument may; put it in parentheses
     * where it stands beside an operator.
     *
     */
    static FunctionForm template(String template) {
        Matcher place = Pattern.compile("\\{(\\d)}").matcher(template);
        List<String> texts = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int end = 0;
        while (place.find()) {
            texts.add(template.substring(end, place.start()));
            places.add(Integer.valueOf(place.group(1)));
            end = place.end();
        }
        String rest = template.substring(end);
        return (call, out) -> {
            List<Expression<?>> arguments = call.arguments();
            for (int i = 0; i < places.size(); i++) {
                out.sql(texts.get(i)).argument(arguments.get(places.get(i)));
            }
            out.sql(rest);
        };
    }

    /** A function that the dialect lacks, and cannot be written in another way. */
    static FunctionForm unsupported() {
        return (call, out) -> {
            throw out.unsupported("function " + call.function());
        };
    }
}
