package dev.azoth.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.time.Clock;
import org.junit.jupiter.api.Test;

@EveryDatabase
class ValuesTest {
    @Test
    void keysAreMade(Database database) {
        Entities.metadata(Ticket.class).createAll(database.engine());
        SessionFactory sessions = SessionFactory.create(database.engine(), Ticket.class);
        // tag::ticket-add
        Ticket ticket = new Ticket();
        sessions.begin(session -> {
            session.add(ticket); // has its key from here on
            session.flush(); // and its number
        });
        // end::ticket-add
        assertThat(ticket.id).hasSize(26);
        assertThat(ticket.number).startsWith("T-");
    }

    @Test
    void theDatabaseGivesValues(Database database) {
        Engine engine = database.engine();
        Entities.metadata(Invoice.class).createAll(engine);
        // tag::invoice-add
        SessionFactory sessions = SessionFactory.create(
                engine, options -> options.clock(Clock.systemUTC()).user(() -> "squidward"));

        Invoice invoice = new Invoice();
        invoice.price = 3;
        invoice.pieces = 4;
        sessions.begin(session -> session.add(invoice));
        System.out.println(invoice.total); // 12
        // end::invoice-add
        assertThat(invoice.total).isEqualTo(12);
        assertThat(invoice.state).isEqualTo("open");
        assertThat(invoice.updatedBy).isEqualTo("squidward");
        assertThat(invoice.createdAt).isNotNull();
    }
}
