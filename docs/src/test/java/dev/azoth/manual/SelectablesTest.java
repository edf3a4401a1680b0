package dev.azoth.manual;

import static dev.azoth.manual.Shop.order;
import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Alias;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.sql.Query;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EveryDatabase
class SelectablesTest extends ShopTest {
    private static <T> List<T> rows(Database database, Query<T> query) {
        try (Connection connection = database.engine().connect()) {
            return connection.execute(query).all();
        }
    }

    @Test
    void names(Database database) {
        // tag::selectables-names
        CommonTableExpression spent = select(order.userId, sum(order.total).as("spent"))
                .from(order)
                .groupBy(order.userId)
                .cte();
        Alias more = spent.alias();
        Select<Long> most = select(spent.get(order.userId))
                .from(spent)
                .leftJoin(more, more.get("spent", BigDecimal.class).gt(spent.get("spent", BigDecimal.class)))
                .where(more.get(order.userId).isNull());
        // end::selectables-names
        assertThat(rows(database, most)).hasSize(1);
    }

    @Test
    void locks(Database database) {
        // tag::selectables-locks
        Select<Row> next = select(order.id, user.name)
                .from(order)
                .join(user, user.id.eq(order.userId))
                .orderBy(order.id)
                .limit(1)
                .forUpdate(lock -> lock.of(order).skipLocked());
        // end::selectables-locks
        if (Set.of("postgresql", "mysql", "h2").contains(database.name())) {
            assertThat(rows(database, next)).hasSize(1);
        } else {
            assertThatThrownBy(() -> rows(database, next)).isInstanceOf(CompileException.class);
        }
    }
}
