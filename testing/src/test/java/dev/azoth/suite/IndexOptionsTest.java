package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.IntegrityException;
import dev.azoth.dialect.Dialects;
import dev.azoth.engine.Engine;
import dev.azoth.inspect.TableDescription.IndexDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.Index;
import dev.azoth.schema.IndexOptions;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Ordering;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Indexes of some rows, in certain orders, kept in certain ways: made, found again, and refused by name where a database lacks them. */
@EveryDatabase
class IndexOptionsTest {
    private final MetaData metadata = new MetaData();
    private final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private final Column<String> name = Column.of("na\"me", VARCHAR(40)).notNull();
    private final Column<Integer> order = Column.of("order", INTEGER);
    private final Table task = Table.of(metadata, "task", id, name, order);

    @AfterEach
    void drop(Database db) {
        metadata.dropAll(db.engine());
    }

    private void index(IndexOptions options) {
        task.index("ix_task", List.of(name, order), options);
    }

    private static Index reflected(Engine engine) {
        return Table.reflect(engine, "task").indexes().get(0);
    }

    private static IndexDescription found(Engine engine) {
        return engine.inspect().table("task").orElseThrow().indexes().get(0);
    }

    private static boolean has(Database db, String... names) {
        return List.of(names).contains(db.name());
    }

    private void refused(Database db, String what) {
        assertThatThrownBy(() -> metadata.createAll(db.engine()))
                .isInstanceOf(CompileException.class)
                .hasMessageEndingWith("has no " + what + ", as ix_task of the table task");
    }

    /** A bug: a unique index of some rows was read as one of all, so that creating the table elsewhere refused rows. */
    @Test
    void aUniqueIndexOfSomeRowsIsFoundAsThat(Database db) {
        index(IndexOptions.NONE.asUnique().where(order.gt(literal(0)).and(name.ne(literal("it's")))));
        if (!has(db, "postgresql", "sqlite")) {
            refused(db, "index of some rows");
            return;
        }
        metadata.createAll(db.engine());
        Index first = reflected(db.engine());
        assertThat(first.unique()).isTrue();
        assertThat(first.isKey()).isFalse();
        metadata.dropAll(db.engine());

        MetaData again = new MetaData();
        Table copy = Table.of(
                again,
                "task",
                Column.of("id", INTEGER).primaryKey(),
                Column.of("na\"me", VARCHAR(40)).notNull(),
                Column.of("order", INTEGER));
        copy.index("ix_task", List.of(copy.column("na\"me"), copy.column("order")), first.options());
        again.createAll(db.engine());

        assertThat(found(db.engine()).details().condition()).isEqualTo(condition(db));
        db.engine().begin(connection -> {
            connection.execute(insert(task).values(id, 1).values(name, "a").values(order, 0));
            connection.execute(insert(task).values(id, 2).values(name, "a").values(order, 0));
            connection.execute(insert(task).values(id, 3).values(name, "a").values(order, 1));
        });
        assertThatThrownBy(() -> db.engine()
                        .begin(connection -> connection.execute(
                                insert(task).values(id, 4).values(name, "a").values(order, 1))))
                .isInstanceOf(IntegrityException.class);
    }

    private static Optional<String> condition(Database db) {
        return Optional.of(
                db.name().equals("sqlite")
                        ? "`order` > 0 AND `na\"me` <> 'it''s'"
                        : "\"order\" > 0 AND \"na\"\"me\"::text <> 'it''s'::text");
    }

    @Test
    void columnsAreKeptInTheOrderSaid(Database db) {
        index(IndexOptions.NONE.order(order.desc()));
        if (has(db, "duckdb")) {
            refused(db, "DESC in an index");
            return;
        }
        metadata.createAll(db.engine());

        assertThat(found(db.engine()).columns()).containsExactly("na\"me", "order");
        assertThat(found(db.engine()).details().orders()).containsExactly("", "DESC");
        assertThat(reflected(db.engine()).options().orders())
                .singleElement()
                .satisfies(each -> assertThat(each.descending()).isTrue());
    }

