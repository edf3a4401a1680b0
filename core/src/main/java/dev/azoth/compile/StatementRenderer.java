package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.CompoundSelect;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Dml;
import dev.azoth.sql.DriverText;
import dev.azoth.sql.Export;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Insert;
import dev.azoth.sql.MappedQuery;
import dev.azoth.sql.Projection;
import dev.azoth.sql.Query;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Statement;
import dev.azoth.sql.SyntaxExtension;
import dev.azoth.sql.TextQuery;
import dev.azoth.sql.Update;
import dev.azoth.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Writes whole statements; what a dialect says differently is a method that it overrides. */
public class StatementRenderer extends ChangeRenderer {
    private static final String READ_BY_KEY =
            " /* what it returns is read by other statements, by the key of the rows */";

    /** For dialects. */
    protected StatementRenderer() {}

    /**
     * Writes a statement.
     *
     * @param walk the walk through this very statement
     * @throws CompileException if the language lacks something in it
     */
    public final CompiledStatement compile(Statement<?> statement, StatementWalk walk, SqlLanguage language) {
        if (statement instanceof DriverText text) {
            return asItIs(text, SqlWriter.binding(language, walk));
        }
        if (statement instanceof MappedQuery<?, ?> mapped) {
            return compile(mapped.query(), walk, language);
        }
        List<? extends Selectable<?>> selection;
        Projection projection;
        CompiledStatement.Outcome outcome;
        if (statement instanceof Query<?> query) {
            selection = query.selection();
            projection = query.projection();
            outcome = query instanceof TextQuery<?> text && !text.isTyped()
                    ? CompiledStatement.Outcome.UNKNOWN
                    : CompiledStatement.Outcome.ROWS;
        } else {
            Dml<?> dml = (Dml<?>) statement;
            selection = dml.returning();
            projection = dml.projection();
            outcome = outcome(dml);
        }
        SqlWriter body = SqlWriter.binding(language, walk);
        NestedJson.Written written = written(statement, language, body);
        SqlWriter whole = whole(written.statement(), body);
        return new CompiledStatement(
                whole.finish(),
                whole.slots(),
                written.columns().isEmpty() ? columns(selection, whole) : written.columns(),
                selection,
                projection,
                outcome);
    }

    /** What is written for a statement that may select rows of nested queries, or return rows that other statements read. */
    private NestedJson.Written written(Statement<?> statement, SqlLanguage language, SqlWriter out) {
        if (statement instanceof Select<?> select && RowDecoders.isNested(select.selection())) {
            return NestedJson.of(select, out);
        }
        return new NestedJson.Written(
                statement instanceof Dml<?> dml && returnsByQuery(dml) ? changeAlone(dml, language, out) : statement,
                List.of());
    }

    /** A change without what it returns, which is read by its key: it must have one, and the query must be one that can be written. */
    private Statement<?> changeAlone(Dml<?> dml, SqlLanguage language, SqlWriter out) {
        ReturnKey.of(dml, language.server());
        List<FromItem> from = new ArrayList<>(List.of(dml.table()));
        if (dml instanceof Delete<?> delete) {
            from.addAll(delete.from());
        } else if (dml instanceof Update<?> update) {
            checkReturned(update, out);
        }
        text(Sql.select(dml.returning()).from(from.toArray(FromItem[]::new)), language);
        return dml.returning(List.of());
    }

    /**
     * The text of a statement with its values in it, for people to read: in a log, say. It is what the database would take, but for
     * the values of {@linkplain SqlType#isSensitive sensitive} types, which are {@code ***}, and parameters, which are their names.
     *
     * @throws CompileException if the language lacks something in it
     */
    public final String text(Statement<?> statement, SqlLanguage language) {
        if (statement instanceof DriverText driver) {
            return driver.sql();
        }
        if (statement instanceof MappedQuery<?, ?> mapped) {
            return text(mapped.query(), language);
        }
        SqlWriter body = SqlWriter.reading(language);
        String text =
                whole(written(statement, language, body).statement(), body).text();
        return statement instanceof Dml<?> dml && returnsByQuery(dml) ? text + READ_BY_KEY : text;
    }

