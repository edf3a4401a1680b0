package dev.azoth.orm;

import dev.azoth.MappingException;
import dev.azoth.orm.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a {@link SessionFactory}'s sessions behave.
 *
 * <p>By default a session flushes before each query, allows implicit loads, and logs a warning when one line of the program runs
 * the same query more than 50 times in a session. Not safe for several threads.
 */
public final class SessionOptions {
    private static final int QUERIES = 50;

    private final Set<Class<?>> entities = new LinkedHashSet<>();
    private boolean autoflush = true;
    private boolean strict;
    private RepeatedLoads repeatedLoads = RepeatedLoads.warnAbove(QUERIES);

    SessionOptions() {}

    /**
     * Maps these classes at once, so that what is wrong with any of them is known at the start rather than at first use. Classes that are not named
     * are mapped when they are first met.
     */
    public SessionOptions entities(Class<?>... classes) {
        entities.addAll(Arrays.asList(classes));
        return this;
    }

    /** Whether pending changes are written before each query, so that it sees them. */
    public SessionOptions autoflush(boolean on) {
        autoflush = on;
        return this;
    }

    /** Whether every implicit load is an error, which names the loader option that would have loaded the attribute. */
    public SessionOptions strict(boolean on) {
        strict = on;
        return this;
    }

    /** What happens when one line of the program runs the same query again and again in a session. */
    public SessionOptions repeatedLoads(RepeatedLoads setting) {
        repeatedLoads = setting;
        return this;
    }

    SessionOptions validated() {
        List<String> problems = new ArrayList<>();
        for (Class<?> each : entities) {
            try {
                EntityMapping.of(each);
            } catch (MappingException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new MappingException(String.join("\n", problems));
        }
        return this;
    }

    /** Whether pending changes are written before each query. */
    public boolean autoflush() {
        return autoflush;
    }

    /** Whether every implicit load is an error. */
    public boolean strict() {
        return strict;
    }

    /** What happens when one line runs the same query again and again. */
    public RepeatedLoads repeatedLoads() {
        return repeatedLoads;
    }
}
