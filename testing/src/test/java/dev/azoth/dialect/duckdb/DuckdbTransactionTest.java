package dev.azoth.dialect.duckdb;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.DatabaseException;
import dev.azoth.IntegrityException;
import dev.azoth.NotSupportedException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What DuckDB's transactions are, and what they are not. */
@OnDatabase("duckdb")
class DuckdbTransactionTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> n = Column.of("n", INTEGER).primaryKey();
    private static final Table number = Table.of(METADATA, "number", n);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @Test
    void noPartIsUndoneAlone(Database db) {
        try (Connection connection = db.engine().connect()) {
            assertThatThrownBy(connection::beginNested)
                    .isInstanceOf(CompileException.class)
                    .hasMessage(
                            "DuckDB has no savepoints, so that no part of a transaction can be undone alone: undo the whole"
                                    + " transaction, or do the part in one of its own");
        }
    }

    @Test
    void thereIsNoSerializable(Database db) {
        try (Connection connection = db.engine().connect().isolation(IsolationLevel.SERIALIZABLE)) {
            assertThatThrownBy(() -> connection.execute(insert(number).values(n, 1)))
                    .isInstanceOf(NotSupportedException.class)
                    .hasMessage("DuckDB has no isolation level SERIALIZABLE: its own is REPEATABLE_READ, where of two"
                            + " transactions that change the same row one fails");
        }
    }

    @Test
    void anErrorEndsTheTransactionAndCommitSaysSo(Database db) {
        try (Connection connection = db.engine().connect()) {
            connection.execute(insert(number).values(n, 1));
            assertThatThrownBy(() -> connection.execute(insert(number).values(n, 1)))
                    .isInstanceOf(IntegrityException.class);
            assertThatThrownBy(connection::commit).isInstanceOf(DatabaseException.class);
        }
        db.engine()
                .begin(connection ->
                        assertThat(connection.execute(select(n)).all()).isEmpty());
    }

    /** A bug: the driver went on to believe that the transaction was there, so that whoever had the connection next could not commit. */
    @Test
    void aConnectionWhoseCommitFailedServesTheNext(Database db) {
        try (Engine engine = Engine.create(db.url(), o -> o.poolSize(2))) {
            try (Connection one = engine.connect();
                    Connection other = engine.connect()) {
                one.execute(insert(number).values(n, 77));
                other.execute(insert(number).values(n, 77));
                one.commit();
                assertThatThrownBy(other::commit).isInstanceOf(DatabaseException.class);
                other.rollback();
                other.execute(insert(number).values(n, 78));
                other.rollback(); // the connection's own transaction, and none that commits by itself
            }
            for (int i = 0; i < 2; i++) {
                try (Connection one = engine.connect();
                        Connection other = engine.connect()) {
                    for (Connection each : List.of(one, other)) {
                        assertThat(each.execute(select(n).where(n.gt(76))).all())
                                .containsExactly(77);
                        each.commit();
                    }
                }
            }
        }
    }
}
