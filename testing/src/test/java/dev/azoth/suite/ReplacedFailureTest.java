package dev.azoth.suite;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.type.Types.enumeration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.OperationalException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.event.EngineListener;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.compliance.Shop;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A listener replaces a failure where the caller meets it; what stands between works as without. */
@EveryDatabase
class ReplacedFailureTest {
    /** Puts an exception of its own around each, and a comment behind each statement that hides what follows on the line. */
    private static final class Own implements EngineListener {
        private int replaced;

        @Override
        public RuntimeException failed(DatabaseException failure) {
            replaced++;
            return new IllegalStateException("ours", failure);
        }

        @Override
        public String sending(String sql) {
            return sql + " -- ours";
        }
    }

    private static final List<Map<?, ?>> ROWS = List.of(row(50, "new"), row(1, "there already"), row(51, "new"));

    private static Map<?, ?> row(long id, String name) {
        return Map.of(customer.id, id, customer.name, name, customer.active, true);
    }

    @PrepareDatabase
    static void open(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void theRowOfManyIsKnownAndTheFailureToldOnce(Database db) {
        Own own = new Own();
        try (Engine engine = Engine.create(db.url(), o -> o.listener(own));
                Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute(insert(customer), ROWS))
                    .isInstanceOf(IllegalStateException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            DatabaseException.class,
                            e -> assertThat(e.row())
                                    .isEqualTo(db.name().equals("duckdb") ? OptionalInt.empty() : OptionalInt.of(1)));
            assertThat(own.replaced).isEqualTo(1);
        }
    }

    @Test
    void aCommentEndsWithItsStatement(Database db) {
        try (Engine engine = Engine.create(db.url(), o -> o.listener(new Own()));
                Connection connection = engine.connect()) {
            connection.execute(insert(customer), List.of(row(60, "a"), row(61, "b")));
            connection.execute(insert(customer), List.of(row(62, "a"), row(63, "b")));
            assertThat(connection
                            .execute(select(count()).from(customer).where(customer.id.ge(60L)))
                            .one())
                    .isEqualTo(4);
        }
    }

    @Test
    void aLostTransactionIsTriedAgain(Database db) {
        AtomicInteger attempts = new AtomicInteger();
        int result = db.engine().retrying(3, connection -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException(
                        "ours", new OperationalException(ErrorFields.of(ErrorKind.CONFLICT, "lost"), null, null));
            }
            return 7;
        });
        assertThat(result).isEqualTo(7);
    }

    @Test
    void ofAResultThatIsReadToo(Database db) {
        Own own = new Own();
        try (Engine engine = Engine.create(db.url(), o -> o.listener(own));
                Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection
                            .execute(text("SELECT name FROM customer").column("name", enumeration(ErrorKind.class)))
                            .all())
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(DatabaseException.class);
            assertThat(own.replaced).isEqualTo(1);
        }
    }
}
