package dev.azoth.orm.proof;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.proof.Archive.Folder;
import dev.azoth.orm.proof.Archive.Labelled;
import dev.azoth.orm.proof.Archive.Note;
import dev.azoth.orm.proof.Archive.Tag;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An archive as plain values, by label: what objects and rows should say. */
record Model(Map<String, FolderFacts> folders, Map<String, NoteFacts> notes, Map<String, String> tags) {
    /** A folder: its name, and the labels of what it leads to. */
    record FolderFacts(
            String name, @Nullable String parent, @Nullable String pinned) {
        FolderFacts pinning(@Nullable String note) {
            return new FolderFacts(name, parent, note);
        }
    }

    /** A note: its name, and the labels of what it leads to. */
    record NoteFacts(String name, int stars, @Nullable String folder, Set<String> tags) {}

    Model() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    Model copy() {
        return new Model(new TreeMap<>(folders), new TreeMap<>(notes), new TreeMap<>(tags));
    }

    /** What objects say; their collections must say the same as the foreign keys. */
    static Model of(Collection<?> objects) {
        Model model = new Model();
        for (Object each : objects) {
            if (each instanceof Folder folder) {
                model.folders.put(
                        folder.label, new FolderFacts(folder.name, label(folder.parent), label(folder.pinned)));
            } else if (each instanceof Note note) {
                model.notes.put(
                        note.label, new NoteFacts(note.name, note.stars, label(note.folder), labels(note.tags)));
            } else if (each instanceof Tag tag) {
                model.tags.put(tag.label, tag.name);
            }
        }
        objects.forEach(model::checkOtherSides);
        return model;
    }

    private void checkOtherSides(Object object) {
        if (object instanceof Folder folder) {
            check(folder, "children", labels(folder.children), inside(folder.label));
            check(folder, "notes", labels(folder.notes), notesIn(folder.label));
        } else if (object instanceof Tag tag) {
            Set<String> tagged = new TreeSet<>();
            notes.forEach((label, note) -> {
                if (note.tags().contains(tag.label)) {
                    tagged.add(label);
                }
            });
            check(tag, "notes", labels(tag.notes), tagged);
        }
    }

    private static void check(Labelled owner, String collection, Set<String> held, Set<String> expected) {
        if (!held.equals(expected)) {
            throw new AssertionError(
                    owner.label + "." + collection + " has " + held + ", and the other sides say " + expected);
        }
    }

    private Set<String> inside(String folder) {
        Set<String> found = new TreeSet<>();
        folders.forEach((label, each) -> {
            if (folder.equals(each.parent())) {
                found.add(label);
            }
        });
        return found;
    }

    private Set<String> notesIn(String folder) {
        Set<String> found = new TreeSet<>();
        notes.forEach((label, each) -> {
            if (folder.equals(each.folder())) {
                found.add(label);
            }
        });
        return found;
    }

    private static @Nullable String label(Lazy<? extends Labelled> lazy) {
        Labelled target = lazy.get();
        return target == null ? null : target.label;
    }

    private static Set<String> labels(Collection<? extends Labelled> some) {
        Set<String> labels = new TreeSet<>();
        some.forEach(each -> labels.add(each.label));
        if (labels.size() != some.size()) {
            throw new AssertionError("something is there twice: " + labels);
        }
        return labels;
    }

    /** Whether a folder is another, or somewhere inside of it. */
    boolean isWithin(@Nullable String folder, String other) {
        for (String each = folder; each != null; each = parentOf(each)) {
            if (each.equals(other)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String parentOf(String folder) {
        FolderFacts facts = folders.get(folder);
        return facts == null ? null : facts.parent();
    }

    /** Takes a note out, and from where it is pinned. */
    void removeNote(String label) {
        notes.remove(label);
        folders.replaceAll((key, each) -> Objects.equals(each.pinned(), label) ? each.pinning(null) : each);
    }

    /** Takes a folder out with all that is in it. */
    void removeFolder(String label) {
        new HashSet<>(folders.keySet())
                .stream().filter(each -> isWithin(each, label)).toList().forEach(each -> {
                    notesIn(each).forEach(this::removeNote);
                    folders.put(each, new FolderFacts("", each.equals(label) ? null : parentOf(each), null));
                });
        new HashSet<>(folders.keySet())
                .stream().filter(each -> isWithin(each, label)).toList().forEach(folders::remove);
    }

    /** Takes a tag out, and from all notes. */
    void removeTag(String label) {
        tags.remove(label);
        notes.replaceAll((key, each) -> {
            Set<String> left = new TreeSet<>(each.tags());
            left.remove(label);
            return new NoteFacts(each.name(), each.stars(), each.folder(), left);
        });
    }
}
