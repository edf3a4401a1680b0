package dev.azoth.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.type.Types;
import org.junit.jupiter.api.Test;

class DependencyOrderTest {
    private final MetaData metadata = new MetaData();

    private Table table(String name) {
        return Table.of(metadata, name, Column.of("id", Types.BIGINT).primaryKey());
    }

    private static void refers(Table from, Table to) {
        from.add(Column.of(to.name() + "_id", Types.BIGINT).references(() -> to.column("id", Long.class)));
    }

    @Test
    void aTableComesAfterThoseItRefersTo() {
        Table a = table("a");
        Table b = table("b");
        Table c = table("c");
        refers(a, b);
        refers(b, c);

        assertThat(metadata.sorted().tables()).containsExactly(c, b, a);
        assertThat(metadata.sorted().deferred()).isEmpty();
    }

    @Test
    void aKeyToTheSameTableClosesNoCycle() {
        Table node = table("node");
        refers(node, node);

        assertThat(metadata.sorted().deferred()).isEmpty();
    }

    @Test
    void ofACycleOneKeyIsDeferred() {
        Table a = table("a");
        Table b = table("b");
        Table c = table("c");
        refers(a, b);
        refers(b, c);
        refers(c, a);

        DependencyOrder order = metadata.sorted();

        assertThat(order.tables()).containsExactlyInAnyOrder(a, b, c);
        assertThat(order.deferred())
                .singleElement()
                .satisfies(key -> assertThat(key.table()).isSameAs(c));
    }
}
