package dev.azoth.orm.proof;

import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.RepeatedLoads;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.proof.Archive.Folder;
import dev.azoth.orm.proof.Archive.Note;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import org.junit.jupiter.api.Test;

/**
 * Whatever a program does with a session, objects and rows are what a plain model of them says: after a commit those of the session and of another one, after a
 * rollback those of before.
 */
@EveryDatabase
class ModelTest {
    private static final EntityPath<Folder> FOLDER = Entities.path(Folder.class);
    private static final int PROGRAMS = 60;

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Archive.TABLES);
    }

    /** The first that it found: the order in which a flush looked at relationships made an error of it. */
    @Test
    void whatOneRelationshipAddsAnotherMayLeadTo(Database database) {
        SessionFactory sessions = SessionFactory.create(database.engine());
        Folder first = new Folder();
        Folder second = new Folder();
        sessions.begin(session -> session.addAll(first, second));
        Note note = new Note();

        sessions.begin(session -> {
            Folder pinning = session.get(Folder.class, first.id).orElseThrow();
            Folder holding = session.get(Folder.class, second.id).orElseThrow();
            holding.notes.add(note);
            pinning.pinned = Lazy.of(note); // which the flush looks at first
        });

        Folder read = sessions.transaction(session -> session.execute(select(FOLDER)
                        .where(FOLDER.column("id", Long.class).eq(first.id))
                        .options(selectinload(FOLDER.toOne("pinned", Note.class))))
                .one());
        assertThat(read.pinned.orElseThrow().id).isEqualTo(note.id);
    }

    @Test
    void objectsAndRowsAreWhatTheModelSays(Database database) {
        SessionFactory sessions = SessionFactory.create(
                database.engine(),
                options -> options.entities(Archive.Folder.class).repeatedLoads(RepeatedLoads.ALLOWED));
        boolean savepoints = !database.name().equals("duckdb");
        Trials.run(PROGRAMS, program -> {
            try (Program run = new Program(sessions, savepoints)) {
                program.forEach(run::take);
                run.end();
            }
        });
    }
}
