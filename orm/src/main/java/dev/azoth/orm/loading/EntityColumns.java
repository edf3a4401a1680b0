package dev.azoth.orm.loading;

import dev.azoth.orm.EntityPath;
import dev.azoth.schema.Column;
import dev.azoth.sql.Expression;
import dev.azoth.sql.FromItem;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Node;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Selectable;
import dev.azoth.sql.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The columns that are read of an entity, in a statement that this package writes. Those of a table itself are one word of the cache's key. */
final class EntityColumns implements Selectable<Object>, Rewriter.Remade {
    private final EntityLayout layout;
    private final boolean ownTable;
    private final List<? extends Expression<?>> columns;

    private EntityColumns(EntityLayout layout, boolean ownTable, List<? extends Expression<?>> columns) {
        this.layout = layout;
        this.ownTable = ownTable;
        this.columns = columns;
    }

    /** Those of its table, or of what stands for it under another name. */
    static EntityColumns of(EntityLayout layout, FromItem from) {
        return new EntityColumns(
                layout, isFixed(layout, from), layout.mapping().source().expressions(from, layout.columns()));
    }

    private static boolean isFixed(EntityLayout layout, FromItem from) {
        return !(from instanceof NamedFrom)
                && !layout.isPart()
                && !layout.mapping().source().isComputed();
    }

    /**
     * Those of an entity in the program's query.
     *
     * @param given the expressions that the query gives for some of them
     */
    static EntityColumns of(EntityLayout layout, EntityPath<?> path, Map<Column<?>, Expression<?>> given) {
        List<Expression<?>> here = new ArrayList<>(layout.columns().size());
        layout.columns().forEach(each -> here.add(given.containsKey(each) ? given.get(each) : path.expression(each)));
        return new EntityColumns(layout, given.isEmpty() && isFixed(layout, path.fromItem()), here);
    }

    /** Those columns, in the layout's order. */
    static EntityColumns of(EntityLayout layout, List<? extends Expression<?>> columns) {
        return new EntityColumns(layout, false, columns);
    }

    EntityLayout layout() {
        return layout;
    }

    /** A column of the table, as it is here. */
    Expression<?> here(Column<?> column) {
        return columns.get(layout.columns().indexOf(column));
    }

    List<Expression<?>> here(List<Column<?>> some) {
        List<Expression<?>> here = new ArrayList<>(some.size());
        some.forEach(each -> here.add(here(each)));
        return here;
    }

    @Override
    public List<? extends Expression<?>> expressions() {
        return columns;
    }

    @Override
    public Node remade(UnaryOperator<Node> part) {
        if (ownTable) {
            return this;
        }
        List<Expression<?>> made = new ArrayList<>(columns.size());
        boolean same = true;
        for (Expression<?> each : columns) {
            Expression<?> now = (Expression<?>) part.apply(each);
            same &= now.equals(each);
            made.add(now);
        }
        return same ? this : new EntityColumns(layout, false, made);
    }

    @Override
    public void describe(Structure out) {
        out.value(layout);
        if (!ownTable) {
            out.nodes(columns);
        }
    }
}
