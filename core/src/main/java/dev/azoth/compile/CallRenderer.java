package dev.azoth.compile;

import dev.azoth.sql.Condition;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.TextExpression;
import java.util.List;
import java.util.Optional;

/** Writes calls of functions. */
public abstract class CallRenderer extends ExpressionRenderer {
    /** For dialects. */
    protected CallRenderer() {}

    /** The functions that are written in a way of their own. */
    protected FunctionTable functions() {
        return FunctionTable.EMPTY;
    }

    @Override
    protected final void function(FunctionCall<?> call, SqlWriter out) {
        Optional<FunctionForm> form = functions().form(call);
        if (form.isPresent()) {
            form.get().write(call, out);
        } else {
            plain(call, out);
        }
    }

    /** Writes {@code name(arguments)}. */
    protected final void plain(FunctionCall<?> call, SqlWriter out) {
        Condition filter = call.filter();
        out.sql(functions().name(call.function())).sql(call.distinct() ? "(DISTINCT " : "(");
        if (filter != null && !hasFilter()) {
            filteredArgument(call, filter, out);
        } else {
            out.arguments(call.arguments());
        }
        out.sql(")");
        if (filter != null && hasFilter()) {
            out.sql(" FILTER (WHERE ").argument(filter).sql(")");
        }
    }

    /** An aggregate skips nulls: so a CASE without ELSE leaves out the rows that the condition leaves out. */
    private static void filteredArgument(FunctionCall<?> call, Condition filter, SqlWriter out) {
        if (call.arguments().isEmpty()) {
            throw out.unsupported("FILTER for " + call.function() + "() without arguments");
        }
        Expression<?> argument = call.arguments().get(0);
        boolean star = argument instanceof TextExpression<?> text
                && text.text().pieces().equals(List.of("*"));
        out.sql("CASE WHEN ").argument(filter).sql(" THEN ");
        if (star) {
            out.sql("1");
        } else {
            out.argument(argument);
        }
        out.sql(" END");
        List<Expression<?>> more = call.arguments().subList(1, call.arguments().size());
        out.sql(more.isEmpty() ? "" : ", ").arguments(more);
    }

    /** Whether aggregates have FILTER. */
    protected boolean hasFilter() {
        return true;
    }
}
