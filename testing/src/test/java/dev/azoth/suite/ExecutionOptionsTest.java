package dev.azoth.suite;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorKind;
import dev.azoth.OperationalException;
import dev.azoth.ProgrammingException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ExecutionOptions;
import dev.azoth.event.EngineListener;
import dev.azoth.event.StatementEvent;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Select;
import dev.azoth.sql.TableAlias;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EveryDatabase
class ExecutionOptionsTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> n = Column.of("n", INTEGER).primaryKey();
    private static final Column<Integer> other = Column.of("other", INTEGER);
    private static final Table number = Table.of(METADATA, "number", n, other);
    private static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private static final Column<Integer> found = Column.of("found", INTEGER);
    private static final Table search = Table.of(METADATA, "search", id, found);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
        db.engine()
                .copyIn(
                        number,
                        IntStream.range(0, 300)
                                .mapToObj(i -> Map.of(n, i, other, i))
                                .toList());
        db.engine().copyIn(search, List.of(Map.of(id, 1)));
    }

    /** Eight thousand million rows to be looked at. */
    private static Select<Long> slow() {
        TableAlias a = number.as("a");
        TableAlias b = number.as("b");
        TableAlias c = number.as("c");
        TableAlias d = number.as("d");
        return select(count())
                .from(a)
                .crossJoin(b)
                .crossJoin(c)
                .crossJoin(d)
                .where(a.get(other)
                        .times(b.get(other))
                        .plus(c.get(other).times(d.get(other)))
                        .eq(178_801)); // less than the greatest sum, which optimizers know
    }

    @Test
    void aStatementThatTakesTooLongIsCancelled(Database db) {
        try (Connection connection = db.engine().connect()) {
            connection.options(o -> o.timeout(Duration.ofMillis(300)));
            OperationalException failure = catchThrowableOfType(
                    OperationalException.class, () -> connection.execute(slow()).one());
            assertThat(failure.error().kind()).isEqualTo(ErrorKind.TIMEOUT);
            assertThat(failure).hasMessageContaining("cancelled after PT0.3S").hasMessageContaining("SELECT count(*)");
            connection.rollback();

            for (int i = 0; i < 5; i++) {
                assertThat(connection.execute(select(n).orderBy(n)).all()).hasSize(300);
            }
        }
    }

    @Test
    void theRowsOfAStreamHaveTheirTimeEach(Database db) throws InterruptedException {
        try (Connection connection = db.engine().connect()) {
            var rows = connection.with(o -> o.timeout(Duration.ofMillis(300))).stream(
                            select(n).orderBy(n), 10)
                    .iterator();
            int read = 0;
            while (rows.hasNext()) {
                rows.next();
                if (read++ == 5) {
                    Thread.sleep(700); // the caller's time is not the database's
                }
            }
            assertThat(read).isEqualTo(300);
        }
    }

    @Test
    void aBatchMayTakeTooLong(Database db) {
        var changed =
                update(search).set(found, slow().scalar().cast(INTEGER)).where(id.eq(parameter("which", INTEGER)));
        try (Connection connection = db.engine().connect()) {
            assertThatThrownBy(() -> connection
                            .with(o -> o.timeout(Duration.ofMillis(300)))
                            .execute(changed, List.of(Map.of("which", 1))))
                    .isInstanceOfSatisfying(
                            DatabaseException.class,
                            e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.TIMEOUT));
        }
    }

    @Test
    void narrowerOptionsWin(Database db) {
        Engine engine =
                db.engine().withOptions(o -> o.execution(e -> e.maxRows(7).label("engine")));
        try (Connection connection = engine.connect()) {
            Select<Integer> all = select(n).orderBy(n);
            assertThat(connection.execute(all).all()).hasSize(7);
            assertThat(connection.with(o -> o.maxRows(3)).execute(all).all()).containsExactly(0, 1, 2);
            assertThat(connection.with(o -> o.maxRows(0)).execute(all).all()).hasSize(300);
            connection.options(o -> o.maxRows(2));
            assertThat(connection.execute(all).all()).hasSize(2);
            assertThat(connection.stream(all, 1).all()).hasSize(2);
            assertThat(connection.options().label()).contains("engine");
            // changes are not cut
            assertThat(connection
                            .execute(update(number).set(other, other).where(n.lt(10)))
                            .rowCount())
                    .isEqualTo(10);
        }
        assertThat(db.engine().connect().options().maxRows()).isZero();
    }

    @Test
    void listenersAreToldOfLabelsAndPagesAreAsLargeAsWanted(Database db) {
        List<StatementEvent> events = new ArrayList<>();
        EngineListener listener = new EngineListener() {
            @Override
            public void statement(StatementEvent event) {
                events.add(event);
            }
        };
        var registration = db.engine().listen(listener);
        try (Connection connection = db.engine().connect()) {
            var rows = IntStream.range(1000, 1010).mapToObj(i -> Map.of(n, i)).toList();
            connection.with(o -> o.pageSize(4).label("load")).execute(insert(number), rows);
        } finally {
            registration.close();
        }
        assertThat(events).extracting(StatementEvent::rows).containsExactly(4, 4, 2);
        assertThat(events).extracting(StatementEvent::label).containsOnly(Optional.of("load"));
    }

    @Test
    void aStatementMayBeKeptOutOfTheCache(Database db) {
        Select<Integer> once = select(n.plus(n).plus(n).plus(n)).where(n.eq(3));
        try (Connection connection = db.engine().connect()) {
            var before = db.engine().cacheStatistics();
            assertThat(connection.with(o -> o.cached(false)).execute(once).one())
                    .isEqualTo(12);
            assertThat(db.engine().cacheStatistics()).isEqualTo(before);
            assertThat(connection.execute(once).one()).isEqualTo(12);
            assertThat(db.engine().cacheStatistics().misses()).isEqualTo(before.misses() + 1);
        }
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThatThrownBy(() -> ExecutionOptions.NONE.timeout(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExecutionOptions.NONE.maxRows(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExecutionOptions.NONE.pageSize(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textOfTheDriverIsSentAsItIs(Database db) {
        try (Connection connection = db.engine().connect()) {
            assertThat(connection
                            .executeDriverSql("SELECT n FROM number WHERE n < ? AND ':n' = ':n' AND n > ?", 5, 3)
                            .one()
                            .get(0))
                    .isEqualTo(4);
            assertThat(connection
                            .executeDriverSql("UPDATE number SET other = ? WHERE n = ?", value(null, INTEGER), 7)
                            .rowCount())
                    .isEqualTo(1);
            assertThat(connection
                            .executeDriverSql("UPDATE number SET other = ? WHERE n = ?", null, 8)
                            .rowCount())
                    .isEqualTo(1);
            assertThatThrownBy(() -> connection.executeDriverSql("SELECT nothing FROM number WHERE n = ?", 1))
                    .isInstanceOf(ProgrammingException.class)
                    .hasMessageContaining("SELECT nothing FROM number WHERE n = ?")
                    .hasMessageContaining("[1]");
        }
    }
}
