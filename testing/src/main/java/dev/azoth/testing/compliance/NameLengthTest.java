package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.column;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.table;
import static dev.azoth.testing.compliance.Shop.customer;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.LooseTable;
import dev.azoth.sql.Subquery;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import org.junit.jupiter.api.Test;

/** Names that are longer than the database keeps. */
@EveryDatabase
class NameLengthTest {
    private static final String LONG = "a_name_".repeat(40);
    private static final String EURO = "€".repeat(30);

    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    /** Names that begin alike stay different, and the row knows them by what they were. */
    @Test
    void namesOfTheStatementsOwnAreShortened(Database db) {
        Subquery names = select(customer.name.as(LONG + "1"), customer.id.as(LONG + "2"), customer.age.as(EURO))
                .where(customer.id.eq(1L))
                .subquery(LONG);
        db.expect(select(
                                names.get(LONG + "1", String.class),
                                names.get(LONG + "2", Long.class),
                                names.get(EURO, Integer.class))
                        .from(names))
                .rows(java.util.List.of("ann", 1L, 30));
        var again = names.query().cte(LONG + "3");
        db.expect(select(again.get(LONG + "2", Long.class)).from(again)).rows(1L);
    }

    @Test
    void aNameThatTheDatabaseWouldCutIsRefused(Database db) {
        LooseTable people = table(LONG, column("id", Types.BIGINT));
        LooseTable columns = table("people", column("x".repeat(300), Types.BIGINT));
        if (db.has(Capability.NAMES_OF_ANY_LENGTH)) {
            assertThatCode(() -> db.engine().compile(select(people))).doesNotThrowAnyException();
            return;
        }
        assertThatThrownBy(() -> db.engine().compile(select(people)))
                .isInstanceOf(CompileException.class)
                .hasMessageStartingWith("the name \"" + LONG + "\" has 280 ");
        assertThatThrownBy(() -> db.engine().compile(select(columns)))
                .isInstanceOf(CompileException.class)
                .hasMessageEndingWith(": give it a shorter one");
        MetaData metadata = new MetaData();
        Table.of(metadata, LONG, Column.of("id", Types.BIGINT).primaryKey());
        assertThatThrownBy(() -> metadata.createAll(db.engine())).isInstanceOf(CompileException.class);
    }

    @Test
    void namesThatTheCompilerGivesAreNobodysElse(Database db) {
        LooseTable taken = table("anon_1", column("id", Types.BIGINT));
        Subquery rows = select(customer.id).subquery();
        db.expect(select(rows.get(customer.id))
                        .from(rows)
                        .join(taken, taken.get("id", Long.class).eq(1L)))
                .sql("SELECT anon_2.id FROM (SELECT customer.id FROM customer) AS anon_2 JOIN anon_1 ON anon_1.id = ?");
    }
}
