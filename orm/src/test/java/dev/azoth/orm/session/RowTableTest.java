package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.EntityMapping;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The table of a session's rows does what a map does. */
class RowTableTest {
    @Entity
    static class Thing {
        @Id
        long id;
    }

    private static final EntityMapping<Thing> MAPPING = EntityMapping.of(Thing.class);

    private static EntityKey key(long value) {
        return MAPPING.keyOfValue(value);
    }

    private static Tracked tracked() {
        return new Tracked(Outline.of(MAPPING), new Thing());
    }

    @Test
    void doesWhatAMapDoes() {
        for (int keys : new int[] {3, 40, 5_000}) {
            Random random = new Random(keys);
            RowTable table = new RowTable();
            Map<EntityKey, Tracked> map = new HashMap<>();
            for (int i = 0; i < 20 * keys; i++) {
                EntityKey key = key(random.nextInt(keys) * 32L); // keys of a shard follow each other at a distance
                if (random.nextInt(5) < 3) {
                    Tracked tracked = tracked();
                    table.put(key, tracked);
                    map.put(key, tracked);
                } else {
                    Tracked there = random.nextInt(10) == 0 ? tracked() : map.getOrDefault(key, tracked());
                    table.remove(key, there);
                    map.remove(key, there);
                }
                assertThat(table.get(key)).isSameAs(map.get(key));
                assertThat(table.size()).isEqualTo(map.size());
            }
            map.forEach((key, tracked) -> assertThat(table.get(key)).isSameAs(tracked));
            table.clear();
            assertThat(table.size()).isZero();
            assertThat(table.get(key(0))).isNull();
        }
    }
}
