package dev.azoth.compile;

import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FulltextMode;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a call that searches texts, for dialects to write.
 *
 * @param query    as it was said
 * @param signed   the same as MySQL reads it, with a sign before each word
 * @param quoted   the same as FTS5 reads it, with operators between words in quotes, and the columns in front
 * @param language empty for the database's own choice
 */
public record FulltextCall(
        Expression<?> query,
        Expression<?> signed,
        Expression<?> quoted,
        FulltextMode mode,
        String language,
        List<Expression<?>> texts) {
    /** The parts of a call. */
    public static FulltextCall of(FunctionCall<?> call) {
        List<Expression<?>> arguments = call.arguments();
        return new FulltextCall(
                arguments.get(0),
                arguments.get(1),
                arguments.get(2),
                FulltextMode.valueOf(text(arguments.get(3))),
                text(arguments.get(4)),
                arguments.subList(5, arguments.size()));
    }

    private static String text(Expression<?> literal) {
        return String.valueOf(((Literal<?>) literal).value());
    }

    /**
     * The texts, which are columns.
     *
     * @throws dev.azoth.CompileException if one is not
     */
    public List<ColumnReference<?>> columns(SqlWriter out) {
        List<ColumnReference<?>> columns = new ArrayList<>();
        for (Expression<?> text : texts) {
            if (!(text instanceof ColumnReference<?> column)) {
                throw out.unsupported("full text search of anything but columns");
            }
            columns.add(column);
        }
        return columns;
    }
}
