package dev.azoth.tpch;

import dev.azoth.sql.Query;
import java.util.Locale;

/**
 * A query of TPC-H, written twice.
 *
 * <p>Where the parameters are not those that the specification validates with, they are chosen to find something in a hundredth of its data.
 */
interface TpchQuery {
    /** In the expression language; a quotient is a {@code Double}, for each database computes it with digits of its own. */
    Query<?> typed();

    /** As standard SQL, which {@link StandardText} turns into what a database wants. */
    String text();

    /** By which the answer is found: {@code q01}. */
    default String number() {
        return getClass().getSimpleName().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
