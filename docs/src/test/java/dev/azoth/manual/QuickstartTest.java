package dev.azoth.manual;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    @Test
    void theFirstProgramPrintsTheLargeCity() {
        PrintStream former = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Quickstart.main(new String[0]);
        } finally {
            System.setOut(former);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("City[name=Uppsala, people=178000]");
    }

    @Test
    void objectsComeBackFromTheirTables(@TempDir Path folder) {
        String url = "sqlite:///" + folder.resolve("app.db");
        // tag::readme
        try (Engine engine = Engine.create(url)) {
            Entities.metadata(User.class).createAll(engine);
            SessionFactory sessions = SessionFactory.create(engine, User.class);

            sessions.begin(session -> session.add(new User("sandy").withAddress("sandy@example.org")));

            try (Session session = sessions.open()) {
                List<User> found = session.execute(select(User_.user).where(User_.user.name.startsWith("sa")))
                        .all();
                System.out.println(found.get(0).addresses.get(0).email); // loaded when it is asked for
                // end::readme
                assertThat(found.get(0).addresses.get(0).email).isEqualTo("sandy@example.org");
                // tag::readme
            }
        }
        // end::readme
    }
}
