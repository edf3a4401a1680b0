package dev.azoth.dialect.mysql;

import dev.azoth.compile.FunctionTable;
import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Aggregation;
import dev.azoth.sql.Cast;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.Sql;
import dev.azoth.type.DecimalType;
import dev.azoth.type.FloatType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.StringType;
import dev.azoth.type.TemporalType;
import dev.azoth.type.Types;
import java.util.List;

/** Percentiles, which the server has not: the values of a group are joined in their order, and one is taken out by its number. */
public final class MysqlPercentiles {
    static final FunctionTable TABLE = FunctionTable.EMPTY
            .with("percentile_cont", MysqlPercentiles::between)
            .with("percentile_disc", MysqlPercentiles::one)
            .lacking("mode");

    private MysqlPercentiles() {}

    /** Writes {@code percentile_cont} as an aggregate: between the two values that are next to the place. */
    public static void between(FunctionCall<?> call, SqlWriter out) {
        value("floor(", call, out.sql("("));
        value("ceil(", call, out.sql(" + ("));
        value("floor(", call, out.sql(" - "));
        place(call, out.sql(") * ("));
        place(call, out.sql(" - floor("));
        out.sql(")))");
    }

    private static void value(String rounded, FunctionCall<?> call, SqlWriter out) {
        joined(call, out.sql("CAST("));
        place(call, out.sql(rounded));
        out.sql(") + 1), ',', -1) AS DOUBLE)");
    }

    /** Where a value would be, counted from 0, if there were values everywhere between. */
    private static void place(FunctionCall<?> call, SqlWriter out) {
        out.argument(call.arguments().get(0)).sql(" * (");
        out.call("count", values(call, out, List.of())).sql(" - 1)");
    }

    /** Writes {@code percentile_disc} as an aggregate: the first value that has the share of all up to it. */
    public static void one(FunctionCall<?> call, SqlWriter out) {
        boolean text = call.type() instanceof StringType;
        joined(call, out.sql(text ? "convert(unhex(" : "CAST("));
        out.sql("greatest(1, ceil(").argument(call.arguments().get(0)).sql(" * ");
        out.call("count", values(call, out, List.of())).sql("))), ',', -1)");
        out.sql(text ? ") USING utf8mb4)" : " AS " + out.codec(call.type()).castDeclaration() + ")");
    }

    private static void joined(FunctionCall<?> call, SqlWriter out) {
        MysqlAggregates.notOver(call, out);
        List<Ordering> order = call.aggregation().withinGroup();
        out.sql("substring_index(substring_index(");
        out.call("group_concat", values(call, out, order), " SEPARATOR ','").sql(", ',', ");
    }

    /** An aggregate of the values in a form that has no comma in it. */
    private static FunctionCall<?> values(FunctionCall<?> call, SqlWriter out, List<Ordering> order) {
        Aggregation rows = call.aggregation();
        if (rows.withinGroup().size() != 1) {
            throw out.unsupported(call.function() + " but of one key");
        }
        return call.withArguments(plain(rows.withinGroup().get(0).expression(), call, out))
                .with(rows.grouped(List.of()).ordered(order));
    }

    private static Expression<?> plain(Expression<?> value, FunctionCall<?> call, SqlWriter out) {
        if (value.type() instanceof StringType) {
            return Sql.function("hex", Types.TEXT, value);
        } else if (value.type() instanceof FloatType<?>) {
            return new Cast<>(value, Types.DOUBLE);
        } else if (value.type() instanceof IntegerType<?>
                || value.type() instanceof DecimalType
                || value.type() instanceof TemporalType<?>) {
            return value;
        }
        throw out.unsupported(call.function() + " of " + value.type().name());
    }
}
