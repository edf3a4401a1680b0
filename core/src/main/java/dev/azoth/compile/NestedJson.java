package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.sql.Aggregation;
import dev.azoth.sql.Comparison;
import dev.azoth.sql.Composite;
import dev.azoth.sql.Construct;
import dev.azoth.sql.Export;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Fetch;
import dev.azoth.sql.FunctionCall;
import dev.azoth.sql.Nested;
import dev.azoth.sql.Operator;
import dev.azoth.sql.Ordering;
import dev.azoth.sql.ScalarSubquery;
import dev.azoth.sql.Select;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Source;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Statement;
import dev.azoth.type.Json;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a select takes for its columns, when rows of nested queries are among them: where it can be, a scalar subquery that makes JSON of the rows;
 * else the columns by which another statement finds them.
 *
 * <p>The subquery aggregates the rows itself, and is no query of a subquery: that one could not see the owner's columns on all databases.
 */
final class NestedJson {
    /** PostgreSQL's functions take at most 100 arguments. */
    private static final int MOST_COLUMNS = 90;

    private static final String FORMED = "json_formed";

    private final SqlWriter out;
    private final List<Expression<?>> expressions = new ArrayList<>();
    private final List<ResultColumn<?>> columns = new ArrayList<>();
    private @Nullable String obstacle;

    private NestedJson(SqlWriter out) {
        this.out = out;
    }

    /** What a select is written as, and the columns of its result. */
    record Written(Statement<?> statement, List<ResultColumn<?>> columns) {}

    static Written of(Select<?> select, SqlWriter out) {
        NestedJson own = new NestedJson(out);
        String around = select.isDistinct()
                        || !select.distinctOn().isEmpty()
                        || !select.groupBy().isEmpty()
                        || select.grouping().isPresent()
                        || select.qualify().isPresent()
                        || select.fetch() != Fetch.ROWS
                ? "the query around it is distinct, grouped or chosen by window functions"
                : null;
        select.selection().forEach(each -> own.add(each, around));
        return new Written(reading(select).withSelection(own.expressions.toArray(Expression<?>[]::new)), own.columns);
    }

    /** The select of nothing, which reads from what it read from. */
    private static Select<?> reading(Select<?> select) {
        Select<?> bare = select.withSelection();
        return bare.from().isEmpty() ? bare.from(select.from().toArray(Source[]::new)) : bare;
    }

    private void add(Selectable<?> selected, @Nullable String around) {
        if (selected instanceof Construct<?> construct) {
            construct.parts().forEach(part -> add(part, around));
        } else if (selected instanceof Nested<?, ?> nested) {
            String reason = around;
            if (nested.keys().isEmpty()) {
                nested.statement().check();
            }
            NestedJson rows = new NestedJson(out);
            if (reason == null && nested.transport() != Nested.Transport.SELECT) {
                reason = rows.obstacle(nested);
            }
            if (nested.transport() == Nested.Transport.JSON && reason != null) {
                throw new CompileException("the nested query of " + nested.name() + " cannot come as JSON from "
                        + out.server().product() + ": " + reason + "; read it by select(), or leave out json()");
            }
            if (reason == null && nested.transport() != Nested.Transport.SELECT) {
                add(nested, rows);
            } else {
                nested.statement().check();
                obstacle = "it has a nested query that does not come as JSON";
                nested.expressions().forEach(this::add);
            }
        } else {
            if (selected instanceof Composite<?> composite) {
                obstacle = "it selects " + composite.compositeName() + ", which is made of a row's columns";
            }
            selected.expressions().forEach(this::add);
        }
    }

    private <T> void add(Expression<T> expression) {
        expressions.add(expression);
        columns.add(new ResultColumn<>(Export.ownName(expression), expression, out.codec(expression.type())));
    }

    private void add(Nested<?, ?> nested, NestedJson rows) {
        Expression<Json> json = Sql.function("json_value_of", Types.JSON, rows.json(nested));
        expressions.add(json);
        columns.add(ResultColumn.nested(
                nested.name(), json, new NestedCodec(new NestedReader(nested, rows.columns), out.codec(Types.JSON))));
    }

    /** Why a nested query cannot come as JSON, or null; and takes what it selects. */
    private @Nullable String obstacle(Nested<?, ?> nested) {
        Select<?> query = nested.query();
        boolean limited = !nested.form().isSingle() && query.limit().isPresent();
        if (limited || query.offset().isPresent() || query.fetch() != Fetch.ROWS) {
            return "it has a limit";
        }
        if (query.isDistinct()
                || !query.groupBy().isEmpty()
                || query.having().isPresent()
                || query.lock().isPresent()
                || !query.with().isEmpty()
                || !query.distinctOn().isEmpty()
                || query.grouping().isPresent()
                || query.qualify().isPresent()
                || nested.statement().hasAggregate()
                || nested.statement().hasWindow()) {
            return "it is more than a plain select: it is distinct or grouped, or has an aggregate, a window function, a lock or a WITH";
        }
        query.selection().forEach(each -> add(each, null));
        nested.mapKey().ifPresent(this::add);
        if (columns.size() > MOST_COLUMNS) {
            return "it selects more than " + MOST_COLUMNS + " columns";
        }
        for (ResultColumn<?> column : columns) {
            if (!column.isNested() && column.codec().jsonForm().isEmpty()) {
                return "the type " + column.expression().type().name() + " has no exact form in JSON there";
            }
        }
        return obstacle != null || nested.form().isSingle() ? obstacle : refused();
    }

    /** Why this server makes no JSON of many rows: MySQL does not where it would cut it. */
    private @Nullable String refused() {
        try {
            out.part().argument(rows(Sql.literal(1), List.of()));
            return null;
        } catch (CompileException e) {
            return e.getMessage();
        }
    }

    private static Expression<Json> rows(Expression<?> row, List<Ordering> order) {
        return new FunctionCall<>("json_rows", List.of(row), Aggregation.NONE.ordered(order), Types.JSON);
    }

    private Expression<Json> json(Nested<?, ?> nested) {
        Select<?> query = nested.query();
        List<Expression<?>> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Expression<?> part = expressions.get(i);
            parts.add(columns.get(i).isNested() ? part : Sql.function(FORMED, Types.TEXT, part));
        }
        Expression<Json> row = Sql.function("json_row", Types.JSON, parts.toArray(Expression<?>[]::new));
        Expression<Json> all = nested.form().isSingle() ? row : rows(row, query.orderBy());
        // DuckDB takes no limit but a constant here
        Select<?> rows = nested.form().isSingle() ? query.limit(Sql.literal(1L)) : query.unordered();
        for (int i = 0; i < nested.keys().size(); i++) {
            rows = rows.where(new Comparison(
                    nested.keys().get(i), Operator.EQ, nested.ownerKeys().get(i)));
        }
        return new ScalarSubquery<>(reading(rows).withOnly(all), Types.JSON);
    }
}
