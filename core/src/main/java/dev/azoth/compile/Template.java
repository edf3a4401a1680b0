package dev.azoth.compile;

import dev.azoth.sql.Aggregation;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places for a call's arguments; see {@link FunctionForm#template}. */
record Template(List<String> texts, List<String> places) implements FunctionForm {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d?\\*|\\d|\\(\\d\\)|<\\d>)}");

    static Template parse(String template) {
        List<String> texts = new ArrayList<>();
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(template);
        int end = 0;
        while (place.find()) {
            texts.add(template.substring(end, place.start()));
            places.add(place.group(1));
            end = place.end();
        }
        texts.add(template.substring(end));
        return new Template(List.copyOf(texts), List.copyOf(places));
    }

    @Override
    public void write(FunctionCall<?> call, SqlWriter out) {
        if (!call.aggregation().equals(Aggregation.NONE)) {
            throw out.unsupported(call.function() + " as an aggregate or window function");
        }
        List<Expression<?>> arguments = call.arguments();
        for (int i = 0; i < places.size(); i++) {
            String place = places.get(i);
            out.sql(texts.get(i));
            if (place.endsWith("*")) {
                int from = place.length() == 1 ? 0 : place.charAt(0) - '0';
                out.arguments(arguments.subList(from, arguments.size()));
            } else if (place.startsWith("<")) {
                out.typed(arguments.get(place.charAt(1) - '0'));
            } else if (place.startsWith("(")) {
                out.operand(arguments.get(place.charAt(1) - '0'));
            } else {
                out.argument(arguments.get(place.charAt(0) - '0'));
            }
        }
        out.sql(texts.get(places.size()));
    }
}
