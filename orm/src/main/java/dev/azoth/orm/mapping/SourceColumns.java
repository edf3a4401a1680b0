package dev.azoth.orm.mapping;

import dev.azoth.sql.Alias;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Dml;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.Label;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Query;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Subquery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds an entity's columns in something that stands in FROM for what the entity is read from.
 *
 * <p>In a query a column is what selects the entity's own; or what was given its name as a label, as all columns of text are. A column of the same name that
 * is selected of something else is none. What has names only has it by its name.
 */
public final class SourceColumns {
    private final NamedFrom source;
    private final List<Expression<?>> selected;

    private SourceColumns(NamedFrom source, List<Expression<?>> selected) {
        this.source = source;
        this.selected = selected;
    }

    /** Those of a source. */
    public static SourceColumns of(NamedFrom source) {
        return new SourceColumns(source, selected(source));
    }

    /** What is selected for each column; empty if there are names only. */
    private static List<Expression<?>> selected(FromItem source) {
        if (source instanceof Alias alias) {
            return selected(alias.source());
        }
        if (source instanceof Subquery subquery) {
            return expressions(subquery.query().selection());
        }
        if (source instanceof CommonTableExpression table) {
            return expressions(
                    table.statement() instanceof Dml<?> dml
                            ? dml.returning()
                            : ((Query<?>) table.statement()).selection());
        }
        return List.of();
    }

    private static List<Expression<?>> expressions(List<? extends Selectable<?>> selection) {
        List<Expression<?>> expressions = new ArrayList<>();
        selection.forEach(each -> expressions.addAll(each.expressions()));
        return expressions;
    }

    /**
     * The column that an entity's has become.
     *
     * @param own  what the entity's column may be inside, first what is looked for first
     * @param name its name
     */
    @SuppressWarnings("unchecked") // what selects a column has its type; a name is of the type that the caller says
    public <T> Optional<ColumnReference<T>> find(List<? extends Expression<T>> own, String name) {
        for (Expression<T> each : own) {
            for (int i = 0; i < selected.size(); i++) {
                Expression<?> inside = selected.get(i) instanceof Label<?> label ? label.expression() : selected.get(i);
                if (inside.equals(each)) {
                    return Optional.of((ColumnReference<T>) source.columns().get(i));
                }
            }
        }
        for (int i = 0; i < source.columns().size(); i++) {
            boolean named = selected.isEmpty()
                    ? source.columns().get(i).name().equals(name)
                    : selected.get(i) instanceof Label<?> label
                            && label.labelName().equals(name);
            if (named) {
                return own.get(0).type().javaType()
                                == source.columns().get(i).type().javaType()
                        ? Optional.of(source.get(
                                source.columns().get(i).name(), own.get(0).type()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
