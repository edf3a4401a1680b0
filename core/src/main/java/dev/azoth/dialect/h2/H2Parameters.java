package dev.azoth.dialect.h2;

import dev.azoth.sql.Bind;
import dev.azoth.sql.CaseWhen;
import dev.azoth.sql.Cast;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Label;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * What has nothing but parameters in it to tell its type by.
 *
 * <p>H2 takes a parameter's type from what stands beside it. Of {@code CASE WHEN … THEN ? ELSE ? END} it makes a text, of which there is no sum. So
 * the first of them gets a cast, from which H2 takes the type of the others.
 */
final class H2Parameters {
    private H2Parameters() {}

    static Expression<?> typed(Expression<?> value) {
        if (value instanceof Label<?> label) {
            return new Label<>(typed(label.expression()), label.labelName());
        }
        return value instanceof Bind<?> || value instanceof Parameter<?> ? new Cast<>(value, value.type()) : value;
    }

    static <T> CaseWhen<T> typed(CaseWhen<T> cases) {
        Expression<? extends T> otherwise = cases.otherwise();
        if ((otherwise != null && hasType(otherwise))
                || cases.branches().stream().anyMatch(branch -> hasType(branch.value()))) {
            return cases;
        }
        List<CaseWhen.Branch<T>> branches = new ArrayList<>(cases.branches());
        CaseWhen.Branch<T> first = branches.get(0);
        branches.set(0, new CaseWhen.Branch<>(first.condition(), new Cast<>(first.value(), cases.type())));
        return new CaseWhen<>(branches, otherwise, cases.type());
    }

    static <T> FunctionCall<T> typed(FunctionCall<T> call) {
        if (call.arguments().stream().anyMatch(H2Parameters::hasType)) {
            return call;
        }
        List<Expression<?>> arguments = new ArrayList<>(call.arguments());
        Expression<?> first = arguments.get(0);
        arguments.set(0, new Cast<>(first, first.type()));
        return new FunctionCall<>(call.function(), arguments, call.aggregation(), call.type());
    }

    private static boolean hasType(Expression<?> value) {
        boolean isNull = value instanceof Literal<?> literal && literal.value() == null;
        return !isNull && !(value instanceof Bind<?>) && !(value instanceof Parameter<?>);
    }
}
