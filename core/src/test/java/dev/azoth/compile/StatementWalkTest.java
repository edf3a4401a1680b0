package dev.azoth.compile;

import static dev.azoth.sql.Sql.allOf;
import static dev.azoth.sql.Sql.and;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Node;
import dev.azoth.sql.Statement;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementWalkTest {
    private final Column<Long> id = Column.of("id", Types.BIGINT).primaryKey();
    private final Column<String> name = Column.of("name", Types.VARCHAR(30));
    private final Table table = Table.of(new MetaData(), "t", id, name);

    private static StatementKey key(Node node) {
        return StatementWalk.of(node).key();
    }

    @Test
    void statementsThatDifferInValuesOnlyHaveOneKey() {
        Statement<?> one =
                select(id).from(table).where(name.eq("a"), id.in(1L, 2L)).limit(3);
        Statement<?> other =
                select(id).from(table).where(name.eq("b"), id.in(List.of())).limit(4);

        assertThat(key(one)).isEqualTo(key(other)).hasSameHashCodeAs(key(other));
        assertThat(StatementWalk.of(one).values()).containsExactly("a", List.of(1L, 2L), 3L);
    }

    @Test
    void structureIsInTheKey() {
        Statement<?> one = select(id).from(table).where(name.eq("a"));

        assertThat(List.of(
                        key(select(id).from(table).where(name.ne("a"))),
                        key(select(id).from(table).where(name.eq((String) null))),
                        key(select(id).from(table).where(name.like("a"))),
                        key(select(id).from(table).where(name.eq("a")).distinct()),
                        key(select(id).from(table).where(name.eq("a")).limit(1)),
                        key(select(id).from(table).where(name.eq("a")).offset(1)),
                        key(select(name).from(table).where(name.eq("a"))),
                        key(select(id.as("x")).from(table).where(name.eq("a"))),
                        key(select(id).from(table.as("u")).where(name.eq("a")))))
                .doesNotContain(key(one))
                .doesNotHaveDuplicates();
    }

    @Test
    void aValueInTwoPlacesIsNotTwoValues() {
        Expression<String> shared = value("x");
        Node twice = and(name.eq(shared), name.ne(shared));
        Node two = and(name.eq(value("x")), name.ne(value("y")));

        assertThat(key(twice)).isNotEqualTo(key(two));
        assertThat(StatementWalk.of(twice).values()).containsExactly("x");
    }

    @Test
    void aSharedValueIsFoundAmongManyToo() {
        Expression<String> shared = value("x");
        List<Expression<Boolean>> conditions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            conditions.add(name.eq(i % 2 == 0 ? shared : value("other")));
        }

        assertThat(StatementWalk.of(allOf(conditions)).values()).hasSize(51);
    }

    @Test
    void aCommonTableExpressionIsWalkedOnceHoweverOftenItsColumnsAreUsed() {
        CommonTableExpression level =
                select(id, name).from(table).where(name.eq("a")).cte("c0");
        for (int i = 1; i < 30; i++) {
            level = select(level.get("id"), level.get("name"))
                    .from(level)
                    .where(level.get("id", Long.class).gt(1L))
                    .cte("c" + i);
        }

        assertThat(StatementWalk.of(select(level)).values()).hasSize(30);
    }
}
