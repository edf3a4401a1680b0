package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.InvalidRequestException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the key of an upsert may be, beside columns. */
@EveryDatabase
class ConflictKeyTest {
    private static final MetaData METADATA = new MetaData();
    private static final Seats seat = new Seats();

    static final class Seats extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<String> code = column("code", VARCHAR(20)).notNull();
        final Column<String> holder = column("holder", VARCHAR(20));
        final Column<Integer> cancelled = column("cancelled", INTEGER).notNull();

        Seats() {
            super("seat", METADATA);
            unique("uq_seat \"code\"", List.of(code, cancelled));
            index(holder);
        }
    }

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @BeforeEach
    void fill(Database db) {
        db.engine().begin(connection -> {
            connection.execute(delete(seat));
            connection.execute(taken("ann", 0));
        });
    }

    private static Insert<Row> taken(String holder, int cancelled) {
        return insert(seat)
                .values(seat.id, holder.length() + cancelled * 10)
                .values(seat.code, "a1")
                .values(seat.holder, holder)
                .values(seat.cancelled, cancelled);
    }

    private static List<String> holders(Database db) {
        try (var connection = db.engine().connect()) {
            return connection.execute(select(seat.holder).orderBy(seat.id)).all();
        }
    }

    @Test
    @Requires(Capability.UPSERT)
    void theTablesOwnKey(Database db) {
        var upsert = taken("john", 0).onConflict(seat.uniqueKeys().get(0)).doUpdate(x -> x.setExcluded(seat.holder));
        db.engine().begin(connection -> connection.execute(upsert));
        assertThat(holders(db)).containsExactly("john");
        assertThatThrownBy(() -> taken("x", 0).onConflict(seat.indexes().get(0)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageEndingWith(" is not unique, and so no row is in conflict with it");
    }

    @Test
    @Requires(Capability.CONFLICT_CONSTRAINT)
    void aConstraintByItsName(Database db) {
        var upsert = taken("john", 0).onConstraint("uq_seat \"code\"").doUpdate(x -> x.setExcluded(seat.holder));
        db.engine().begin(connection -> connection.execute(upsert));
        assertThat(holders(db)).containsExactly("john");
        assertThat(db.engine().compile(upsert).sql())
                .contains(" ON CONFLICT ON CONSTRAINT \"uq_seat \"\"code\"\"\" DO UPDATE SET holder = excluded.holder");
    }

    @Test
    @Requires(Capability.CONFLICT_WHERE)
    void anIndexOfSomeRows(Database db) {
        Table partial = Table.of(
                new MetaData(),
                "partial_seat",
                Column.of("code", VARCHAR(20)).notNull(),
                Column.of("cancelled", INTEGER).notNull(),
                Column.of("holder", VARCHAR(20)));
        Column<String> code = partial.column("code", String.class);
        Column<Integer> cancelled = partial.column("cancelled", Integer.class);
        Column<String> holder = partial.column("holder", String.class);
        Insert<Row> replacing =
                insert(partial).onConflict(code).where(cancelled.eq(literal(0))).doUpdate(x -> x.setExcluded(holder));
        Insert<String> upsert = replacing.returning(holder);
        db.engine().compile(replacing.values(code, "x"));
        MetaData metadata = new MetaData();
        Table.of(
                metadata,
                "partial_seat",
                Column.of("code", VARCHAR(20)).notNull(),
                Column.of("cancelled", INTEGER).notNull(),
                Column.of("holder", VARCHAR(20)));
        metadata.createAll(db.engine());
        db.engine().begin(connection -> {
            connection.execute(text("CREATE UNIQUE INDEX ix_partial ON partial_seat (code) WHERE cancelled = 0"));
            List<Map<Column<?>, Object>> rows = List.of(
                    Map.of(code, "a", cancelled, 0, holder, "1"),
                    Map.of(code, "a", cancelled, 1, holder, "2"),
                    Map.of(code, "a", cancelled, 1, holder, "3"),
                    Map.of(code, "a", cancelled, 0, holder, "4"));
            assertThat(connection.execute(upsert, rows).all()).containsExactly("1", "2", "3", "4");
            assertThat(connection.execute(select(holder).orderBy(holder)).all()).containsExactly("2", "3", "4");
        });
        assertThat(db.engine().compile(upsert.values(code, "x")).sql())
                .contains(" ON CONFLICT (code) WHERE cancelled = 0 DO UPDATE SET ");
        assertThatThrownBy(() -> db.engine()
                        .compile(insert(partial)
                                .values(code, "x")
                                .onConflict(code)
                                .where(cancelled.eq(0))
                                .doNothing()))
                .isInstanceOf(CompileException.class)
                .hasMessageEndingWith(" has no bound values in the condition of an index: write them as literals");
        metadata.dropAll(db.engine());
    }
}
