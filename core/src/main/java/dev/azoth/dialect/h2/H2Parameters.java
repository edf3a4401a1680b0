package dev.azoth.dialect.h2;

import dev.azoth.sql.Binary;
import dev.azoth.sql.Bind;
import dev.azoth.sql.CaseWhen;
import dev.azoth.sql.Cast;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Label;
import dev.azoth.sql.Literal;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Parameter;
import dev.azoth.sql.SimpleCase;
import dev.azoth.sql.Truth;
import dev.azoth.type.DecimalType;
import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        List<Expression<? extends T>> results = new ArrayList<>();
        cases.branches().forEach(branch -> results.add(branch.value()));
        List<Expression<? extends T>> typed = typed(results, cases.otherwise(), cases.type());
        List<CaseWhen.Branch<T>> branches = new ArrayList<>();
        for (CaseWhen.Branch<T> branch : cases.branches()) {
            branches.add(new CaseWhen.Branch<>(branch.condition(), typed.get(branches.size())));
        }
        return new CaseWhen<>(branches, cases.otherwise() == null ? null : typed.get(branches.size()), cases.type());
    }

    static <S, T> SimpleCase<S, T> typed(SimpleCase<S, T> cases) {
        List<Expression<? extends T>> results = new ArrayList<>();
        cases.branches().forEach(branch -> results.add(branch.result()));
        List<Expression<? extends T>> typed = typed(results, cases.otherwise(), cases.type());
        List<SimpleCase.Branch<S, T>> branches = new ArrayList<>();
        for (SimpleCase.Branch<S, T> branch : cases.branches()) {
            branches.add(new SimpleCase.Branch<>(branch.value(), typed.get(branches.size())));
        }
        return new SimpleCase<>(
                cases.subject(), branches, cases.otherwise() == null ? null : typed.get(branches.size()), cases.type());
    }

    private static <T> List<Expression<? extends T>> typed(
            List<Expression<? extends T>> results, @Nullable Expression<? extends T> otherwise, SqlType<T> type) {
        List<Expression<? extends T>> all = new ArrayList<>(results);
        if (otherwise != null) {
            all.add(otherwise);
        }
        boolean wanted = all.stream().noneMatch(H2Parameters::hasType);
        for (int i = 0; i < all.size(); i++) {
            if ((wanted && i == 0) || losesDigits(all.get(i), type)) {
                all.set(i, new Cast<>(all.get(i), type));
            }
        }
        return all;
    }

    static <T> FunctionCall<T> typed(FunctionCall<T> call) {
        Expression<?>[] arguments = call.arguments().toArray(Expression<?>[]::new);
        boolean wanted = Arrays.stream(arguments).noneMatch(H2Parameters::hasType);
        for (int i = 0; i < arguments.length; i++) {
            if ((wanted && i == 0) || losesDigits(arguments[i], call.type())) {
                arguments[i] = new Cast<>(arguments[i], arguments[i].type());
            }
        }
        return call.withArguments(arguments);
    }

    /** A decimal that is a parameter has only so many digits after the point as what stands beside it, such as none beside floor(…). */
    private static boolean losesDigits(Expression<?> value, SqlType<?> type) {
        return type instanceof DecimalType decimal && decimal.scale() > 0 && !hasType(value);
    }

    /** The rest of a division by a parameter has the parameter's digits after the point, which are unknown: ceil(…) of it does nothing. */
    static <T> Binary<T> typed(Binary<T> node) {
        Expression<?> left = hasType(node.left()) || hasType(node.right()) ? node.left() : typed(node.left());
        boolean ofDecimals = node.operator().equals(Operator.MODULO) && node.type() instanceof DecimalType;
        return new Binary<>(left, node.operator(), ofDecimals ? typed(node.right()) : node.right(), node.type());
    }

    private static boolean hasType(Expression<?> value) {
        if (value instanceof Truth truth) {
            return hasType(truth.operand());
        }
        boolean isNull = value instanceof Literal<?> literal && literal.value() == null;
        return !isNull && !(value instanceof Bind<?>) && !(value instanceof Parameter<?>);
    }
}
