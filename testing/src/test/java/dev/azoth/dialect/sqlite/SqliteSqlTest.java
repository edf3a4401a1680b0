package dev.azoth.dialect.sqlite;

import static dev.azoth.sql.Sql.currentDate;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.now;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.CommonTableExpression;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.compliance.Library;
import dev.azoth.type.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@OnDatabase("sqlite")
class SqliteSqlTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Long> id = Column.of("id", Types.BIGINT).primaryKey().identity();
    static final Column<String> name =
            Column.of("name", Types.VARCHAR(20)).notNull().unique();
    static final Column<Integer> order = Column.of("order", Types.INTEGER);
    static final Table player = Table.of(METADATA, "player", id, name, order);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
        db.engine()
                .begin(c -> c.execute(insert(player)
                        .columns(name, order)
                        .row("ann", 3)
                        .row("Bob", 2)
                        .row("c\\d%", null)));
    }

    @Test
    void namesAreInBackticks(Database db) {
        db.expect(select(order).where(name.eq("ann")))
                .sql("SELECT player.`order` FROM player WHERE player.name = ?")
                .rows(3);
    }

    @Test
    void partsOfASetOperationAreQueriesOfTheirOwn(Database db) {
        var first = select(id).orderBy(id).limit(1);
        var both = select(id).where(id.lt(3L)).except(select(id).where(id.eq(1L)));
        db.expect(first.union(both).orderBy(id).offset(1))
                .sql("SELECT * FROM (SELECT player.id FROM player ORDER BY player.id LIMIT ?) UNION"
                        + " SELECT * FROM (SELECT player.id FROM player WHERE player.id < ? EXCEPT"
                        + " SELECT player.id FROM player WHERE player.id = ?) ORDER BY 1 LIMIT -1 OFFSET ?")
                .parameters(1L, 3L, 1L, 1L)
                .rows(2L);
    }

    @Test
    void thereIsNoLockOfRows(Database db) {
        assertThatThrownBy(() -> db.engine().compile(select(id).forUpdate()))
                .isInstanceOf(CompileException.class)
                .hasMessageMatching("SQLite 3\\S+ has no FOR UPDATE");
    }

    @Test
    void patternsDistinguishCaseAndHaveNoEscape(Database db) {
        db.expect(select(name).where(name.like("b%"))).rows();
        db.expect(select(name).where(name.ilike("b%"))).rows("Bob");
        db.expect(select(name).where(name.like("c\\d_")))
                .sql("SELECT player.name FROM player WHERE player.name LIKE ?")
                .rows("c\\d%");
    }

    @Test
    void theClockIsUtc(Database db) {
        db.expect(select(now(), currentDate())).sql("SELECT strftime('%Y-%m-%d %H:%M:%f000Z', 'now'), date('now')");
        try (var connection = db.engine().connect()) {
            Assertions.assertThat(connection.execute(select(now())).one())
                    .isCloseTo(Instant.now(), Assertions.within(Duration.ofSeconds(5)));
            assertThat(connection.execute(select(currentDate())).one()).isEqualTo(LocalDate.now(ZoneOffset.UTC));
        }
    }

    @Test
    void writesReturn(Database db) {
        db.expect(insert(player).returning(id)).sql("INSERT INTO player DEFAULT VALUES RETURNING id");
        db.expect(update(player).set(order, order.plus(1)).where(name.eq("ann")).returning(order, name))
                .sql("UPDATE player SET `order` = player.`order` + ? WHERE player.name = ? RETURNING `order`, name")
                .rows(List.of(4, "ann"));
        CommonTableExpression best = select(id.as("best")).where(name.eq("Bob")).cte("b");
        db.expect(update(player)
                        .set(order, 9)
                        .where(id.in(select(best.get("best", Long.class)).from(best)))
                        .returning(name))
                .rows("Bob");
    }

    @Test
    void upserts(Database db) {
        db.expect(insert(player)
                        .values(name, "ann")
                        .values(order, 7)
                        .onConflict(name)
                        .doUpdate(x -> x.setExcluded(order).where(order.lt(7)))
                        .returning(order))
                .sql("INSERT INTO player (name, `order`) VALUES (?, ?) ON CONFLICT (name)"
                        + " DO UPDATE SET `order` = excluded.`order` WHERE player.`order` < ? RETURNING `order`")
                .rows(7);
        db.expect(insert(player)
                        .columns(name, order)
                        .select(select(name, order.plus(1)).from(player).where(order.isNotNull()))
                        .onConflict(name)
                        .doNothing()
                        .returning(name))
                .sql(
                        "INSERT INTO player (name, `order`) SELECT * FROM (SELECT player.name, player.`order` + ? AS column_2 FROM player"
                                + " WHERE player.`order` IS NOT NULL) WHERE TRUE ON CONFLICT (name) DO NOTHING RETURNING name")
                .rows();
    }

    @Test
    void declarations(Database db) {
        SqlLanguage language = new SqliteDialect().language(db.engine().server());
        Library library = new Library(capability -> capability != Capability.ARRAYS);
        List<String> statements =
                language.ddl().createAll(library.metadata, table -> table != library.reader, language);

        assertThat(statements)
                .containsExactly(
                        """
                        CREATE TABLE `The ``"Reader"``` (
                          `Id ``"of"`` it` INTEGER PRIMARY KEY NOT NULL,
                          `select` VARCHAR(20) NOT NULL,
                          boss BIGINT,
                          room VARCHAR(10),
                          number INTEGER,
                          CONSTRAINT `Un:, ``ique``` UNIQUE (`select`, boss),
                          CONSTRAINT `Ch:) "eck"` CHECK (number > 0),
                          CONSTRAINT `fk to: a, "shelf"` FOREIGN KEY (room, number) REFERENCES shelf (room, number),
                          CONSTRAINT `fk_The ``"Reader"``_boss` FOREIGN KEY (boss) REFERENCES `The ``"Reader"``` (`Id ``"of"`` it`) ON DELETE SET NULL
                        )""", "CREATE UNIQUE INDEX `ix_In; \"dex\"` ON `The ``\"Reader\"``` (number, `select`)");
    }

    @Test
    void onlyAWholeNumberThatIsTheKeyAloneIsNumbered(Database db) {
        MetaData metadata = new MetaData();
        Table.of(
                metadata,
                "bad",
                Column.of("a", Types.BIGINT).identity(),
                Column.of("b", Types.INTEGER).primaryKey());
        assertThatThrownBy(() -> metadata.createAll(db.engine()))
                .isInstanceOf(CompileException.class)
                .hasMessageMatching(
                        "SQLite 3\\S+ numbers no column but a whole-number one that is the primary key alone, which bad\\.a is not");
    }

    @Test
    void anotherKeyIsNotNumbered(Database db) {
        MetaData metadata = new MetaData();
        Column<Integer> key = Column.of("k", Types.INTEGER).primaryKey();
        Column<Integer> other = Column.of("other", Types.INTEGER);
        Table table = Table.of(metadata, "unnumbered", key, other);
        metadata.createAll(db.engine());
        assertThatThrownBy(() -> db.engine().begin(c -> c.execute(insert(table).values(other, 1))))
                .hasMessageStartingWith("NOT NULL constraint failed: unnumbered.k");
        assertThat(db.engine()
                        .inspect()
                        .table("unnumbered")
                        .orElseThrow()
                        .columns()
                        .get(0)
                        .identity())
                .isFalse();
    }

    @Test
    void manyValuesFitIntoAList(Database db) {
        List<Long> many = LongStream.range(0, 40_000).boxed().toList();
        db.expect(select(id).where(id.in(many)).orderBy(id)).rows(1L, 2L, 3L);
        db.expect(select(value(1)).where(value(5L).in(List.of()))).rows();
    }
}
