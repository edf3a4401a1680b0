package dev.azoth.orm.proof;

import dev.azoth.orm.proof.Archive.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A model, and the objects of the session that stand for what is in it, by label. */
record World(Model model, Map<String, Labelled> objects) {
    World() {
        this(new Model(), new TreeMap<>());
    }

    World copy() {
        return new World(model.copy(), new TreeMap<>(objects));
    }

    /** One of the objects of a class, counted around; null if there is none. */
    <T extends Labelled> @Nullable T some(Class<T> type, int index) {
        List<T> all = all(type);
        return all.isEmpty() ? null : all.get(index % all.size());
    }

    <T extends Labelled> List<T> all(Class<T> type) {
        List<T> all = new ArrayList<>();
        for (Labelled each : objects.values()) {
            if (type.isInstance(each)) {
                all.add(type.cast(each));
            }
        }
        return all;
    }

    /** Lets go of objects that are no longer in the model. */
    void forgetRemoved() {
        objects.keySet()
                .removeIf(each -> !model.folders().containsKey(each)
                        && !model.notes().containsKey(each)
                        && !model.tags().containsKey(each));
    }
}
