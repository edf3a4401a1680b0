package dev.azoth.manual;

import static dev.azoth.manual.Memo_.memo;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class TenantsTest {
    private static String currentTenant() {
        return "acme";
    }

    @Test
    void eachSeesItsOwnRows(Database database) {
        Engine engine = database.engine();
        engine.createAll(Entities.metadata(Memo.class));
        // tag::tenant-factory
        SessionFactory sessions = SessionFactory.create(engine, options -> options.tenant(() -> currentTenant()));
        sessions.begin(session -> session.add(new Memo())); // its tenant is acme
        // end::tenant-factory
        // tag::tenant-session
        try (Session session = sessions.open(options -> options.tenant("other"))) {
            List<Memo> none = session.execute(select(memo)).all(); // WHERE memo.tenant = 'other'
            // end::tenant-session
            assertThat(none).isEmpty();
        }
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(memo)).one().tenant).isEqualTo("acme");
        }
        engine.dropAll(Entities.metadata(Memo.class));
    }
}
