package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.merge;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.values;
import static dev.azoth.testing.compliance.Warehouse.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.sql.Merge;
import dev.azoth.sql.Row;
import dev.azoth.sql.ValuesTable;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryDatabase
class MergeTest {
    private final ValuesTable wanted =
            values("wanted", item.code, item.stock).row("a", 0).row("b", 7).row("'; --", 9);

    @PrepareDatabase
    static void create(Database db) {
        Warehouse.METADATA.createAll(db.engine());
    }

    @BeforeEach
    void fill(Database db) {
        db.engine().begin(connection -> {
            connection.execute(delete(item));
            connection.execute(insert(item)
                    .columns(item.code, item.stock)
                    .row("a", 1)
                    .row("b", 2)
                    .row("c", 3));
        });
    }

    private Merge<Row> merging() {
        return merge(item).using(wanted, wanted.get(item.code).eq(item.code));
    }

    private Merge<Row> whole() {
        return merging()
                .whenMatched(wanted.get(item.stock).eq(0))
                .delete()
                .whenMatched()
                .update(x -> x.set(item.stock, item.stock.plus(wanted.get(item.stock))))
                .whenNotMatched()
                .insert(x -> x.set(item.code, wanted.get(item.code)).set(item.stock, 1));
    }

    @Test
    @Requires(Capability.MERGE)
    void rowsAreChangedDeletedAndInserted(Database db) {
        db.engine().begin(connection -> {
            assertThat(connection.execute(whole()).rowCount()).isEqualTo(3);
            assertThat(connection.execute(select(item.code, item.stock).orderBy(item.code)).all().stream()
                            .map(Row::values)
                            .toList())
                    .containsExactly(List.of("'; --", 1), List.of("b", 9), List.of("c", 3));
        });
        String source = db.name().equals("duckdb") ? "VARCHAR" : "VARCHAR(20)";
        db.expect(whole())
                .sql("MERGE INTO item USING (VALUES (CAST(? AS " + source
                        + "), CAST(? AS INTEGER)), (?, ?), (?, ?)) AS wanted (code, stock) ON wanted.code = item.code"
                        + " WHEN MATCHED AND wanted.stock = ? THEN DELETE"
                        + " WHEN MATCHED THEN UPDATE SET stock = item.stock + wanted.stock"
                        + " WHEN NOT MATCHED THEN INSERT (code, stock) VALUES (wanted.code, ?)");
    }

    @Test
    @Requires({Capability.MERGE, Capability.MERGE_RETURNING})
    void changedRowsComeBack(Database db) {
        Merge<String> raised = merging()
                .whenMatched()
                .update(x -> x.set(item.stock, wanted.get(item.stock)))
                .returning(item.code);
        db.expect(raised).rowsInAnyOrder("a", "b");
    }

    @Test
    @Requires(Capability.MERGE_BY_SOURCE)
    void rowsWithoutASourceAreDeleted(Database db) {
        Merge<Row> cleaning = merging()
                .whenMatched()
                .doNothing()
                .whenNotMatchedBySource(item.stock.gt(2))
                .delete();
        db.engine().begin(connection -> {
            connection.execute(cleaning);
            assertThat(connection.execute(select(item.code).orderBy(item.code)).all())
                    .containsExactly("a", "b");
        });
    }

    @Test
    void aMergeDoesSomething(Database db) {
        if (db.has(Capability.MERGE)) {
            assertThatThrownBy(() -> db.engine().compile(merging()))
                    .isInstanceOf(CompileException.class)
                    .hasMessage("the merge into item does nothing: call whenMatched(…) or whenNotMatched(…)");
        }
        assertThatThrownBy(() -> merging().whenMatched().update(x -> x))
                .hasMessage("an action of merge sets nothing: call doNothing(), or set a column");
    }
}
