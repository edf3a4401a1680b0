package dev.azoth.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the rows read are locked until the transaction ends.
 *
 * @param strength against whom
 * @param tables   the tables whose rows are locked; none for all
 * @param least    the tables whose rows are locked at least, where a database cannot lock those that an outer join may lack
 * @param waiting  what happens when another has a row locked
 * @param seconds  how long it waits at most, for {@link Waiting#SECONDS}
 */
public record Lock(Strength strength, List<FromItem> tables, List<FromItem> least, Waiting waiting, int seconds)
        implements Node {
    /** Takes immutable copies. */
    public Lock {
        tables = List.copyOf(tables);
        least = List.copyOf(least);
    }

    /** Against whom the rows are locked. */
    public enum Strength {
        /** Against all who would change or lock them. */
        UPDATE("FOR UPDATE"),
        /** Against those too, but not against who only refers to the rows' keys. */
        NO_KEY_UPDATE("FOR NO KEY UPDATE"),
        /** Against those who would change them. */
        SHARE("FOR SHARE"),
        /** Against those who would delete them or change their keys. */
        KEY_SHARE("FOR KEY SHARE");

        private final String sql;

        Strength(String sql) {
            this.sql = sql;
        }

        /** Its keywords. */
        public String sql() {
            return sql;
        }
    }

    /** What happens when another has a row locked. */
    public enum Waiting {
        /** The statement waits, as long as the database is set to. */
        ALWAYS,
        /** It fails at once. */
        NEVER,
        /** It leaves the row out. */
        SKIPPING,
        /** It waits so many seconds, and then fails. */
        SECONDS
    }

    static Lock of(Strength strength) {
        return new Lock(strength, List.of(), List.of(), Waiting.ALWAYS, 0);
    }

    /** The same for the rows of these alone; adds to a former call. */
    public Lock of(Source... sources) {
        List<FromItem> all = new ArrayList<>(tables);
        all.addAll(Arrays.stream(sources).map(Source::fromItem).toList());
        return new Lock(strength, all, least, waiting, seconds);
    }

    /**
     * The same for the rows of these at least: a database that cannot lock rows which an outer join may lack, as PostgreSQL, then locks these, and others lock all.
     */
    public Lock atLeast(Source... sources) {
        return new Lock(
                strength, tables, Arrays.stream(sources).map(Source::fromItem).toList(), waiting, seconds);
    }

    /** The same for these tables alone, and not for those of former calls. */
    public Lock ofOnly(List<FromItem> other) {
        return new Lock(strength, other, least, waiting, seconds);
    }

    /** The same failing at once when another has a row locked. */
    public Lock nowait() {
        return new Lock(strength, tables, least, Waiting.NEVER, 0);
    }

    /** The same leaving out rows that another has locked, as takers of a queue's work want it. */
    public Lock skipLocked() {
        return new Lock(strength, tables, least, Waiting.SKIPPING, 0);
    }

    /** The same waiting so many seconds at most. */
    public Lock waitSeconds(int atMost) {
        if (atMost < 0) {
            throw new IllegalArgumentException("nobody waits " + atMost + " seconds");
        }
        return new Lock(strength, tables, least, Waiting.SECONDS, atMost);
    }

    @Override
    public void describe(Structure out) {
        out.value(strength).nodes(tables).nodes(least).value(waiting).value(seconds);
    }
}
