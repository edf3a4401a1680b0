package dev.azoth.suite;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.suite.Shop.customer;
import static dev.azoth.suite.Shop.order;
import static dev.azoth.suite.WriteTest.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.CompileException;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a dialect cannot do fails when it is compiled, and says so; this is the whole list of it, of the constructs there are. */
@EveryDatabase
class CapabilityTest {
    private static final Map<String, Set<String>> LACKING = Map.of(
            "postgresql", Set.of(),
            "h2", Set.of("FULL JOIN", "FOR SHARE"),
            "sqlite", Set.of("FOR UPDATE", "FOR SHARE", "array"),
            "duckdb", Set.of("FOR UPDATE", "FOR SHARE", "RETURNING of a bound value"),
            "mariadb", Set.of("FULL JOIN", "UPDATE … RETURNING", "array"),
            "mysql",
                    Set.of(
                            "FULL JOIN",
                            "UPDATE … RETURNING",
                            "DELETE … RETURNING",
                            "INSERT … RETURNING of other columns than the key",
                            "RETURNING of a bound value",
                            "array"));

    private static Map<String, Statement<?>> constructs() {
        Map<String, Statement<?>> constructs = new LinkedHashMap<>();
        constructs.put(
                "FULL JOIN",
                select(customer.id, order.id).from(customer).fullJoin(order, order.customerId.eq(customer.id)));
        constructs.put(
                "RIGHT JOIN",
                select(customer.id, order.id).from(customer).rightJoin(order, order.customerId.eq(customer.id)));
        constructs.put("FOR UPDATE", select(customer.id).forUpdate());
        constructs.put("FOR SHARE", select(customer.id).forShare());
        constructs.put(
                "INSERT … RETURNING of the key",
                insert(item).values(item.code, "x").returning(item.id));
        constructs.put(
                "INSERT … RETURNING of other columns than the key",
                insert(item).values(item.code, "x").returning(item.code));
        constructs.put(
                "UPDATE … RETURNING", update(customer).set(customer.name, "x").returning(customer.id));
        constructs.put("DELETE … RETURNING", delete(customer).returning(customer.id));
        constructs.put(
                "RETURNING of a bound value",
                insert(item).values(item.code, "x").returning(item.id.plus(1L)));
        constructs.put(
                "upsert",
                insert(customer)
                        .values(customer.id, 1L)
                        .onConflict(customer.id)
                        .doUpdate(x -> x.set(customer.name, "y")));
        constructs.put("INTERSECT", select(customer.id).intersect(select(order.id)));
        constructs.put("array", select(value(List.of("a"), Types.array(Types.TEXT))));
        return constructs;
    }

    @Test
    void whatADialectLacksIsKnown(Database db) {
        Set<String> lacking = new TreeSet<>();
        constructs().forEach((name, statement) -> {
            try {
                db.engine().compile(statement);
            } catch (CompileException e) {
                lacking.add(name);
                assertThat(e.getMessage().toLowerCase(Locale.ROOT)).contains(db.name());
            }
        });
        assertThat(lacking).isEqualTo(new TreeSet<>(LACKING.getOrDefault(db.name(), Set.of())));
    }
}
