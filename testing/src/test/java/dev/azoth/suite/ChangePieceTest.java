package dev.azoth.suite;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.testing.compliance.Warehouse.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.sql.SqlPiece;
import dev.azoth.sql.SyntaxExtension.Point;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.compliance.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts and clauses of one's own in statements that change rows; and what such a statement refuses to be told twice. */
@EveryDatabase
class ChangePieceTest {
    @PrepareDatabase
    static void create(Database db) {
        Warehouse.METADATA.createAll(db.engine());
    }

    @BeforeEach
    void fill(Database db) {
        db.engine().begin(connection -> {
            connection.execute(delete(item));
            connection.execute(insert(item).columns(item.code).row("a").row("b"));
        });
    }

    private static final SqlPiece IGNORING = new SqlPiece(
            Point.BEFORE_RETURNING, "ON CONFLICT DO NOTHING", Set.of("postgresql", "duckdb", "sqlite", "h2"));

    @Test
    void anInsertHasTextBehindItsFirstWord(Database db) {
        db.expect(insert(item).prefix("IGNORE", "mysql", "mariadb").values(item.code, "c"))
                .sql("mysql", "INSERT IGNORE INTO item (code) VALUES (?)")
                .sql("mariadb", "INSERT IGNORE INTO item (code) VALUES (?)")
                .sql("INSERT INTO item (code) VALUES (?)");
    }

    @Test
    void rowsThatATextLeavesOutAreNotTakenForOthers(Database db) {
        if (!Set.of("mysql", "mariadb", "postgresql", "sqlite", "duckdb").contains(db.name())) {
            return;
        }
        var insert =
                insert(item).prefix("IGNORE", "mysql", "mariadb").ext(IGNORING).returning(item.code);
        db.engine().begin(connection -> {
            connection.execute(
                    insert(item).prefix("IGNORE", "mysql", "mariadb").ext(IGNORING),
                    List.of(Map.of(item.code, "a"), Map.of(item.code, "c")));
            assertThat(connection.execute(select(item.code).orderBy(item.code)).all())
                    .containsExactly("a", "b", "c");
            if (!db.name().equals("mysql")) {
                assertThat(connection
                                .execute(insert, List.of(Map.of(item.code, "b"), Map.of(item.code, "d")))
                                .all())
                        .containsExactly("d");
            }
        });
    }

    @Test
    void anUpdateAndADeleteHaveTextsToo(Database db) {
        db.expect(update(item)
                        .statementHint("MAX_EXECUTION_TIME(1000)", "mysql")
                        .prefix("LOW_PRIORITY", "mysql", "mariadb")
                        .prefix("OR IGNORE", "sqlite")
                        .set(item.stock, 1)
                        .where(item.code.eq("a")))
                .sql(
                        "mysql",
                        "UPDATE /*+ MAX_EXECUTION_TIME(1000) */ LOW_PRIORITY item SET stock = ? WHERE item.code = ?")
                .sql("mariadb", "UPDATE LOW_PRIORITY item SET stock = ? WHERE item.code = ?")
                .sql("sqlite", "UPDATE OR IGNORE item SET stock = ? WHERE item.code = ?")
                .sql("UPDATE item SET stock = ? WHERE item.code = ?");
        db.expect(delete(item)
                        .prefix("QUICK", "mysql", "mariadb")
                        .where(item.code.eq("a"))
                        .suffix("LIMIT 1", "mysql", "mariadb"))
                .sql("mysql", "DELETE QUICK FROM item WHERE item.code = ? LIMIT 1")
                .sql("mariadb", "DELETE QUICK FROM item WHERE item.code = ? LIMIT 1")
                .sql("DELETE FROM item WHERE item.code = ?");
        assertThatThrownBy(() -> delete(item).ext(new SqlPiece(Point.AFTER_FROM, "x", Set.of())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("a clause of one's own in a statement that changes rows stands at one of"
                        + " [AFTER_SELECT, BEFORE_RETURNING, AT_END], not AFTER_FROM");
    }

    @Test
    void nothingIsLostOfWhatWasSaid(Database db) {
        assertThatThrownBy(() -> update(item).set(item.stock, 1).set(item.stock, 2))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("column stock is set already");
        assertThatThrownBy(() -> insert(item).values(item.code, "a").columns(item.stock))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("columns(…) begins an insert, and this one has values already, which would be lost");
        assertThatThrownBy(() -> insert(item).values(item.code, "a").select(select(item.code)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("select(…) gives an insert its rows, and this one has values already, which would be lost");
        db.expect(select(item.code).orderBy(item.code)).rows("a", "b");
    }
}
