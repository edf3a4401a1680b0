package dev.azoth.compile;

import dev.azoth.sql.Aggregation;
import dev.azoth.sql.Bound;
import dev.azoth.sql.CaseWhen;
import dev.azoth.sql.Condition;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Frame;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Literal;
import dev.azoth.sql.TextExpression;
import dev.azoth.sql.Window;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes calls of functions, and the windows they look through. */
public abstract class CallRenderer extends ConditionRenderer {
    /** For dialects. */
    protected CallRenderer() {}

    /** The functions that are written in a way of their own. */
    protected FunctionTable functions() {
        return FunctionTable.EMPTY;
    }

    /** What calls of functions cannot say here. */
    protected Set<CallFeature> lacking() {
        return Set.of();
    }

    @Override
    protected final void function(FunctionCall<?> call, SqlWriter out) {
        Optional<FunctionForm> form = functions().form(call).or(() -> StandardFunctions.TABLE.form(call));
        if (form.isPresent()) {
            form.get().write(call, out);
        } else {
            call(call.function().toLowerCase(Locale.ROOT), call, out);
        }
    }

    /** Writes {@code name(arguments)} with all that the call says of its rows. */
    final void call(String name, FunctionCall<?> said, SqlWriter out) {
        check(CallFeature.ORDER_BY, !said.aggregation().orderBy().isEmpty(), out);
        call(name, said, "", out);
    }

    /** Writes a call whose arguments end with a clause of the function's own; such a function knows ORDER BY everywhere. */
    final void call(String name, FunctionCall<?> said, String clause, SqlWriter out) {
        boolean rewritten = said.aggregation().filter() != null && lacking().contains(CallFeature.FILTER);
        FunctionCall<?> call = rewritten ? filtered(said, out) : said;
        Aggregation rows = call.aggregation();
        check(rows, out);
        out.sql(name).sql(rows.distinct() ? "(DISTINCT " : "(").arguments(call.arguments());
        if (!rows.orderBy().isEmpty()) {
            out.sql(call.arguments().isEmpty() ? "ORDER BY " : " ORDER BY ").orderings(rows.orderBy());
        }
        out.sql(clause).sql(rows.ignoreNulls() && ignoresNullsInside() ? " IGNORE NULLS)" : ")");
        tail(rows, out);
    }

    /** Writes what stands behind a call: WITHIN GROUP, FILTER, OVER. */
    final void tail(Aggregation rows, SqlWriter out) {
        if (!rows.withinGroup().isEmpty()) {
            out.sql(" WITHIN GROUP (ORDER BY ").orderings(rows.withinGroup()).sql(")");
        }
        Condition filter = rows.filter();
        if (filter != null) {
            out.sql(" FILTER (WHERE ").argument(filter).sql(")");
        }
        out.sql(rows.ignoreNulls() && !ignoresNullsInside() ? " IGNORE NULLS" : "");
        over(rows, out);
    }

    /** Writes OVER and the window, if the function looks through one. */
    final void over(Aggregation rows, SqlWriter out) {
        Window window = rows.over();
        if (window != null) {
            check(CallFeature.OVER, true, out);
            out.sql(" OVER (");
            window(window, out);
            out.sql(")");
        }
    }

    /** Whether IGNORE NULLS stands in the parentheses of the call, and not behind them as the standard has it. */
    protected boolean ignoresNullsInside() {
        return false;
    }

    private void check(Aggregation rows, SqlWriter out) {
        check(CallFeature.WITHIN_GROUP, !rows.withinGroup().isEmpty(), out);
        check(CallFeature.IGNORE_NULLS, rows.ignoreNulls(), out);
        check(CallFeature.DISTINCT_OVER, rows.distinct() && rows.over() != null, out);
    }

    private void check(CallFeature feature, boolean wanted, SqlWriter out) {
        if (wanted && lacking().contains(feature)) {
            throw out.unsupported(feature.construct());
        }
    }

    /** An aggregate skips nulls: so a CASE without ELSE leaves out the rows that the condition leaves out. */
    private static <T> FunctionCall<T> filtered(FunctionCall<T> call, SqlWriter out) {
        Condition filter = call.aggregation().filter();
        if (filter == null) {
            return call;
        }
        if (call.arguments().isEmpty()) {
            throw out.unsupported("FILTER for " + call.function() + "() without arguments");
        }
        Expression<?> first = call.arguments().get(0);
        boolean star =
                first instanceof TextExpression<?> text && text.text().pieces().equals(List.of("*"));
        List<Expression<?>> arguments = new ArrayList<>(call.arguments());
        arguments.set(0, star ? only(new Literal<>(Types.INTEGER, 1), filter) : only(first, filter));
        return new FunctionCall<>(call.function(), arguments, call.aggregation().filtered(null), call.type());
    }

    private static <T> Expression<T> only(Expression<T> expression, Condition filter) {
        SqlType<T> type = expression.type();
        return new CaseWhen<>(List.of(new CaseWhen.Branch<>(filter, expression)), null, type);
    }

    private void window(Window window, SqlWriter out) {
        String space = "";
        if (!window.partitions().isEmpty()) {
            out.sql("PARTITION BY ").arguments(window.partitions());
            space = " ";
        }
        if (!window.orderings().isEmpty()) {
            out.sql(space).sql("ORDER BY ").orderings(window.orderings());
            space = " ";
        }
        Frame frame = window.frame();
        if (frame != null) {
            frame(frame, window.orderings().isEmpty(), out.sql(space));
        }
    }

    private void frame(Frame frame, boolean unordered, SqlWriter out) {
        boolean excludes = frame.exclusion() != Frame.Exclusion.NONE;
        check(CallFeature.GROUPS, frame.unit() == Frame.Unit.GROUPS, out);
        check(CallFeature.EXCLUDE, excludes, out);
        check(CallFeature.EXCLUDE_UNORDERED, excludes && unordered, out);
        out.sql(frame.unit().name()).sql(" BETWEEN ");
        bound(frame.start(), out);
        bound(frame.end(), out.sql(" AND "));
        switch (frame.exclusion()) {
            case NONE -> {}
            case CURRENT_ROW -> out.sql(" EXCLUDE CURRENT ROW");
            case GROUP -> out.sql(" EXCLUDE GROUP");
            case TIES -> out.sql(" EXCLUDE TIES");
        }
    }

    private void bound(Bound bound, SqlWriter out) {
        Number distance = bound.distance();
        if (distance != null) {
            DateUnit unit = bound.unit();
            check(CallFeature.RANGE_OF_TIME, unit != null, out);
            String number = distance instanceof BigDecimal exact ? exact.toPlainString() : distance.toString();
            out.sql(unit == null ? number : interval(distance, unit)).sql(" ");
        }
        out.sql(bound.kind().sql());
    }

    /** How a distance in time is written. */
    protected String interval(Number distance, DateUnit unit) {
        return switch (unit) {
            case WEEK -> interval(Math.multiplyExact(distance.longValue(), 7L), DateUnit.DAY);
            case QUARTER -> interval(Math.multiplyExact(distance.longValue(), 3L), DateUnit.MONTH);
            default -> "INTERVAL '" + distance + "' " + unit;
        };
    }
}
