package dev.azoth.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;

/** A bug: {@code getBy} took a unique key of one table for one of all tables that the entities are in, and could find two rows. */
@EveryDatabase
class UniqueKeyInheritanceTest {
    private static final EntityPath<Room> ROOM = Entities.path(Room.class);
    private static final EntityPath<Suite> SUITE = Entities.path(Suite.class);

    private final SessionFactory sessions;

    UniqueKeyInheritanceTest(Database database) {
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Entities.metadata(Room.class));
    }

    @Entity
    @Table(name = "unique_room")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static sealed class Room permits Suite {
        @Id
        int id;

        @Column(unique = true)
        int number;
    }

    @Entity
    @Table(name = "unique_suite")
    static final class Suite extends Room {}

    @Test
    void aUniqueKeyOfOneTableIsNoneOfAll() {
        Room room = new Room();
        room.id = 1;
        room.number = 7;
        Suite suite = new Suite();
        suite.id = 2;
        suite.number = 7;
        sessions.begin(session -> session.addAll(room, suite));
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.lookup(ROOM).getBy(ROOM.column("number", Integer.class), 7))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "several rows of Room may have the same number, since they are in several tables, and a unique key is of one: run"
                                    + " a query");
            assertThat(session.lookup(SUITE).getBy(SUITE.column("number", Integer.class), 7))
                    .get()
                    .extracting(each -> each.id)
                    .isEqualTo(2);
            assertThat(session.lookup(ROOM).getBy(ROOM.column("id", Integer.class), 1))
                    .isPresent();
        }
    }
}
