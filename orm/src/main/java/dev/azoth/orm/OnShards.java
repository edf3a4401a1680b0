package dev.azoth.orm;

import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Structure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which shards a statement of a {@link ShardedSession} runs on: an option of a query, and of {@link ShardedSession#execute(dev.azoth.sql.Statement, QueryOption...)}. */
public final class OnShards implements QueryOption {
    private final List<String> names; // empty for all
    private final boolean separately;

    private OnShards(List<String> names, boolean separately) {
        this.names = names;
        this.separately = separately;
    }

    /** On these, one after the other. */
    public static OnShards of(String first, String... more) {
        List<String> names = new ArrayList<>(List.of(first));
        names.addAll(List.of(more));
        return new OnShards(List.copyOf(names), false);
    }

    /** On all. */
    public static OnShards all() {
        return new OnShards(List.of(), false);
    }

    /**
     * The same for statements too that say something about their rows as a whole, such as an order, a limit or a sum: it is so for each shard by itself, and the result is
     * what one gave after what the other gave.
     */
    public OnShards separately() {
        return new OnShards(names, true);
    }

    boolean isSeparately() {
        return separately;
    }

    Collection<String> names(Collection<String> all) {
        return names.isEmpty() ? all : names;
    }

    @Override
    public void describe(Structure out) {
        out.value(names).value(separately);
    }
}