    private SqlWriter whole(Statement<?> statement, SqlWriter body) {
        if (statement instanceof Query<?> query) {
            if (query instanceof CompoundSelect<?> && RowDecoders.isNested(query.selection())) {
                throw new CompileException("a nested query cannot be in a set operation: put the operation in FROM,"
                        + " with subquery(…), and nest in a select of that");
            }
            body.scope().read(true);
            query(query, false, body);
        } else {
            Dml<?> dml = (Dml<?>) statement;
            changed(dml, body);
            if (!body.scope().commonTables().isEmpty()) {
                checkCommonTables(dml, body);
            }
        }
        return withCommonTables(body);
    }

    private static CompiledStatement asItIs(DriverText text, SqlWriter out) {
        out.sql(text.sql());
        text.values().forEach(out::placed);
        return new CompiledStatement(
                out.finish(),
                out.slots(),
                List.of(),
                List.of(),
                new Projection.Rows(),
                CompiledStatement.Outcome.UNKNOWN);
    }

    /** Whether an insert can take all its rows at once, as one array for each column. */
    public final boolean takesArrays(Insert<?> insert, SqlLanguage language) {
        return insertsArrays()
                && insert.givenColumns().stream()
                        .noneMatch(column -> language.codecs()
                                .codec(column.type())
                                .arrayElementType()
                                .isEmpty());
    }

    /**
     * Writes an insert that takes all its rows at once, as one array for each column.
     *
     * @param insert an insert of {@linkplain Insert#parameters parameters}, of columns that all have arrays
     */
    public final CompiledStatement compileArrays(Insert<?> insert, StatementWalk walk, SqlLanguage language) {
        SqlWriter body = SqlWriter.binding(language, walk);
        CompiledStatement.Outcome outcome = outcome(insert);
        checkKey(insert, body);
        body.qualifying(false, () -> returned(insert, () -> arrays(insert, body), body));
        extensions(insert.extensions(), SyntaxExtension.Point.AT_END, body);
        return new CompiledStatement(
                body.finish(),
                body.slots(),
                columns(insert.returning(), body),
                insert.returning(),
                insert.projection(),
                outcome);
    }

    private void arrays(Insert<?> insert, SqlWriter out) {
        insertArrays(insert, out);
        extensions(insert.extensions(), SyntaxExtension.Point.BEFORE_RETURNING, out);
    }

    private static List<ResultColumn<?>> columns(List<? extends Selectable<?>> selection, SqlWriter out) {
        List<ResultColumn<?>> columns = new ArrayList<>();
        for (Selectable<?> selectable : selection) {
            for (Expression<?> expression : selectable.expressions()) {
                columns.add(column(expression, out));
            }
        }
        return columns;
    }

    private static <T> ResultColumn<T> column(Expression<T> expression, SqlWriter out) {
        return new ResultColumn<>(Export.ownName(expression), expression, out.codec(expression.type()));
    }

    private CompiledStatement.Outcome outcome(Dml<?> dml) {
        if (dml.returning().isEmpty()) {
            return CompiledStatement.Outcome.COUNT;
        }
        if (returnsByQuery(dml)) {
            return CompiledStatement.Outcome.ROWS_BY_KEY;
        }
        return returnsByKeys(dml) ? CompiledStatement.Outcome.GENERATED_KEYS : CompiledStatement.Outcome.ROWS;
    }

    @Override
    final void changed(Dml<?> dml, SqlWriter out) {
        out.scope()
                .dividing(
                        !startsWithTables(dml),
                        () -> out.qualifying(false, () -> returned(dml, () -> change(dml, out), out)));
        extensions(dml.extensions(), SyntaxExtension.Point.AT_END, out);
    }
}
