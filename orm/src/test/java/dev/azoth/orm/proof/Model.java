package dev.azoth.orm.proof;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.proof.Archive.Folder;
import dev.azoth.orm.proof.Archive.Labelled;
import dev.azoth.orm.proof.Archive.Note;
import dev.azoth.orm.proof.Archive.Tag;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An archive as plain values, by label: what objects and rows should say. */
record Model(
        Map<String, FolderFacts> folders,
        Map<String, NoteFacts> notes,
        Map<String, String> tags,
        Map<String, List<String>> contents) {
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
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    Model copy() {
        return new Model(new TreeMap<>(folders), new TreeMap<>(notes), new TreeMap<>(tags), new TreeMap<>(contents));
    }

    /** What objects say; their collections must say the same as the foreign keys. Collections that are never loaded are asked for. */
    static Model of(Collection<?> objects, Session session) {
        Model model = new Model();
        for (Object each : objects) {
            if (each instanceof Folder folder) {
                model.put(folder, "queue", folder.queue.stream().map(tag -> tag.label));
                model.put(
                        folder,
                        "drawers",
                        folder.drawers.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue().label)
                                .sorted());
                model.folders.put(
                        folder.label, new FolderFacts(folder.name, label(folder.parent), label(folder.pinned)));
            } else if (each instanceof Note note) {
                model.put(note, "words", note.words.stream().sorted());
                model.put(note, "lines", note.lines.stream());
                model.notes.put(
                        note.label, new NoteFacts(note.name, note.stars, label(note.folder), labels(note.tags)));
            } else if (each instanceof Tag tag) {
                model.put(
                        tag,
                        "seen",
                        session.execute(tag.seen.select()).stream()
                                .map(note -> note.label)
                                .sorted());
                model.tags.put(tag.label, tag.name);
            }
        }
        objects.forEach(model::checkOtherSides);
        return model;
    }

    private void put(Labelled owner, String collection, Stream<String> held) {
        put(owner.label + "." + collection, held.toList());
    }

    /** What a collection has, if that is anything. */
    void put(String collection, List<String> held) {
        if (held.isEmpty()) {
            contents.remove(collection);
        } else {
            contents.put(collection, List.copyOf(held));
        }
    }

    /** What a collection has. */
    List<String> content(Labelled owner, String collection) {
        return contents.getOrDefault(owner.label + "." + collection, List.of());
    }

    private void forget(String label) {
        contents.keySet().removeIf(each -> each.startsWith(label + "."));
        for (String each : List.copyOf(contents.keySet())) {
            put(
                    each,
                    contents.get(each).stream()
                            .filter(held -> !(each.endsWith(".queue") || each.endsWith(".seen")) || !held.equals(label))
                            .filter(held -> !each.endsWith(".drawers") || !held.endsWith("=" + label))
                            .toList());
        }
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
        forget(label);
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
                .stream().filter(each -> isWithin(each, label)).toList().forEach(each -> {
                    folders.remove(each);
                    forget(each);
                });
    }

    /** Takes a tag out, and from all notes. */
    void removeTag(String label) {
        tags.remove(label);
        forget(label);
        notes.replaceAll((key, each) -> {
            Set<String> left = new TreeSet<>(each.tags());
            left.remove(label);
            return new NoteFacts(each.name(), each.stars(), each.folder(), left);
        });
    }
}
