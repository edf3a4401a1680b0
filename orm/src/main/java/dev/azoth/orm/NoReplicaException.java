package dev.azoth.orm;

import dev.azoth.AzothException;
import dev.azoth.engine.Engine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** No {@linkplain Replicas replica} can be read. Why each cannot is among the {@linkplain #getSuppressed suppressed}, for those that could not be connected to. */
public final class NoReplicaException extends AzothException {
    private static final long serialVersionUID = 1L;

    /**
     * For a database whose replicas are all down, or not to be used.
     *
     * @param failures of those that could not be connected to
     */
    public NoReplicaException(Engine primary, List<Engine> tried, List<? extends RuntimeException> failures) {
        super(
                "none of the replicas of " + primary + " can be read: "
                        + (tried.isEmpty() ? "the choice among them gave none" : tried.toString())
                        + "\n  to read the primary then   Replicas.of(…).orPrimary()"
                        + "\n  for this query             select(…).options(ReadFrom.PRIMARY)",
                first(failures));
        failures.stream().skip(1).forEach(this::addSuppressed);
    }

    private static @Nullable RuntimeException first(List<? extends RuntimeException> failures) {
        return failures.isEmpty() ? null : failures.get(0);
    }
}
