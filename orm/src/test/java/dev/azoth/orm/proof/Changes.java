package dev.azoth.orm.proof;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.proof.Archive.Folder;
import dev.azoth.orm.proof.Archive.Note;
import dev.azoth.orm.proof.Archive.Tag;
import dev.azoth.orm.proof.Model.FolderFacts;
import dev.azoth.orm.proof.Model.NoteFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Changes objects of a session, and the model in the same way. */
final class Changes {
    private static int labels;

    private final Session session;
    private final World world;
    /** What one side of a relationship said since the last flush, the other side must not contradict. */
    private final Set<String> moved = new HashSet<>();

    private final Contents contents;
    private boolean orphans;

    Changes(Session session, World world) {
        this.session = session;
        this.world = world;
        this.contents = new Contents(world);
    }

    void flush() {
        session.flush();
        moved.clear();
        orphans = false;
    }

    void flushOrphans() {
        if (orphans) {
            flush();
        }
    }

    private Model model() {
        return world.model();
    }

    private static boolean bySide(Step step) {
        return step.text() % 2 == 0;
    }

    /** Before something is moved again. */
    private void settle(String label) {
        if (!moved.add(label)) {
            flush();
            moved.add(label);
        }
    }

    void take(Step step) {
        Folder folder = world.some(Folder.class, step.first());
        Note note = world.some(Note.class, step.first());
        Tag tag = world.some(Tag.class, step.first());
        Folder other = world.some(Folder.class, step.second());
        Note otherNote = world.some(Note.class, step.second());
        Tag otherTag = world.some(Tag.class, step.second());
        switch (step.kind()) {
            case NEW_FOLDER -> newFolder(step, other);
            case NEW_NOTE -> newNote(step, other);
            case NEW_TAG -> newTag(step);
            case RENAME_FOLDER -> rename(step, folder);
            case RENAME_NOTE -> rename(step, note);
            case RENAME_TAG -> rename(step, tag);
            case MOVE_FOLDER -> move(step, folder, other);
            case MOVE_NOTE -> move(step, note, other);
            case PIN -> pin(folder, otherNote);
            case UNPIN -> pin(folder, null);
            case TAG -> tag(note, otherTag, true);
            case UNTAG -> tag(note, otherTag, false);
            case MERGE_NOTE -> merge(step, note);
            case DELETE_NOTE -> delete(note);
            case ORPHAN_NOTE -> orphan(note);
            case DELETE_FOLDER -> delete(folder);
            case DELETE_TAG -> delete(tag);
            case WORD -> contents.word(step, note);
            case LINE -> contents.line(step, note);
            case QUEUE -> contents.queue(step, folder, otherTag);
            case DRAWER -> contents.drawer(step, folder, otherTag);
            case SEE -> contents.see(step, tag, otherNote);
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    // new ones

    private static String label(String kind) {
        return kind + labels++ % 1_000_000;
    }

    private void newFolder(Step step, @Nullable Folder parent) {
        Folder made = new Folder();
        made.label = label("f");
        made.name = step.sample();
        boolean inside = parent != null && step.second() > 3;
        if (inside && bySide(step)) {
            parent.children.add(made); // which adds it
        } else {
            made.parent = inside ? Lazy.of(parent) : Lazy.empty();
            session.add(made);
        }
        moved.add(made.label);
        model().folders().put(made.label, new FolderFacts(made.name, inside ? parent.label : null, null));
        world.objects().put(made.label, made);
    }

    private void newNote(Step step, @Nullable Folder folder) {
        Note made = new Note();
        made.label = label("n");
        made.name = step.sample();
        made.stars = step.first() % 5;
        boolean inside = folder != null && step.second() > 1;
        if (inside && bySide(step)) {
            folder.notes.add(made);
        } else {
            made.folder = inside ? Lazy.of(folder) : Lazy.empty();
            session.add(made);
        }
        moved.add(made.label);
        model().notes().put(made.label, new NoteFacts(made.name, made.stars, inside ? folder.label : null, Set.of()));
        world.objects().put(made.label, made);
    }

    private void newTag(Step step) {
        Tag made = new Tag();
        made.label = label("t");
        made.name = step.sample();
        session.add(made);
        model().tags().put(made.label, made.name);
        world.objects().put(made.label, made);
    }

    // columns

    private void rename(Step step, @Nullable Folder folder) {
        if (folder != null) {
            folder.name = step.sample();
            model().folders()
                    .computeIfPresent(
                            folder.label, (label, each) -> new FolderFacts(folder.name, each.parent(), each.pinned()));
        }
    }

    private void rename(Step step, @Nullable Note note) {
        if (note != null) {
            note.name = step.sample();
            note.stars = step.second() % 5;
            model().notes()
                    .computeIfPresent(
                            note.label,
                            (label, each) -> new NoteFacts(note.name, note.stars, each.folder(), each.tags()));
        }
    }

    private void rename(Step step, @Nullable Tag tag) {
        if (tag != null) {
            tag.name = step.sample();
            model().tags().put(tag.label, tag.name);
        }
    }

    /** An object from elsewhere for the same row. */
    private void merge(Step step, @Nullable Note note) {
        if (note != null) {
            flush();
            Note given = new Note();
            given.id = note.id;
            given.version = note.version;
            given.label = note.label;
            given.name = step.sample();
            given.stars = note.stars;
            given.folder = note.folder;
            given.tags = new HashSet<>(note.tags);
            given.words = new HashSet<>(note.words);
            given.lines = new ArrayList<>(note.lines);
            if (session.merge(given) != note) {
                throw new AssertionError("merge gave another object for " + note.label);
            }
            model().notes()
                    .computeIfPresent(
                            note.label,
                            (label, each) -> new NoteFacts(given.name, each.stars(), each.folder(), each.tags()));
        }
    }

    // relationships

    private void move(Step step, @Nullable Folder folder, @Nullable Folder into) {
        if (folder == null || (into != null && model().isWithin(into.label, folder.label))) {
            return;
        }
        settle(folder.label);
        Folder before = folder.parent.get();
        if (into != null && bySide(step)) {
            if (before != null) {
                before.children.remove(folder);
            }
            into.children.add(folder);
        } else {
            folder.parent = Lazy.ofNullable(into);
        }
        model().folders()
                .computeIfPresent(
                        folder.label,
                        (label, each) -> new FolderFacts(each.name(), into == null ? null : into.label, each.pinned()));
    }

    private void move(Step step, @Nullable Note note, @Nullable Folder into) {
        if (note == null || into == null) {
            return;
        }
        settle(note.label);
        Folder before = note.folder.get();
        if (before == into) {
            return;
        }
        if (bySide(step)) {
            if (before != null) {
                before.notes.remove(note);
            }
            into.notes.add(note);
        } else {
            note.folder = Lazy.of(into);
        }
        model().notes()
                .computeIfPresent(
                        note.label, (label, each) -> new NoteFacts(each.name(), each.stars(), into.label, each.tags()));
    }

    private void pin(@Nullable Folder folder, @Nullable Note note) {
        if (folder != null) {
            folder.pinned = Lazy.ofNullable(note);
            model().folders()
                    .computeIfPresent(folder.label, (label, each) -> each.pinning(note == null ? null : note.label));
        }
    }

    private void tag(@Nullable Note note, @Nullable Tag tag, boolean add) {
        if (note != null && tag != null) {
            if (add) {
                note.tags.add(tag);
            } else {
                note.tags.remove(tag);
            }
            model().notes().computeIfPresent(note.label, (label, each) -> {
                Set<String> tags = new TreeSet<>(each.tags());
                if (add) {
                    tags.add(tag.label);
                } else {
                    tags.remove(tag.label);
                }
                return new NoteFacts(each.name(), each.stars(), each.folder(), tags);
            });
        }
    }

    // removing

    private void delete(@Nullable Note note) {
        if (note != null) {
            flush();
            unpin(note, List.of());
            contents.release(note);
            session.delete(note);
            removed(note.label);
        }
    }

    private void orphan(@Nullable Note note) {
        if (note != null) {
            flush();
            Folder folder = note.folder.get();
            if (folder != null) {
                unpin(note, List.of());
                contents.release(note);
                folder.notes.remove(note);
                orphans = true;
                removed(note.label);
            }
        }
    }

    private void removed(String note) {
        model().removeNote(note);
        world.forgetRemoved();
    }

    /** What is deleted must not be led to from what stays. */
    private void unpin(Note note, List<Folder> going) {
        for (Folder each : world.all(Folder.class)) {
            if (each.pinned.get() == note && !going.contains(each)) {
                each.pinned = Lazy.empty();
            }
        }
    }

    private void delete(@Nullable Folder folder) {
        if (folder != null) {
            flush();
            List<Folder> going = world.all(Folder.class).stream()
                    .filter(each -> model().isWithin(each.label, folder.label))
                    .toList();
            for (Note note : world.all(Note.class)) {
                if (going.stream()
                        .anyMatch(each -> Objects.equals(
                                each.label,
                                Objects.requireNonNull(model().notes().get(note.label))
                                        .folder()))) {
                    unpin(note, going);
                    contents.release(note);
                }
            }
            session.delete(folder);
            model().removeFolder(folder.label);
            world.forgetRemoved();
        }
    }

    private void delete(@Nullable Tag tag) {
        if (tag != null) {
            flush();
            contents.release(tag);
            session.delete(tag);
            model().removeTag(tag.label);
            world.forgetRemoved();
        }
    }
}
