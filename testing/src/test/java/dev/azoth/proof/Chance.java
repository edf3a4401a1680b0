package dev.azoth.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Choices by chance. */
final class Chance {
    private final Random random;

    Chance(Random random) {
        this.random = random;
    }

    /** One of so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    final <T> T of(T... choices) {
        return of(Arrays.asList(choices));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    final <T> T make(Supplier<? extends T>... makers) {
        return of(makers).get();
    }

    /** Up to so many of these. */
    <T> List<T> some(List<T> choices, int most) {
        return random.ints(random.nextInt(most + 1), 0, choices.size())
                .mapToObj(choices::get)
                .toList();
    }
}
