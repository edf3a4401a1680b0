package dev.azoth.vector.postgresql;

import dev.azoth.sql.Expression;
import dev.azoth.sql.SqlOutput;
import dev.azoth.vector.VectorCall;
import java.util.List;
import java.util.Locale;

/** pgvector's functions and operators, with its schema in front. */
final class PgFunctions {
    private PgFunctions() {}

    static void write(VectorCall<?> call, SqlOutput out) {
        switch (call.function()) {
            case HAMMING_DISTANCE -> operator("<~>", call, out);
            case JACCARD_DISTANCE -> operator("<%>", call, out);
            case SUM_OF_VECTORS -> operator("+", call, out);
            case DIFFERENCE_OF_VECTORS -> operator("-", call, out);
            case PRODUCT_OF_VECTORS -> operator("*", call, out);
            case CONCATENATION_OF_VECTORS -> operator("||", call, out);
            case VECTOR_NORM -> function(norm(call), call, out);
            case SUM, AVG, BINARY_QUANTIZE, SUBVECTOR, L2_NORMALIZE, VECTOR_DIMS ->
                function(call.function().name().toLowerCase(Locale.ROOT), call, out);
        }
    }

    private static String norm(VectorCall<?> call) {
        return call.arguments().get(0).type().name().startsWith("HALF") ? "l2_norm" : "vector_norm";
    }

    private static void operator(String operator, VectorCall<?> call, SqlOutput out) {
        out.operand(call.arguments().get(0));
        out.sql(" OPERATOR(" + PgvectorExtension.name(out.server(), operator) + ") ");
        out.operand(call.arguments().get(1));
    }

    private static void function(String name, VectorCall<?> call, SqlOutput out) {
        out.sql(PgvectorExtension.name(out.server(), name) + "(");
        List<Expression<?>> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            out.sql(i == 0 ? "" : ", ").argument(arguments.get(i));
        }
        out.sql(")");
    }
}
