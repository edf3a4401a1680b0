package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.mapping.CustomJoin;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.RowSource;
import dev.azoth.schema.Column;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Node;
import dev.azoth.sql.Rewriter;
import java.util.HashMap;
import java.util.Map;

/** A condition over a relationship's owners in a statement that has them as columns only: of its own rows, of a page, of a subquery. */
final class OwnerColumns {
    private OwnerColumns() {}

    static Condition replaced(
            RelationshipMapping relationship, CustomJoin join, EntityPath<?> target, EntityColumns owner) {
        RowSource source = relationship.owner().source();
        Map<Node, Node> here = new HashMap<>();
        for (Column<?> each : owner.layout().columns()) {
            if (!source.isComputed(each) && source.allColumns().contains(each)) {
                here.put(source.column(join.owners(), each), owner.here(each));
            }
        }
        return Rewriter.rewrite(join.betweenOwnersAnd(target), node -> {
            Node found = here.get(node);
            if (found == null
                    && node instanceof ColumnReference<?> column
                    && column.table().equals(join.owners())) {
                throw new InvalidRequestException("the join condition of " + relationship + " uses " + column.name()
                        + ", which is not read with the row: load it with selectinload, not joinedload");
            }
            return found;
        });
    }
}
