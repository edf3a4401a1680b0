package dev.azoth.manual;

import static dev.azoth.manual.User_.user;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.engine.Registration;
import dev.azoth.orm.AttributeChange;
import dev.azoth.orm.EntityEvent;
import dev.azoth.orm.RefusedValuesException;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionListener;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class EventsTest extends MemberTest {
    // tag::events-audit
    static final class Audit implements SessionListener {
        final List<String> lines = new ArrayList<>();

        @Override
        public void updated(EntityEvent event) {
            for (AttributeChange each : event.changes()) {
                lines.add(event.name() + "." + each.attribute() + ": " + each.before() + " -> " + each.after());
            }
        }
    }
    // end::events-audit

    @Test
    void aListenerHearsOfChanges(Database database) {
        Audit audit = new Audit();
        Long id = sessions.transaction(session ->
                session.execute(select(user.id).where(user.name.eq("sandy"))).one());
        // tag::events-register
        SessionFactory audited = SessionFactory.create(database.engine(), options -> options.listener(audit));

        try (Session session = audited.open();
                Registration registration = session.listen(new SessionListener() {})) { // for this session alone
            session.get(User.class, id).orElseThrow().name = "sandy cheeks";
            session.commit();
        }
        // end::events-register
        assertThat(audit.lines).containsExactly("User#" + id + ".name: sandy -> sandy cheeks");
    }

    @Test
    void aListenerRefuses(Database database) {
        // tag::events-refuse
        SessionListener names = new SessionListener() {
            @Override
            public void inserting(EntityEvent event) {
                if (event.entity() instanceof User user && user.name.isBlank()) {
                    event.refuse("name", "must not be blank");
                }
            }
        };
        // end::events-refuse
        try (Session session = sessions.open()) {
            session.listen(names);
            session.add(new User(" "));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(RefusedValuesException.class)
                    .hasMessageEndingWith("User (new).name must not be blank");
        }
    }

    @Test
    void aClassHasCallbacks(Database database) {
        assertThat(new Note("hello").words).isZero();
        Note note = new Note("hello world");
        note.count();
        assertThat(note.words).isEqualTo(2);
    }
}
