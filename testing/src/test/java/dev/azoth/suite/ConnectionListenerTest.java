package dev.azoth.suite;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.ParameterRows;
import dev.azoth.engine.Registration;
import dev.azoth.event.EngineListener;
import dev.azoth.event.StatementEvent;
import dev.azoth.event.TransactionEvent;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A listener of one connection hears what that does alone, behind those of the engine. */
@EveryDatabase
class ConnectionListenerTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private static final Table card = Table.of(METADATA, "card", id);

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    private static EngineListener noting(String name, List<String> into) {
        return new EngineListener() {
            @Override
            public String sending(String sql) {
                into.add(name + " sends");
                return sql;
            }

            @Override
            public void statement(StatementEvent event) {
                into.add(name + " sent");
            }

            @Override
            public void transaction(TransactionEvent event) {
                into.add(name + " " + event);
            }
        };
    }

    @Test
    void itHearsOfItsConnectionAlone(Database db) {
        List<String> heard = new ArrayList<>();
        try (Engine engine = Engine.create(db.url());
                Connection one = engine.connect()) {
            Registration registration = one.listen(noting("one", heard));
            one.execute(select(id)).all();
            one.executeBatch(
                    delete(card).where(id.eq(parameter("which", INTEGER))),
                    new ParameterRows(List.of("which"), List.of(new Object[] {-1}, new Object[] {-2})));
            one.rollback();
            assertThat(heard)
                    .containsExactly("one sends", "one BEGIN", "one sent", "one sends", "one sent", "one ROLLBACK");
            registration.close();
            one.execute(select(id)).all();
            one.rollback();
            engine.begin(c -> c.execute(select(id)).all());
            assertThat(heard).hasSize(6);
        }
    }

    @Test
    void thoseOfTheEngineHearFirstAlsoWhenTheyCameLater(Database db) {
        List<String> heard = new ArrayList<>();
        try (Engine engine = Engine.create(db.url());
                Connection one = engine.connect()) {
            one.listen(noting("one", heard));
            engine.listen(noting("all", heard));
            one.execute(select(id)).all();
            assertThat(heard)
                    .containsExactly("all sends", "one sends", "all BEGIN", "one BEGIN", "all sent", "one sent");
        }
    }

    @Test
    void itMayRefuseAStatement(Database db) {
        try (Engine engine = Engine.create(db.url());
                Connection one = engine.connect()) {
            one.listen(new EngineListener() {
                @Override
                public String sending(String sql) {
                    throw new IllegalStateException("no more");
                }
            });
            assertThatThrownBy(() -> one.execute(select(id)).all()).hasMessage("no more");
            assertThat(one.inTransaction()).isFalse();
            engine.begin(c -> assertThat(c.execute(select(id)).all()).isEmpty());
        }
    }
}
