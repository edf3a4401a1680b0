package dev.azoth.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;

/**
 * Tries an assertion on values made by chance; of one that fails it looks for the smallest.
 *
 * <p>The values are the same in every build. More, and others, come with {@code -Dazoth.tries=20000} and {@code -Dazoth.seed=random} or a number.
 */
final class Trials {
    private static final Duration SHRINKING = Duration.ofSeconds(30);

    private Trials() {}

    static <T> void run(int tries, Arbitrary<T> values, Consumer<T> assertion) {
        String seedName = System.getProperty("azoth.seed", "20241122");
        long seed = seedName.equals("random") ? System.nanoTime() : Long.parseLong(seedName);
        int wanted = Integer.getInteger("azoth.tries", tries);
        JqwikSession.run(() -> {
            var generator = values.generator(1000);
            Random random = new Random(seed);
            for (int i = 0; i < wanted; i++) {
                Shrinkable<T> made = generator.next(random);
                Throwable failure = failure(made.value(), assertion);
                if (failure != null) {
                    throw smallest(made, failure, assertion, "try " + (i + 1) + " with -Dazoth.seed=" + seed);
                }
            }
        });
    }

    private static <T> AssertionError smallest(
            Shrinkable<T> made, Throwable failure, Consumer<T> assertion, String place) {
        Instant end = Instant.now().plus(SHRINKING);
        Throwable found = failure;
        Iterator<Shrinkable<T>> smaller = made.shrink().iterator();
        while (smaller.hasNext() && Instant.now().isBefore(end)) {
            Shrinkable<T> next = smaller.next();
            Throwable other = failure(next.value(), assertion);
            if (other != null) {
                found = other;
                smaller = next.shrink().iterator();
            }
        }
        return new AssertionError(place + ": " + found.getMessage(), found);
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it throws, a smaller value may throw too
    private static <T> @Nullable Throwable failure(T value, Consumer<T> assertion) {
        try {
            assertion.accept(value);
            return null;
        } catch (Exception | AssertionError e) {
            return e;
        }
    }
}
