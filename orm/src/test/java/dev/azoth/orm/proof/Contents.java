package dev.azoth.orm.proof;

import dev.azoth.orm.proof.Archive.Folder;
import dev.azoth.orm.proof.Archive.Labelled;
import dev.azoth.orm.proof.Archive.Note;
import dev.azoth.orm.proof.Archive.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes collections of values, in an order, under keys, and those that are never loaded, and the model in the same way. */
final class Contents {
    private final World world;

    Contents(World world) {
        this.world = world;
    }

    private void change(Labelled owner, String collection, Consumer<List<String>> change) {
        List<String> held = new ArrayList<>(world.model().content(owner, collection));
        change.accept(held);
        world.model().put(owner.label + "." + collection, held);
    }

    /** A word comes, or goes if it is there. */
    void word(Step step, @Nullable Note note) {
        if (note != null) {
            String word = step.sample();
            change(note, "words", words -> {
                if (!words.remove(word)) {
                    words.add(word);
                    words.sort(null);
                }
            });
            if (!note.words.remove(word)) {
                note.words.add(word);
            }
        }
    }

    /** Something is done to a list of values, in which any may be twice. */
    void line(Step step, @Nullable Note note) {
        if (note != null) {
            int size = world.model().content(note, "lines").size();
            String line = step.sample();
            int place = size == 0 ? 0 : step.second() % size;
            change(note, "lines", lines -> edit(lines, step.text() % 5, place, line));
            edit(note.lines, step.text() % 5, place, line);
        }
    }

    private static <E> void edit(List<E> list, int how, int place, E element) {
        if (how == 0 && !list.isEmpty()) {
            list.remove(place);
        } else if (how == 1 && !list.isEmpty()) {
            list.set(place, element);
        } else if (how == 2) {
            list.add(place, element);
        } else if (how == 3 && !list.isEmpty()) {
            list.add(list.remove(place));
        } else {
            list.add(element);
        }
    }

    /** A tag comes to the end of a queue, or to its beginning; one that is there goes, or moves. */
    void queue(Step step, @Nullable Folder folder, @Nullable Tag tag) {
        if (folder != null && tag != null) {
            boolean there = world.model().content(folder, "queue").contains(tag.label);
            int how = there ? step.text() % 3 : 3 + step.text() % 3;
            change(folder, "queue", labels -> edit(labels, how, tag.label));
            edit(folder.queue, how, tag);
        }
    }

    private static <E> void edit(List<E> queue, int how, E element) {
        switch (how) {
            case 0 -> queue.remove(element);
            case 1 -> {
                queue.remove(element);
                queue.add(element);
            }
            case 2 -> {
                queue.remove(element);
                queue.add(0, element);
            }
            case 3 -> queue.add(0, element);
            default -> queue.add(element);
        }
    }

    /** A tag is put into a drawer, where another may be, and taken out of the one where it is. */
    void drawer(Step step, @Nullable Folder folder, @Nullable Tag tag) {
        if (folder != null && tag != null) {
            String drawer = "d" + step.text() % 4;
            boolean out = step.text() % 3 == 0;
            Map<String, String> labels = new TreeMap<>();
            world.model()
                    .content(folder, "drawers")
                    .forEach(each ->
                            labels.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1)));
            edit(labels, drawer, tag.label, out);
            edit(folder.drawers, drawer, tag, out);
            List<String> held = new ArrayList<>();
            labels.forEach((key, label) -> held.add(key + "=" + label));
            world.model().put(folder.label + ".drawers", held);
        }
    }

    private static <E> void edit(Map<String, E> drawers, String drawer, E element, boolean out) {
        drawers.values().removeIf(each -> each == element || each.equals(element));
        if (!out) {
            drawers.put(drawer, element);
        }
    }

    /** A note is seen, or no longer. */
    void see(Step step, @Nullable Tag tag, @Nullable Note note) {
        if (tag != null && note != null) {
            boolean add = step.text() % 3 != 0;
            change(tag, "seen", labels -> {
                labels.remove(note.label);
                if (add) {
                    labels.add(note.label);
                    labels.sort(null);
                }
            });
            if (add) {
                tag.seen.add(note);
            } else {
                tag.seen.remove(note);
            }
        }
    }

    // what is deleted must not be led to from what stays

    void release(Note note) {
        for (Tag each : world.all(Tag.class)) {
            if (world.model().content(each, "seen").contains(note.label)) {
                each.seen.remove(note);
            }
        }
    }

    void release(Tag tag) {
        for (Folder each : world.all(Folder.class)) {
            if (world.model().content(each, "queue").contains(tag.label)) {
                each.queue.remove(tag);
            }
            if (world.model().content(each, "drawers").stream().anyMatch(held -> held.endsWith("=" + tag.label))) {
                each.drawers.values().remove(tag);
            }
        }
    }
}
