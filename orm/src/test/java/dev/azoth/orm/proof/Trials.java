package dev.azoth.orm.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;

/** Programs by chance, the same in every build unless {@code -Dazoth.seed} says otherwise; of one that fails the shortest is looked for. */
final class Trials {
    private static final int CHOICES = 12;
    private static final int LENGTH = 80;

    private Trials() {}

    /** More is made than removed, so that there is something to be changed. */
    private static Arbitrary<List<Step>> programs() {
        Arbitrary<Integer> choice =
                Arbitraries.integers().between(0, CHOICES).withDistribution(RandomDistribution.uniform());
        List<Tuple.Tuple2<Integer, Step.Kind>> kinds = Arrays.stream(Step.Kind.values())
                .map(each -> Tuple.of(each.weight(), each))
                .toList();
        return Combinators.combine(Arbitraries.frequency(kinds), choice, choice, choice)
                .as(Step::new)
                .withoutEdgeCases()
                .list()
                .ofMaxSize(LENGTH)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    static void run(int tries, Consumer<List<Step>> assertion) {
        long seed = Long.getLong("azoth.seed", 20241123);
        JqwikSession.run(() -> {
            var generator = programs().generator(1000, false);
            Random random = new Random(seed);
            for (int i = 0; i < Integer.getInteger("azoth.tries", tries); i++) {
                List<Step> program = generator.next(random).value();
                Throwable failure = failure(program, assertion);
                if (failure != null) {
                    throw shortest(program, failure, assertion);
                }
            }
        });
    }

    /** Leaves out as many steps as it can. */
    private static AssertionError shortest(List<Step> failing, Throwable failure, Consumer<List<Step>> assertion) {
        List<Step> best = failing;
        Throwable why = failure;
        int length = best.size() / 2;
        while (length > 0) {
            int before = best.size();
            for (int from = 0; from + length <= best.size(); ) {
                List<Step> shorter = new ArrayList<>(best);
                shorter.subList(from, from + length).clear();
                Throwable other = failure(shorter, assertion);
                if (other == null) {
                    from += length;
                } else {
                    best = shorter;
                    why = other;
                }
            }
            length = length == 1 && best.size() < before ? 1 : length / 2;
        }
        StringBuilder program = new StringBuilder("a program of " + best.size() + " steps failed");
        best.forEach(each -> program.append("\n  ").append(each));
        return new AssertionError(program.append("\nwith ").append(why).toString(), why);
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it throws, a shorter one may throw too
    private static @Nullable Throwable failure(List<Step> program, Consumer<List<Step>> assertion) {
        try {
            assertion.accept(program);
            return null;
        } catch (Exception | AssertionError e) {
            return e;
        }
    }
}
