package dev.azoth.proof;

import dev.azoth.sql.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Something made by chance that may become one of its parts: whose part fails too, that fails by its part.
 *
 * @param value the node
 * @param parts the nodes to try in its place
 */
record Smaller<N extends Node>(N value, Function<N, List<N>> parts) implements Shrinkable<N> {
    /** Values of a maker, each with parts in its place when a smaller one is looked for. */
    static <N extends Node> Arbitrary<N> arbitrary(Function<Chance, N> maker, Function<N, List<N>> parts) {
        return Arbitraries.fromGenerator((Random random) -> new Smaller<>(maker.apply(new Chance(random)), parts));
    }

    @Override
    public Stream<Shrinkable<N>> shrink() {
        List<Shrinkable<N>> smaller = new ArrayList<>();
        parts.apply(value).forEach(part -> smaller.add(new Smaller<>(part, parts)));
        return smaller.stream();
    }

    @Override
    public ShrinkingDistance distance() {
        return ShrinkingDistance.of(Nodes.count(value));
    }
}
