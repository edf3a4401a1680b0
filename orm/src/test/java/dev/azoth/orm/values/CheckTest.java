package dev.azoth.orm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.schema.Check;
import dev.azoth.schema.MetaData;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;

/** Conditions of SQL that the database holds every row to. */
@EveryDatabase
class CheckTest {
    private static final MetaData TABLES = Entities.metadata(Ware.class);

    private final SessionFactory sessions;

    CheckTest(Database database) {
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(TABLES);
    }

    /** A ware is never given away, nor sold for more than it was said to cost. */
    @Entity
    @Table(
            name = "checked_ware",
            check = {
                @CheckConstraint(constraint = "price > 0"),
                @CheckConstraint(name = "no_more_than_said", constraint = "price <= highest AND label <> 'free: :)'")
            })
    static class Ware {
        @Id
        int id;

        int price;
        int highest;
        String label = "";

        Ware() {}

        Ware(int id, int price, String label) {
            this.id = id;
            this.price = price;
            this.highest = 10;
            this.label = label;
        }
    }

    @Test
    void theyAreMadeWithTheTableUnderTheirNames() {
        assertThat(TABLES.tables().iterator().next().checks())
                .extracting(Check::name)
                .containsExactly("ck_checked_ware_1", "no_more_than_said");
    }

    @Test
    void aRowThatBreaksOneIsRefused() {
        sessions.begin(session -> session.add(new Ware(1, 10, "paid")));
        for (Ware wrong : new Ware[] {new Ware(2, 0, "paid"), new Ware(3, 11, "paid"), new Ware(4, 1, "free: :)")}) {
            try (Session session = sessions.open()) {
                session.add(wrong);
                assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
            }
        }
    }
}
