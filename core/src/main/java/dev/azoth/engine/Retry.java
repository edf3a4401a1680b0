package dev.azoth.engine;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorKind;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Repeats work that lost against another transaction, with exponential back-off and full jitter. */
record Retry(int attempts) {
    private static final long FIRST_WAIT = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int MOST_DOUBLINGS = 7;

    Retry {
        if (attempts < 1) {
            throw new IllegalArgumentException("work is attempted at least once, not " + attempts + " times");
        }
    }

    /** A failure after which nothing is repeated. */
    static final class Final extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient RuntimeException failure;

        Final(RuntimeException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    <R> R run(Supplier<R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (Final e) {
                throw e.failure;
            } catch (RuntimeException e) {
                if (!isOfConflict(e) || attempt == attempts) {
                    throw e;
                }
                long longest = FIRST_WAIT << Math.min(attempt, MOST_DOUBLINGS);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
            }
        }
    }

    /** A listener, or the work, may have put an exception of its own around the database's. */
    private static boolean isOfConflict(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof DatabaseException database) {
                return database.error().kind() == ErrorKind.CONFLICT;
            }
        }
        return false;
    }
}
