package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.max;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.MultipleResultsException;
import dev.azoth.NoResultException;
import dev.azoth.OperationalException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.engine.NestedTransaction;
import dev.azoth.engine.Result;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryDatabase
class TransactionTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Integer> n = Column.of("n", INTEGER).primaryKey();
    static final Table number = Table.of(METADATA, "number", n);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        db.engine().begin(connection -> connection.execute(delete(number)));
    }

    private static void add(Connection connection, int value) {
        connection.execute(insert(number).values(n, value));
    }

    private static List<Integer> numbers(Database db) {
        return db.engine()
                .transaction(
                        connection -> connection.execute(select(n).orderBy(n)).all());
    }

    @Test
    void aTransactionBeginsWithItsFirstStatementAndEndsWithCommit(Database db) {
        try (Connection connection = db.engine().connect()) {
            assertThat(connection.inTransaction()).isFalse();
            add(connection, 1);
            assertThat(connection.inTransaction()).isTrue();
            connection.commit();
            assertThat(connection.inTransaction()).isFalse();
            add(connection, 2);
            connection.rollback();
            add(connection, 3);
        }
        assertThat(numbers(db)).containsExactly(1);
    }

    @Test
    void workThatThrowsIsUndone(Database db) {
        assertThatThrownBy(() -> db.engine().begin(connection -> {
                    add(connection, 1);
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(numbers(db)).isEmpty();
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void aNestedTransactionIsUndoneAlone(Database db) {
        db.engine().begin(connection -> {
            add(connection, 1);
            try (NestedTransaction nested = connection.beginNested()) {
                add(connection, 2);
                nested.rollback();
            }
            try (NestedTransaction nested = connection.beginNested()) {
                add(connection, 3);
                nested.commit();
            }
            try (NestedTransaction nested = connection.beginNested()) {
                assertThatThrownBy(() -> add(connection, 1)).isInstanceOf(IntegrityException.class);
                assertThat(nested.isActive()).isTrue();
            }
            add(connection, 4);
        });
        assertThat(numbers(db)).containsExactly(1, 3, 4);
    }

    @Test
    void autocommitKeepsEachStatement(Database db) {
        try (Connection connection = db.engine().connect().isolation(IsolationLevel.AUTOCOMMIT)) {
            add(connection, 1);
            assertThat(connection.inTransaction()).isFalse();
        }
        assertThat(numbers(db)).containsExactly(1);
        // the level goes back with the connection
        try (Connection connection = db.engine().connect()) {
            add(connection, 2);
        }
        assertThat(numbers(db)).containsExactly(1);
    }

    @Test
    void theIsolationLevelIsSetForAConnectionAndNotWithinATransaction(Database db) {
        try (Connection connection = db.engine().connect().isolation(IsolationLevel.REPEATABLE_READ)) {
            add(connection, 1);
            assertThatThrownBy(() -> connection.isolation(IsolationLevel.READ_COMMITTED))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("commit or roll back first");
        }
    }

    @Test
    @Requires(Capability.SERIALIZABLE)
    void theStrongestLevelIsThere(Database db) {
        try (Connection connection = db.engine().connect().isolation(IsolationLevel.SERIALIZABLE)) {
            add(connection, 1);
            connection.commit();
        }
        assertThat(numbers(db)).containsExactly(1);
    }

    /** A bug: after an error that was caught, COMMIT undid everything without a word. */
    @Test
    void whatCannotBeKeptIsNotSaidToBeKept(Database db) {
        boolean kept;
        try (Connection connection = db.engine().connect()) {
            add(connection, 1);
            assertThatThrownBy(() -> add(connection, 1)).isInstanceOf(IntegrityException.class);
            kept = commits(connection::commit);
        }
        assertThat(numbers(db)).isEqualTo(kept ? List.of(1) : List.of());
    }

    private static boolean commits(Runnable commit) {
        try {
            commit.run();
            return true;
        } catch (DatabaseException e) {
            return false;
        }
    }

    @Test
    void resultsAreReadInManyWays(Database db) {
        db.engine().begin(connection -> {
            connection.execute(
                    insert(number),
                    IntStream.range(0, 10).mapToObj(i -> Map.of(n, i)).toList());
            var all = select(n).orderBy(n);

            assertThat(connection.execute(all).first()).contains(0);
            assertThat(connection.execute(all).stream().mapToInt(i -> i).sum()).isEqualTo(45);
            assertThat(connection.execute(all).partitions(4))
                    .containsExactly(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(8, 9));
            assertThat(connection.execute(all).map(i -> i / 5).unique()).containsExactly(0, 1);
            assertThat(connection.stream(all, 3).all()).hasSize(10);
            assertThatThrownBy(() -> connection.execute(all).one()).isInstanceOf(MultipleResultsException.class);
            var none = connection.execute(all.where(n.gt(10)));
            assertThatThrownBy(none::one).isInstanceOf(NoResultException.class);
            assertThat(connection.execute(all.where(n.gt(10))).oneOrEmpty()).isEmpty();
        });
    }

    @Test
    void aResultEndsWithItsTransaction(Database db) {
        try (Connection connection = db.engine().connect()) {
            add(connection, 1);
            add(connection, 2);
            Result<Integer> open = connection.stream(select(n), 1);
            assertThat(open.iterator().next()).isNotNull();
            connection.commit();

            assertThatThrownBy(open::all)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("the transaction ended before all rows were read: read them first, with all(),"
                            + " or end it after the last");
            assertThat(connection.execute(select(count()).from(number)).one()).isEqualTo(2L);
        }
    }

    @Test
    void aClosedConnectionSaysSo(Database db) {
        Connection connection = db.engine().connect();
        connection.close();
        connection.close();

        assertThatThrownBy(connection::commit)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("commit before close()");
        assertThatThrownBy(() -> add(connection, 1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the connection is closed: take another with engine.connect()");
    }

    /** A bug: a row that one iterator had looked at was lost to the next. */
    @Test
    void aResultIsReadOnWhereItWasLeft(Database db) {
        db.engine().begin(connection -> {
            connection.execute(
                    insert(number),
                    IntStream.range(0, 4).mapToObj(i -> Map.of(n, i)).toList());
            Result<Integer> result = connection.execute(select(n).orderBy(n));

            assertThat(result.iterator().hasNext()).isTrue();
            assertThat(result.iterator().next()).isEqualTo(0);
            assertThat(result.iterator().hasNext()).isTrue();
            Result<Integer> mapped = result.map(i -> i * 10);
            assertThat(mapped.iterator().hasNext()).isTrue();
            assertThat(mapped.all()).containsExactly(10, 20, 30);
        });
    }

    /** A bug: the null that an aggregate of no rows is was a NullPointerException. */
    @Test
    void theOnlyRowMayBeNull(Database db) {
        db.engine().begin(connection -> {
            assertThat(connection.execute(select(max(n)).from(number)).one()).isNull();
            assertThat(connection.execute(select(max(n)).from(number)).first()).isEmpty();
        });
    }

    /** A bug: savepoints are numbered in each transaction anew, and an old handle undid the new one's. */
    @Test
    @Requires(Capability.SAVEPOINTS)
    void aNestedTransactionEndsWithItsTransaction(Database db) {
        db.engine().begin(connection -> {
            NestedTransaction old = connection.beginNested();
            connection.rollback();
            try (NestedTransaction nested = connection.beginNested()) {
                add(connection, 1);
                assertThat(old.isActive()).isFalse();
                old.close();
                nested.commit();
            }
        });
        assertThat(numbers(db)).containsExactly(1);
    }

    /** A bug: closing the inner one went back to a savepoint that was gone. */
    @Test
    @Requires(Capability.SAVEPOINTS)
    void aNestedTransactionEndsWithTheOneAroundIt(Database db) {
        db.engine().begin(connection -> {
            add(connection, 1);
            try (NestedTransaction outer = connection.beginNested();
                    NestedTransaction inner = connection.beginNested()) {
                add(connection, 2);
                outer.rollback();
                assertThat(inner.isActive()).isFalse();
            }
            add(connection, 3);
        });
        assertThat(numbers(db)).containsExactly(1, 3);
    }

    /** A bug: a nested transaction that could not be kept was not undone either, and took the whole one with it. */
    @Test
    @Requires(Capability.SAVEPOINTS)
    void aNestedTransactionThatCannotBeKeptIsUndone(Database db) {
        AtomicBoolean kept = new AtomicBoolean();
        db.engine().begin(connection -> {
            add(connection, 1);
            try (NestedTransaction nested = connection.beginNested()) {
                add(connection, 2);
                assertThatThrownBy(() -> add(connection, 1)).isInstanceOf(IntegrityException.class);
                kept.set(commits(nested::commit));
            }
            add(connection, 3);
        });
        assertThat(numbers(db)).isEqualTo(kept.get() ? List.of(1, 2, 3) : List.of(1, 3));
    }

    /** A bug: what the work had kept itself was done twice. */
    @Test
    void workThatKeptSomethingIsNotDoneAgain(Database db) {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> db.engine().retrying(3, connection -> {
                    attempts.incrementAndGet();
                    add(connection, 1);
                    connection.commit();
                    throw new OperationalException(ErrorFields.of(ErrorKind.CONFLICT, "lost"), null, null);
                }))
                .isInstanceOf(OperationalException.class)
                .hasMessage("lost");
        assertThat(attempts).hasValue(1);
    }
}
