package dev.azoth.compile;

import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.value;

import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import dev.azoth.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Values by chance, and choices. The makers of larger things build on it, one kind of them a class. */
abstract class RandomValues {
    final Random random;
    private final List<Expression<String>> shared = new ArrayList<>();

    RandomValues(Random random) {
        this.random = random;
    }

    final boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    final <T> T of(T... choices) {
        return Arrays.asList(choices).get(random.nextInt(choices.length));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    final <T> T make(Supplier<? extends T>... makers) {
        return of(makers).get();
    }

    /** A value, sometimes one that stands elsewhere in the statement too. */
    final Expression<String> text() {
        if (!shared.isEmpty() && oneIn(3)) {
            return shared.get(random.nextInt(shared.size()));
        }
        Expression<String> made = oneIn(5)
                ? value("s" + random.nextInt(100), RandomTables.secret.type())
                : value("v" + random.nextInt(100));
        shared.add(made);
        return made;
    }

    final Expression<Integer> number() {
        return make(
                () -> value(random.nextInt()),
                () -> value(random.nextInt()),
                () -> literal(random.nextInt(5) - 2).negate(),
                () -> Sql.parameter(of("n", "m"), Types.INTEGER));
    }
}
