package dev.azoth.suite;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.newValue;
import static dev.azoth.sql.Sql.oldValue;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.type.Types;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a row was before it was changed, which PostgreSQL tells from 18 on; elsewhere it is refused. */
@EveryDatabase
class OldValueTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<String> name =
            Column.of("Name", Types.VARCHAR(20)).primaryKey();
    private static final Column<Integer> stock = Column.of("stock", Types.INTEGER);
    private static final Table ware = Table.of(METADATA, "ware", name, stock);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    private static boolean tells(Database db) {
        return db.name().equals("postgresql") && db.engine().server().atLeast(18, 0);
    }

    private static void returns(Database db, Statement<Row> statement, Object... values) {
        if (tells(db)) {
            db.engine()
                    .begin(connection -> assertThat(
                                    connection.execute(statement).one().values())
                            .isEqualTo(Arrays.asList(values)));
        } else {
            assertThatThrownBy(() -> db.engine().compile(statement))
                    .isInstanceOf(CompileException.class)
                    .hasMessageMatching(".* has no (old|new) values in RETURNING(, before 18)?");
        }
    }

    @Test
    void aRowIsReturnedAsItWasAndAsItIs(Database db) {
        Insert<Row> bolt = insert(ware).values(name, "bolt").values(stock, 5);
        Insert<Row> upsert = bolt.onConflict(name).doUpdate(x -> x.set(stock, stock.plus(x.excluded(stock))));

        returns(db, upsert.returning(oldValue(stock), newValue(stock)), null, 5);
        returns(db, upsert.returning(oldValue(stock), newValue(stock)), 5, 10);
        returns(
                db,
                update(ware)
                        .set(stock, 7)
                        .returning(oldValue(name), newValue(stock).minus(oldValue(stock))),
                "bolt",
                -3);
        returns(db, delete(ware).returning(oldValue(name), newValue(name)), "bolt", null);
    }

    @Test
    void thereIsNoneButInWhatComesBack(Database db) {
        for (Statement<?> wrong : List.of(
                select(oldValue(stock)).from(ware),
                update(ware).set(stock, oldValue(stock)),
                delete(ware).where(newValue(stock).isNull()))) {
            assertThatThrownBy(() -> db.engine().compile(wrong)).isInstanceOf(CompileException.class);
        }
        Column<Integer> n = Column.of("n", Types.INTEGER);
        Table old = Table.of(new MetaData(), "old", n);
        if (tells(db)) {
            assertThatThrownBy(() -> db.engine().compile(delete(old).returning(oldValue(n))))
                    .isInstanceOf(CompileException.class)
                    .hasMessageEndingWith(
                            " has no old values in RETURNING of a table that is called old: give it an alias");
        }
    }
}
