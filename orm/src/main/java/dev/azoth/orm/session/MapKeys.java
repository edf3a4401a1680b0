package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.mapping.ToManyMapping;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Moves objects in maps whose keys are one of their attributes to the key that they have by now. */
final class MapKeys {
    private MapKeys() {}

    /** Looks at the maps of an object, as far as they are in memory. */
    static void settle(Tracked owner) {
        for (Link link : owner.outline().keyed()) {
            Object held = link.attribute().get(owner.entity());
            Object[] content = held == null ? null : link.content(held);
            if (held != null && content != null) {
                settle(owner, link, held, content);
            }
        }
    }

    private static void settle(Tracked owner, Link link, Object map, Object[] content) {
        ToManyMapping attribute = (ToManyMapping) link.attribute();
        boolean moved = false;
        Set<@Nullable Object> keys = new HashSet<>();
        for (int i = 0; i < content.length; i++) {
            Placed placed = (Placed) content[i];
            Object key = attribute.keyOf(placed.object());
            if (key != null && !Objects.equals(key, placed.place())) {
                content[i] = new Placed(key, placed.object());
                moved = true;
            } // one without a key yet, since the database numbers it, stays where it was put
            if (!keys.add(((Placed) content[i]).place())) {
                throw new InvalidRequestException("two objects in " + owner + "." + attribute.name() + " have the "
                        + attribute.mapKey().name() + " " + key
                        + ", by which the map finds them: give one of them another");
            }
        }
        if (moved) {
            link.refill(map, content);
        }
    }
}
