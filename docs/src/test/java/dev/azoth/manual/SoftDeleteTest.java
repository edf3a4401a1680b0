package dev.azoth.manual;

import static dev.azoth.manual.Task_.task;
import static dev.azoth.orm.Loading.includeDeleted;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class SoftDeleteTest {
    @Test
    void deletedRowsStay(Database database) {
        database.engine().createAll(Entities.metadata(Task.class));
        SessionFactory sessions = SessionFactory.create(database.engine());
        sessions.begin(session -> session.add(new Task()));
        try (Session session = sessions.open()) {
            Task done = session.execute(select(task)).one();
            // tag::soft-delete
            session.delete(done); // UPDATE task SET deleted_at = …
            session.commit();

            List<Task> none = session.execute(select(task)).all();
            Task again = session.execute(select(task).options(includeDeleted())).one();
            again.deletedAt = null; // it is back
            session.commit();
            // end::soft-delete
            assertThat(none).isEmpty();
            assertThat(session.execute(select(task)).all()).hasSize(1);
        }
        database.engine().dropAll(Entities.metadata(Task.class));
    }
}
