package dev.azoth.orm;

import dev.azoth.AzothException;
import dev.azoth.engine.Engine;
import java.util.List;

/**
 * One of several databases refused to commit when others had done so. What these have is kept; nothing of it can be undone by the session, which is of no more use. The
 * refusal is the cause.
 */
public final class PartialCommitException extends AzothException {
    private static final long serialVersionUID = 1L;

    private final transient List<Engine> committed;
    private final transient List<Engine> undone;

    /**
     * For a commit that ended in the middle.
     *
     * @param committed those that had committed, in that order
     * @param undone    the one that refused, and those that had not been asked yet
     */
    public PartialCommitException(List<Engine> committed, List<Engine> undone, RuntimeException cause) {
        super(
                "the transaction was kept in part: " + committed + " committed, then " + undone.get(0)
                        + " refused (its exception is the cause)"
                        + (undone.size() > 1 ? ", and " + undone.subList(1, undone.size()) + " was not asked" : "")
                        + "; close the session, and bring the databases in step by what your program knows",
                cause);
        this.committed = List.copyOf(committed);
        this.undone = List.copyOf(undone);
    }

    /** The engines whose databases kept what was done, in the order in which they committed. */
    public List<Engine> committed() {
        return committed;
    }

    /** The engines whose databases did not: first the one that refused, whose cause may say that nobody knows; the others undo it when the session ends. */
    public List<Engine> undone() {
        return undone;
    }
}
