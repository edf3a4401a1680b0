package dev.azoth.orm.session;

import dev.azoth.orm.mapping.EntityKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a session knows of the rows that it has objects for, by key.
 *
 * <p>A hash table with linear probing. Unlike a map it makes no object for each row, of which a query may bring a hundred thousand, and as the hashes lie beside each
 * other, a search reads no key but the one that it finds.
 */
final class RowTable {
    private static final int FIRST_CAPACITY = 32;

    private int[] hashes = new int[FIRST_CAPACITY]; // 0 where a place is free
    private @Nullable EntityKey[] keys = new @Nullable EntityKey[FIRST_CAPACITY];
    private @Nullable Tracked[] objects = new @Nullable Tracked[FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    @Nullable
    Tracked get(EntityKey key) {
        return objects[place(hash(key), key)];
    }

    void put(EntityKey key, Tracked tracked) {
        int hash = hash(key);
        int place = place(hash, key);
        if (hashes[place] == 0) {
            if (3 * size >= 2 * hashes.length) {
                grow();
                place = place(hash, key);
            }
            size++;
        }
        hashes[place] = hash;
        keys[place] = key;
        objects[place] = tracked;
    }

    /** Removes a key, if it leads to this object. */
    void remove(EntityKey key, Tracked tracked) {
        int gap = place(hash(key), key);
        if (objects[gap] != tracked) {
            return;
        }
        size--;
        // A search ends at the first free place: those behind that it would no longer reach move up
        int last = hashes.length - 1;
        for (int next = (gap + 1) & last; hashes[next] != 0; next = (next + 1) & last) {
            int wanted = first(hashes[next]);
            if (((next - wanted) & last) >= ((next - gap) & last)) {
                move(next, gap);
                gap = next;
            }
        }
        hashes[gap] = 0;
        keys[gap] = null;
        objects[gap] = null;
    }

    private void move(int from, int to) {
        hashes[to] = hashes[from];
        keys[to] = keys[from];
        objects[to] = objects[from];
    }

    void clear() {
        Arrays.fill(hashes, 0);
        Arrays.fill(keys, null);
        Arrays.fill(objects, null);
        size = 0;
    }

    private void grow() {
        int[] oldHashes = hashes;
        @Nullable EntityKey[] oldKeys = keys;
        @Nullable Tracked[] oldObjects = objects;
        int capacity = 2 * oldHashes.length;
        hashes = new int[capacity];
        keys = new @Nullable EntityKey[capacity];
        objects = new @Nullable Tracked[capacity];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int place = first(oldHashes[i]);
                while (hashes[place] != 0) {
                    place = (place + 1) & (capacity - 1);
                }
                hashes[place] = oldHashes[i];
                keys[place] = oldKeys[i];
                objects[place] = oldObjects[i];
            }
        }
    }

    /** Where a key is, or else the free place where it belongs. */
    private int place(int hash, EntityKey key) {
        int place = first(hash);
        while (hashes[place] != 0 && !(hashes[place] == hash && key.equals(keys[place]))) {
            place = (place + 1) & (hashes.length - 1);
        }
        return place;
    }

    /** Where the search for a hash begins. */
    private int first(int hash) {
        return hash >>> Integer.numberOfLeadingZeros(hashes.length - 1);
    }

    /** Spreads the hashes of keys that follow each other over the upper bits, by the golden ratio. */
    private static int hash(EntityKey key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash == 0 ? 1 : hash;
    }
}
