package dev.azoth.orm.proof;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.proof.Archive.Folder;
import dev.azoth.orm.proof.Archive.Labelled;
import dev.azoth.orm.proof.Archive.Note;
import dev.azoth.orm.proof.Archive.Tag;
import dev.azoth.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A run of a program: transactions and questions are done here, changes by {@link Changes}; the model is compared after each end of something. */
final class Program implements AutoCloseable {
    private static final EntityPath<Folder> FOLDER = Entities.path(Folder.class);
    private static final EntityPath<Note> NOTE = Entities.path(Note.class);
    private static final EntityPath<Tag> TAG = Entities.path(Tag.class);

    private final SessionFactory sessions;
    private final boolean savepoints;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private Session session;
    private World now = new World();
    private World committed = new World();
    private Changes changes;

    /** A savepoint, and how things were. */
    private record Mark(SessionSavepoint savepoint, World world) {}

    Program(SessionFactory sessions, boolean savepoints) {
        this.sessions = sessions;
        this.savepoints = savepoints;
        sessions.begin(Program::empty);
        this.session = sessions.open();
        this.changes = new Changes(session, now);
    }

    private static void empty(Session session) {
        for (Table each : Archive.TABLES.tables()) {
            if (each.columns().stream().noneMatch(column -> column.name().equals("label"))) {
                session.execute(delete(each)); // of pairs
            }
        }
        session.execute(text("UPDATE archive_folder SET parent_id = NULL, pinned_id = NULL"));
        session.execute(text("DELETE FROM archive_note"));
        session.execute(text("DELETE FROM archive_folder"));
        session.execute(text("DELETE FROM archive_tag"));
    }

    void take(Step step) {
        switch (step.kind()) {
            case QUERY -> ask(step.first() % 4);
            case FLUSH -> changes.flush();
            case COMMIT -> commit();
            case ROLLBACK -> rollback();
            case SAVEPOINT -> mark();
            case SAVEPOINT_ROLLBACK -> back();
            case SAVEPOINT_COMMIT -> keep();
            case NEW_SESSION -> reopen();
            default -> changes.take(step);
        }
    }

    /** The last commit, and the last look. */
    void end() {
        commit();
        reopen();
        compare("a new session", now.objects().values());
    }

    // transactions

    private void commit() {
        while (!marks.isEmpty()) {
            keep();
        }
        changes.flush();
        session.commit();
        committed = now.copy();
        compare("the session after its commit", now.objects().values());
        try (Session other = sessions.open()) {
            compare("another session after the commit", all(other), other);
        }
    }

    private void rollback() {
        marks.clear();
        session.rollback();
        goBack(committed);
        compare("the session after its rollback", now.objects().values());
    }

    private void mark() {
        if (savepoints) {
            changes.flush();
            marks.push(new Mark(session.beginNested(), now.copy()));
        }
    }

    private void back() {
        if (!marks.isEmpty()) {
            Mark last = marks.pop();
            last.savepoint().rollback();
            goBack(last.world());
            compare("the session after going back to a savepoint", now.objects().values());
        }
    }

    private void keep() {
        if (!marks.isEmpty()) {
            changes.flush();
            marks.pop().savepoint().commit();
        }
    }

    private void goBack(World world) {
        now = world.copy();
        changes = new Changes(session, now);
    }

    /** What was not committed is lost, and all objects are others. */
    private void reopen() {
        marks.clear();
        session.close();
        session = sessions.open();
        now = committed.copy();
        now.objects().clear();
        all(session).forEach(each -> now.objects().put(each.label, each));
        committed = now.copy();
        changes = new Changes(session, now); // to compare would load all collections, which are to be changed unseen
    }

    // questions

    private static List<Labelled> all(Session session) {
        List<Labelled> all = new ArrayList<>(session.execute(select(FOLDER)).all());
        all.addAll(session.execute(select(NOTE)).all());
        all.addAll(session.execute(select(TAG)).all());
        return all;
    }

    private void compare(String whose, Collection<Labelled> objects) {
        compare(whose, objects, session);
    }

    private void compare(String whose, Collection<Labelled> objects, Session of) {
        Model found = Model.of(objects, of);
        if (!found.equals(now.model())) {
            throw new AssertionError(whose + " says\n  " + found + "\nand not\n  " + now.model());
        }
    }

    private void ask(int stars) {
        // what left a folder is kept by a query's own flush, since it may join another
        changes.flushOrphans();
        Set<String> found = new TreeSet<>();
        session.execute(select(NOTE).where(NOTE.column("stars", Integer.class).ge(stars)))
                .forEach(each -> found.add(each.label));
        Set<String> expected = new TreeSet<>();
        now.model().notes().forEach((label, each) -> {
            if (each.stars() >= stars) {
                expected.add(label);
            }
        });
        if (!found.equals(expected)) {
            throw new AssertionError("a query found " + found + " instead of " + expected);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
