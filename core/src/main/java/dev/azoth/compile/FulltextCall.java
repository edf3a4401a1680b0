package dev.azoth.compile;

import dev.azoth.sql.Bind;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FulltextMode;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Literal;
import dev.azoth.type.TypeCodec;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The parts of a call that searches texts, for dialects to write.
 *
 * @param query    as it was said
 * @param language empty for the database's own choice
 */
public record FulltextCall(Bind<String> query, FulltextMode mode, String language, List<Expression<?>> texts) {
    /** The parts of a call. */
    @SuppressWarnings("unchecked") // FulltextSearch makes no others
    public static FulltextCall of(FunctionCall<?> call) {
        List<Expression<?>> arguments = call.arguments();
        return new FulltextCall(
                (Bind<String>) arguments.get(0),
                FulltextMode.valueOf(text(arguments.get(1))),
                text(arguments.get(2)),
                arguments.subList(3, arguments.size()));
    }

    private static String text(Expression<?> literal) {
        return String.valueOf(((Literal<?>) literal).value());
    }

    /**
     * The place of the query in the database's own language, into which it is brought when it is bound.
     *
     * @param translation makes a text of that language, of any query
     */
    public SqlWriter query(UnaryOperator<String> translation, SqlWriter out) {
        TypeCodec<String> text = out.codec(Types.TEXT);
        return out.bind(query, text.converted(stored -> stored, translation));
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
