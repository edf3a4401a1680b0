package dev.azoth.orm.relationship;

import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.relationship.Hiker.Phone;
import dev.azoth.orm.relationship.Hiker.PhoneNumber;
import dev.azoth.testing.Database;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.function.Consumer;

/** Hikers for tests of collections of values. */
abstract class HikerTests {
    static final Phone HOME = new Phone(new PhoneNumber("030", "123"), "home");
    static final Phone UNNAMED = new Phone(new PhoneNumber("089", "456"), null);

    final Database database;
    final SessionFactory sessions;

    HikerTests(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Hikers.TABLES);
    }

    final Hiker saved(Consumer<Hiker> filling) {
        Hiker made = new Hiker("sandy");
        filling.accept(made);
        sessions.begin(session -> session.add(made));
        return made;
    }

    /** Changes the object in a session of its own; gives what the flush sends. */
    final List<String> changed(Hiker saved, Consumer<Hiker> change) {
        return sessions.transaction(session -> {
            Hiker own = session.get(Hiker.class, saved.id).orElseThrow();
            change.accept(own);
            return database.statements().during(session::flush).stream()
                    .map(each -> each.replaceAll("[`\"]", ""))
                    .toList();
        });
    }

    final void check(Hiker saved, Consumer<Hiker> expectation) {
        try (Session session = sessions.open()) {
            expectation.accept(session.get(Hiker.class, saved.id).orElseThrow());
        }
    }
}