    @Test
    void nullsHaveTheirPlace(Database db) {
        task.index(
                "ix_task",
                List.of(name, order),
                IndexOptions.NONE
                        .order(order.desc().nullsLast())
                        .order(name.asc().nullsFirst()));
        task.index(
                "iy_task",
                List.of(name, order),
                IndexOptions.NONE
                        .order(order.desc().nullsFirst())
                        .order(name.asc().nullsLast()));
        if (!has(db, "postgresql", "h2")) {
            assertThatThrownBy(() -> metadata.createAll(db.engine()))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("in an index, as ix_task of the table task");
            return;
        }
        metadata.createAll(db.engine());

        boolean largest = has(db, "postgresql");
        assertThat(db.engine().inspect().table("task").orElseThrow().indexes())
                .extracting(each -> each.details().orders())
                .containsExactly(
                        largest ? List.of("NULLS FIRST", "DESC NULLS LAST") : List.of("", "DESC"),
                        largest ? List.of("", "DESC") : List.of("NULLS LAST", "DESC NULLS FIRST"));
        assertThat(Table.reflect(db.engine(), "task")
                        .indexes()
                        .get(largest ? 0 : 1)
                        .options()
                        .orders())
                .extracting(Ordering::nulls)
                .containsExactly(
                        largest ? Ordering.Nulls.FIRST : Ordering.Nulls.LAST,
                        largest ? Ordering.Nulls.LAST : Ordering.Nulls.FIRST);
    }

    @Test
    void whatOnlyPostgresqlHasIsFoundThere(Database db) {
        index(IndexOptions.NONE
                .including(id)
                .using("btree")
                .operatorClass(name, "varchar_pattern_ops")
                .with("fillfactor", "70"));
        if (!has(db, "postgresql")) {
            refused(db, "methods of indexes");
            return;
        }
        metadata.createAll(db.engine());
        Index first = reflected(db.engine());
        metadata.dropAll(db.engine());
        assertThat(first.options().include()).extracting(Column::name).containsExactly("id");
        assertThat(first.options().operatorClasses()).containsExactly(Map.entry("na\"me", "varchar_pattern_ops"));
        assertThat(first.options().parameters()).containsExactly(Map.entry("fillfactor", "70"));
    }

    @Test
    void eachThingIsRefusedByItsName(Database db) {
        if (has(db, "postgresql")) {
            return;
        }
        for (var each : List.of(
                Map.entry("INCLUDE in an index", IndexOptions.NONE.including(id)),
                Map.entry("operator classes of indexes", IndexOptions.NONE.operatorClass(name, "x.y")),
                Map.entry("parameters of indexes", IndexOptions.NONE.with("fillfactor", "7")))) {
            MetaData one = new MetaData();
            Column<Integer> key = Column.of("id", INTEGER).primaryKey();
            Column<String> text = Column.of("na\"me", VARCHAR(40));
            Table table = Table.of(one, "task", key, text);
            table.index("ix_task", List.of(text), each.getValue());
            assertThatThrownBy(() -> one.createAll(db.engine()))
                    .isInstanceOf(CompileException.class)
                    .hasMessageEndingWith("has no " + each.getKey() + ", as ix_task of the table task");
        }
    }

    @Test
    void whatIsSaidStaysANameOrAText() {
        String hostile = "a'; DROP TABLE \"t\"; --";
        index(IndexOptions.NONE.using(hostile).operatorClass(name, hostile).with(hostile, hostile));
        String quoted = "\"a'; DROP TABLE \"\"t\"\"; --\"";

        assertThat(Dialects.createAll(metadata, "postgresql").get(1))
                .isEqualTo("CREATE INDEX ix_task ON task USING " + quoted + " (\"na\"\"me\" " + quoted
                        + ", \"order\") WITH (" + quoted + " = 'a''; DROP TABLE \"t\"; --')");
    }

    @Test
    void theStatementSaysItAll() {
        MetaData said = new MetaData();
        Column<String> a = Column.of("a", VARCHAR(9));
        Column<Integer> b = Column.of("b", INTEGER);
        Table t = Table.of(said, "t", a, b);
        t.index(
                "i",
                List.of(a, b),
                IndexOptions.NONE
                        .asUnique()
                        .using("btree")
                        .operatorClass(a, "public.my_ops")
                        .order(b.desc().nullsLast())
                        .including(b)
                        .with("fillfactor", "70")
                        .where(b.isNotNull()));

        assertThat(Dialects.createAll(said, "postgresql").get(1))
                .isEqualTo("CREATE UNIQUE INDEX i ON t USING btree (a public.my_ops, b DESC NULLS LAST)"
                        + " INCLUDE (b) WITH (fillfactor = '70') WHERE b IS NOT NULL");
        assertThatThrownBy(() -> IndexOptions.NONE.order(b.plus(1).desc()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("an index is of columns, and ");
    }
}
