package dev.azoth.sql;

import static dev.azoth.sql.Sql.column;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.table;
import static dev.azoth.type.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraversalTest {
    private final LooseTable node = table("node", column("id", BIGINT), column("parent", BIGINT));
    private final Expression<Long> id = node.get("id", Long.class);
    private final Expression<Long> parent = node.get("parent", Long.class);

    private static List<String> tables(Node tree, boolean deep) {
        List<String> names = new ArrayList<>();
        Traversal.walk(tree, part -> {
            if (part instanceof NamedTable table) {
                names.add(table.name());
            }
            return deep || !(part instanceof Query) || part == tree;
        });
        return names;
    }

    @Test
    void eachNodeIsMet() {
        LooseTable other = table("other", column("id", BIGINT));
        Select<Long> query = select(id)
                .from(node)
                .where(id.in(select(other.get("id", Long.class)).from(other)));

        assertThat(tables(query, true)).contains("node", "other");
        assertThat(tables(query, false)).contains("node").doesNotContain("other");
    }

    @Test
    void aRecursiveQueryIsEnteredOnce() {
        CommonTableExpression below = CommonTableExpression.recursive(
                "below",
                select(id).from(node).where(parent.isNull()),
                found -> select(id)
                        .from(node)
                        .join(found, found.get("id", Long.class).eq(parent)));
        List<Node> met = new ArrayList<>();

        Traversal.walk(select(below), part -> met.add(part));

        assertThat(met.stream().filter(part -> part == below)).hasSizeGreaterThan(1);
        assertThat(met.stream().filter(part -> part instanceof CompoundSelect)).hasSize(1);
    }
}
