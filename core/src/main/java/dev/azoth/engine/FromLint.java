package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.compile.CartesianProduct;
import dev.azoth.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when a query pairs every row of one table with every row of another, and nobody said so; see {@link EngineOptions#fromLint}. */
public enum FromLint {
    /** Nothing. */
    OFF,
    /** The log of this class has a warning, once for each statement that is compiled. */
    WARN,
    /** The statement is refused. */
    FAIL;

    private static final Logger LOG = LoggerFactory.getLogger(FromLint.class);

    /**
     * Looks at a statement that is about to be compiled.
     *
     * @throws InvalidRequestException if it is refused
     */
    void check(Statement<?> statement) {
        if (this == OFF) {
            return;
        }
        CartesianProduct.in(statement).ifPresent(message -> {
            if (this == FAIL) {
                throw new InvalidRequestException(message);
            }
            LOG.warn("{}\n  {}", message, statement);
        });
    }
}
