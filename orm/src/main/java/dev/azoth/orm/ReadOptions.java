package dev.azoth.orm;

import dev.azoth.sql.Lock;
import dev.azoth.sql.QueryOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How objects are read by their keys: with what is loaded along, and with a lock; for {@link Session#lookup} and {@link Session#refresh}.
 *
 * <p>By default as their mapping says, without a lock, and without a query where the session has the object. Immutable.
 */
public final class ReadOptions {
    /** The defaults. */
    public static final ReadOptions NONE = new ReadOptions(List.of(), Optional.empty(), false);

    private final List<QueryOption> options;
    private final Optional<UnaryOperator<Lock>> lock;
    private final boolean populateExisting;

    private ReadOptions(List<QueryOption> options, Optional<UnaryOperator<Lock>> lock, boolean populateExisting) {
        this.options = List.copyOf(options);
        this.lock = lock;
        this.populateExisting = populateExisting;
    }

    /** Options as a query has them, such as {@code selectinload(user.addresses)} and {@code readOnly()}; adds to a former call. */
    public ReadOptions options(QueryOption... more) {
        List<QueryOption> all = new ArrayList<>(options);
        all.addAll(Arrays.asList(more));
        return new ReadOptions(all, lock, populateExisting);
    }

    /** Locks the rows against all who would change or lock them, until the transaction ends; objects get what their locked rows have. */
    public ReadOptions forUpdate() {
        return forUpdate(UnaryOperator.identity());
    }

    /** The same without waiting, say: {@code forUpdate(lock -> lock.nowait())}. */
    public ReadOptions forUpdate(UnaryOperator<Lock> how) {
        return new ReadOptions(options, Optional.of(how), populateExisting);
    }

    /** Reads the rows of objects too that the session has, and gives them these values. */
    public ReadOptions populateExisting() {
        return new ReadOptions(options, lock, true);
    }

    /** The options as a query has them. */
    public List<QueryOption> options() {
        return options;
    }

    /** How rows are locked. */
    public Optional<UnaryOperator<Lock>> lock() {
        return lock;
    }

    /** Whether nothing is said but the defaults. */
    public boolean isPlain() {
        return options.isEmpty() && !populatesExisting();
    }

    /** Whether rows are read of objects too that the session has. */
    public boolean populatesExisting() {
        return populateExisting || lock.isPresent() || options.contains(PopulateExisting.INSTANCE);
    }
}
