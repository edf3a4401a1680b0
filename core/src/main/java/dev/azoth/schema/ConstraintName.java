package dev.azoth.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keeps the names that are made for constraints and indexes short and apart.
 *
 * <p>A name longer than {@value #LONGEST} bytes, which every database takes, is cut and ends in a hash of the whole.
 */
final class ConstraintName {
    private static final int LONGEST = 60;

    private ConstraintName() {}

    static String cut(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST ? name : ending(name, name.hashCode());
    }

    /** A name that another has too, made different by a hash of whose it is. */
    static String distinct(String name, List<String> owner) {
        return ending(name, owner.hashCode());
    }

    private static String ending(String name, int hash) {
        String ending = "_" + Integer.toHexString(hash);
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST - ending.length()) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + ending;
    }
}
