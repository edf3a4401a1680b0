package dev.azoth.dialect.mysql;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.InvalidRequestException;
import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.ResultColumn;
import dev.azoth.engine.Connection;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What changes return, read by the keys of the rows. That it is what others return is in the compliance suite. */
@OnDatabase({"mysql", "mariadb"})
class MysqlReturningTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> id =
            Column.of("id", INTEGER).primaryKey().identity();
    private static final Column<String> name =
            Column.of("name", VARCHAR(30)).notNull().unique();
    private static final Column<Integer> stock = Column.of("stock", INTEGER);
    private static final Table part = Table.of(METADATA, "part_by_key", id, name, stock);
    private static final Column<String> code = Column.of("code", VARCHAR(30)).primaryKey();
    private static final Column<Integer> step = Column.of("step", INTEGER).primaryKey();
    private static final Table plan = Table.of(METADATA, "plan", code, step);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @Test
    void theStatementsAreSeveral(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(part).columns(name).row("a").row("b"));
            int before = db.statements().count();
            connection
                    .execute(update(part).set(stock, 1).where(name.eq("a")).returning(stock))
                    .all();
            assertThat(db.statements().sql().subList(before, db.statements().count()))
                    .containsExactly(
                            "SELECT part_by_key.id FROM part_by_key WHERE part_by_key.name = ? FOR UPDATE",
                            "UPDATE part_by_key SET stock = ? WHERE part_by_key.id IN (?)",
                            "SELECT part_by_key.stock, part_by_key.id FROM part_by_key WHERE part_by_key.id IN (?) FOR UPDATE");
            connection.rollback();
        });
    }

    @Test
    void theyNeedATransaction(Database db) {
        try (Connection connection = db.engine().connect().isolation(IsolationLevel.AUTOCOMMIT)) {
            assertThatThrownBy(
                            () -> connection.execute(update(part).set(stock, 7).returning(id)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageEndingWith("that needs a transaction, and not AUTOCOMMIT");
        }
    }

    @Test
    void whatCannotBeFoundByAKeyIsRefused(Database db) {
        if (!db.name().equals("mysql")) {
            return; // MariaDB returns what is inserted and deleted by itself
        }
        Table keyless = Table.of(new MetaData(), "keyless", Column.of("n", INTEGER));
        refused(db, delete(keyless).returning(keyless), "of a table without a primary key, .*");
        refused(db, insert(part).columns(name).select(select(name)).returning(id), "of an INSERT of .*");
        refused(
                db,
                insert(plan).values(code, "a").values(step, step.plus(1)).returning(code),
                "of an INSERT that gives no value for plan.step, by which its rows are found");
        refused(
                db,
                insert(part).values(name, "a").onConflict(name).doNothing().returning(id),
                "of an upsert that leaves rows alone");
        refused(db, update(part).set(id, 7).returning(id), "of an UPDATE that sets the primary key");
    }

    private static void refused(Database db, Statement<?> statement, String construct) {
        try (Connection connection = db.engine().connect()) {
            List<ThrowingCallable> ways = List.of(
                    () -> db.engine().compile(statement),
                    () -> db.engine().render(statement),
                    () -> connection.execute(statement));
            for (ThrowingCallable way : ways) {
                assertThatThrownBy(way)
                        .isInstanceOf(CompileException.class)
                        .hasMessageMatching("MySQL [0-9.]+ has no RETURNING " + construct);
            }
        }
    }

    /** A bug: what was executed could not be compiled, nor written for people. */
    @Test
    void theyAreCompiledAsTheChange(Database db) {
        var raised = update(part).set(stock, 1).where(name.eq("a")).returning(stock);

        CompiledStatement compiled = db.engine().compile(raised);

        assertThat(compiled.columns()).extracting(ResultColumn::name).containsExactly("stock");
        assertThat(compiled.outcome()).isEqualTo(CompiledStatement.Outcome.ROWS_BY_KEY);
        assertThat(compiled.sql()).isEqualTo("UPDATE part_by_key SET stock = ? WHERE part_by_key.name = ?");
        assertThat(db.engine().render(raised))
                .isEqualTo("UPDATE part_by_key SET stock = 1 WHERE part_by_key.name = 'a'"
                        + " /* what it returns is read by other statements, by the key of the rows */");
    }

    @Test
    void aRowWithoutItsKeyIsRefusedBeforeItIsSent(Database db) {
        if (!db.name().equals("mysql")) {
            return; // MariaDB returns what is inserted by itself
        }
        Map<String, Object> row = new HashMap<>(Map.of("step", 1));
        row.put("code", null);
        try (Connection connection = db.engine().connect()) {
            List<ThrowingCallable> ways = List.of(
                    () -> connection.execute(insert(plan).values(row).returning(step)),
                    () -> connection.execute(insert(plan).returning(step), List.of(row)));
            for (ThrowingCallable way : ways) {
                assertThatThrownBy(way)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageMatching("MySQL [0-9.]+ has no RETURNING of an INSERT that gives null for plan.code,"
                                + " by which its rows are found");
            }
            assertThat(connection.execute(select(code)).all()).isEmpty();
        }
    }
}
