package dev.azoth.dialect.sqlite;

import dev.azoth.compile.SqlWriter;
import dev.azoth.sql.Cast;
import dev.azoth.sql.Expression;
import dev.azoth.type.DecimalType;
import dev.azoth.type.FloatType;
import dev.azoth.type.IntegerType;
import dev.azoth.type.SqlType;
import dev.azoth.type.StringType;
import dev.azoth.type.TemporalType;
import dev.azoth.type.TemporalType.Form;
import org.jspecify.annotations.Nullable;

/**
 * Casts that give what they give elsewhere: SQLite's own only chooses among its five kinds of value, so that it would cut a fraction
 * instead of rounding it, ignore a length, and leave a time on a date.
 */
final class SqliteCast {
    private SqliteCast() {}

    static void write(Cast<?> node, SqlWriter out) {
        Expression<?> operand = node.operand();
        SqlType<?> from = operand.type();
        if (node.type() instanceof TemporalType<?> to) {
            temporal(operand, from instanceof TemporalType<?> known ? known.form() : null, to.form(), out);
        } else if (node.type() instanceof IntegerType<?> && isFractional(from)) {
            around("CAST(round(", operand, ") AS INTEGER)", out);
        } else if (node.type() instanceof DecimalType decimal && decimal.precision() > 0) {
            decimal(operand, decimal.scale(), out);
        } else if (node.type() instanceof StringType text && text.length() > 0) {
            around("substr(CAST(", operand, " AS TEXT), 1, " + text.length() + ")", out);
        } else {
            around("CAST(", operand, " AS " + out.codec(node.type()).castDeclaration() + ")", out);
        }
    }

    /** Rounding makes a floating-point number of anything; a whole number is spared that, since it may have more than 15 digits. */
    private static void decimal(Expression<?> operand, int scale, SqlWriter out) {
        if (scale > 0) {
            around("round(", operand, ", " + scale + ")", out);
        } else if (isFractional(operand.type())) {
            around("CAST(round(", operand, ") AS INTEGER)", out);
        } else {
            around("CAST(", operand, " AS NUMERIC)", out);
        }
    }

    private static boolean isFractional(SqlType<?> type) {
        return type instanceof FloatType<?>
                || (type instanceof DecimalType decimal && (decimal.precision() == 0 || decimal.scale() > 0));
    }

    private static void around(String before, Expression<?> operand, String after, SqlWriter out) {
        out.sql(before).argument(operand).sql(after);
    }

    /** Between dates and times by cutting and adding text, which keeps microseconds; from other text by SQLite's functions. */
    private static void temporal(Expression<?> operand, @Nullable Form from, Form to, SqlWriter out) {
        if (from == to) {
            out.operand(operand);
        } else if (from == null || from == Form.TIME) {
            around("strftime('" + format(to) + "', ", operand, ")", out);
        } else if (from == Form.DATE) {
            around(
                    "(",
                    operand,
                    " || '" + (to == Form.TIMESTAMPTZ ? " 00:00:00.000000Z" : " 00:00:00.000000") + "')",
                    out);
        } else {
            switch (to) {
                case DATE -> around("substr(", operand, ", 1, 10)", out);
                case TIME -> around("substr(", operand, ", 12, 15)", out);
                case TIMESTAMP -> around("substr(", operand, ", 1, 26)", out);
                case TIMESTAMPTZ -> around("(", operand, " || 'Z')", out);
            }
        }
    }

    private static String format(Form to) {
        return switch (to) {
            case DATE -> "%Y-%m-%d";
            case TIME -> "%H:%M:%f000";
            case TIMESTAMP -> "%Y-%m-%d %H:%M:%f000";
            case TIMESTAMPTZ -> "%Y-%m-%d %H:%M:%f000Z";
        };
    }
}
